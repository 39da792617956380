// Draws 250 of the built-in flags at three widths and encodes them as PNG. Prints the CPU time of both and
// their ratio as Markdown. Usage: bench_renditions FOLDER [TURNS]

#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

const QList<RenditionSpec> renditions{
    {RenditionFormat::Png, 80}, {RenditionFormat::Png, 160}, {RenditionFormat::Png, 320}};

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

QList<QByteArray> flagsIn(const QDir &folder)
{
    constexpr qsizetype enough = 250;
    QList<QByteArray> flags;
    const QStringList files = folder.entryList({u"??.svg"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files.first(std::min(enough, files.size()))) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            flags.append(file.readAll());
    }
    return flags;
}

void drawAlone(const DecodedPicture &picture)
{
    for (const RenditionSpec &spec : renditions)
        std::ignore = drawAtWidth(picture, spec.width, Crop::None);
}

template <typename Work>
double cpuOf(const QList<QByteArray> &flags, Work work)
{
    const double began = cpuSeconds();
    for (const QByteArray &flag : flags) {
        auto picture = DecodedPicture::fromBytes(flag);
        work(picture.value());
    }
    return cpuSeconds() - began;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QTextStream out(stdout);
    const QList<QByteArray> flags = flagsIn(QDir(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".")));
    const int turns = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 7;
    if (flags.isEmpty()) {
        out << "usage: bench_renditions FOLDER [TURNS]\n";
        return 2;
    }

    std::vector<double> alone;
    std::vector<double> converted;
    qint64 bytes = 0;
    // Alternates between both, so that other load on the machine affects both.
    for (int turn = 0; turn < turns; ++turn) {
        alone.push_back(cpuOf(flags, drawAlone));
        bytes = 0;
        converted.push_back(cpuOf(flags, [&bytes](DecodedPicture &picture) {
            const auto derived = renditionsOf(picture, renditions, Crop::None);
            for (const Rendition &rendition : derived.value())
                bytes += rendition.bytes.size();
        }));
    }
    out << "| flags | widths | drawing alone, CPU s | with PNG files, CPU s | ratio | MB |\n"
        << "|---:|---|---:|---:|---:|---:|\n"
        << u"| %1 | 80, 160, 320 | %2 | %3 | %4 | %5 |\n"_s.arg(flags.size())
               .arg(median(alone), 0, 'f', 3)
               .arg(median(converted), 0, 'f', 3)
               .arg(median(converted) / median(alone), 0, 'f', 2)
               .arg(double(bytes) / 1e6, 0, 'f', 2);
}
