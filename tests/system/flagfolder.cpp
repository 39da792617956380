#include "tests/system/flagfolder.h"

#include "app/storage/setfiles.h"

#include <QFile>

using namespace Qt::StringLiterals;

QByteArray smallGif(const QString &code)
{
    QByteArray gif = QByteArray::fromHex("474946383961"
                                         "01000100800000"
                                         "000000ffffff"
                                         "21f90400000000002c00000000010001000002024401003b");
    const QByteArray colour = code.toLatin1();
    return gif.replace(13, colour.size(), colour); // in the colour table
}

bool makeFlagFolder(const QDir &folder, const QStringList &codes)
{
    for (const QString &code : codes) {
        const QString cc = code.toLower();
        const QByteArray metadata = R"({"country": "Land of )" + code.toUtf8() + R"("})";
        if (!folder.mkpath(cc) || !writeFile(folder.filePath(u"%1/%1.gif"_s.arg(cc)), smallGif(code))
            || !writeFile(folder.filePath(cc + u"/metadata.json"_s), metadata))
            return false;
    }
    return true;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList entriesIn(const QString &folder)
{
    return QDir(folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

QStringList filesIn(const QString &folder)
{
    QStringList files = entriesIn(folder);
    files.removeIf([](const QString &file) { return isReservedSetFile(file); });
    return files;
}
