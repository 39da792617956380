#include "app/storage/textfile.h"

#include "app/storage/filereading.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QStringDecoder>

namespace {

struct TextFile
{
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

TextFileProblem tooLong()
{
    return {TextFile::tr("this is more than 1 MiB; give a file that has nothing but countries")};
}

std::variant<QString, TextFileProblem> decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return TextFileProblem{TextFile::tr("this is no text; give plain text or CSV, in UTF-8")};
    return text;
}

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
        return tooLong();
    return decoded(bytes);
}

std::variant<QString, TextFileProblem> readTextFile(const QString &path)
{
    const auto bytes = readGivenFile(path, longestText);
    if (const auto *problem = std::get_if<GivenFileProblem>(&bytes))
        return problem->isTooLarge ? tooLong() : TextFileProblem{problem->text};
    return decoded(std::get<QByteArray>(bytes));
}
