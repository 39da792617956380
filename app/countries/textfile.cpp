#include "app/countries/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace {

struct TextFile
{
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

} // namespace

std::variant<QString, TextFileProblem> readText(QIODevice &device)
{
    QByteArray bytes;
    while (bytes.size() <= longestText) {
        const QByteArray more = device.read(longestText + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > longestText)
        return TextFileProblem{
            TextFile::tr("this is more than 1 MiB; give a file that has nothing but countries")};
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return TextFileProblem{TextFile::tr("this is no text; give plain text or CSV, in UTF-8")};
    return text;
}

std::variant<QString, TextFileProblem> readTextFile(const QString &path)
{
    // Opening a pipe would wait for somebody to write into it.
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile())
        return TextFileProblem{TextFile::tr("this is no file; give plain text or CSV")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return TextFileProblem{TextFile::tr("the file cannot be read (%1)").arg(file.errorString())};
    return readText(file);
}
