#include "app/builtin/flagpictures.h"

#include "app/countries/catalogue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

QStringList pictureFiles(const QString &folder)
{
    return QDir(folder).entryList({u"??.svg"_s}, QDir::Files);
}

QStringList usualFolders()
{
    QStringList folders = QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, u"iso-flags-svg/country-4x3"_s, QStandardPaths::LocateDirectory);
    folders.append(QStringLiteral(FLAGFETCH_PICTURES_DIR));
    return folders;
}

QByteArray mimeTypeOf(const QString &file)
{
    static const QHash<QString, QByteArray> types{
        {u"gif"_s, "image/gif"},
        {u"png"_s, "image/png"},
        {u"jpg"_s, "image/jpeg"},
        {u"jpeg"_s, "image/jpeg"},
        {u"webp"_s, "image/webp"},
        {u"svg"_s, "image/svg+xml"},
        {u"json"_s, "application/json"},
    };
    return types.value(QFileInfo(file).suffix().toLower(), "application/octet-stream");
}

// Only regular files: a pipe would block the server's thread until somebody writes to it.
std::optional<ServedContent> contentOfFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.size() > largestFile)
        return std::nullopt;
    if (file.open(QIODevice::ReadOnly))
        return ServedContent{file.readAll(), mimeTypeOf(path)};
    if (file.error() == QFileDevice::ResourceError) // no descriptors
        return ServedContent{.isOutOfReach = true};
    return std::nullopt;
}

QByteArray metadataOf(const Country &country)
{
    // The one country whose top-level domain is not its ISO code.
    const QString domain = country.code == "GB"_L1 ? u"uk"_s : country.code.toLower();
    const QJsonObject metadata{
        {u"country"_s, country.name},
        {u"iso_cc"_s, country.code},
        {u"tld_cc"_s, QString(u'.' + domain)},
    };
    return QJsonDocument(metadata).toJson(QJsonDocument::Compact);
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(QChar(u'\0'));
}

} // namespace

std::optional<QString> findPicturesFolder(const QString &wanted)
{
    const QStringList folders = wanted.isEmpty() ? usualFolders() : QStringList{wanted};
    for (const QString &folder : folders) {
        if (!folder.isEmpty() && !pictureFiles(folder).isEmpty())
            return folder;
    }
    return std::nullopt;
}

Failure picturesMissing(const QString &wanted)
{
    return {FailureKind::PicturesMissing, 0, wanted};
}

QStringList codesWithPictures(const QString &folder)
{
    const QStringList files = pictureFiles(folder);
    const QSet<QString> present(files.cbegin(), files.cend());
    const Catalogue catalogue;
    QStringList codes;
    for (const Country &country : catalogue.countries() + catalogue.extras()) {
        if (present.contains(country.code.toLower() + u".svg"_s))
            codes.append(country.code);
    }
    codes.sort();
    return codes;
}

ContentLookup picturesContent(const QString &folder)
{
    QHash<QString, QByteArray> metadataOfCode;
    const Catalogue catalogue;
    for (const QString &code : codesWithPictures(folder))
        metadataOfCode.insert(code.toLower(), metadataOf(catalogue.countryFor(code)));

    return [folder, metadataOfCode](const QString &cc, const QString &file) -> std::optional<ServedContent> {
        const auto metadata = metadataOfCode.constFind(cc);
        if (metadata == metadataOfCode.constEnd())
            return std::nullopt;
        if (file == "metadata.json"_L1)
            return ServedContent{*metadata, mimeTypeOf(file)};
        if (file == cc + u".svg"_s)
            return contentOfFile(folder + u'/' + file);
        return std::nullopt;
    };
}

ContentLookup folderContent(const QString &folder)
{
    return [root = QDir(folder).canonicalPath()](
               const QString &cc, const QString &file) -> std::optional<ServedContent> {
        if (root.isEmpty() || !isPlainName(cc) || !isPlainName(file))
            return std::nullopt;
        // Symbolic links are followed first and judged afterwards, by where they lead.
        const QString path = QFileInfo(root + u'/' + cc + u'/' + file).canonicalFilePath();
        const QString inside = root.endsWith(u'/') ? root : root + u'/';
        if (!path.startsWith(inside) || path.sliced(inside.size() - 1).contains("/."_L1))
            return std::nullopt;
        return contentOfFile(path);
    };
}
