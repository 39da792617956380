#include "app/builtin/flagpictures.h"

#include "app/builtin/picturefolders.h"
#include "app/countries/catalogue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 << 20; // bytes

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

// Reads only regular files, because a pipe would block the server's thread.
std::optional<ServedContent> contentOfFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.size() > largestFile)
        return std::nullopt;
    if (file.open(QIODevice::ReadOnly))
        return ServedContent{file.readAll(), mimeTypeOf(path)};
    if (file.error() == QFileDevice::ResourceError) // no descriptors are left
        return ServedContent{.isUnreadable = true};
    return std::nullopt;
}

QByteArray metadataOf(const Country &country)
{
    // The only country whose top-level domain differs from its ISO code.
    const QString domain = country.code == "GB"_L1 ? u"uk"_s : country.code.toLower();
    QJsonObject metadata{
        {u"country"_s, country.name},
        {u"iso_cc"_s, country.code},
    };
    if (country.kind == CountryKind::Country)
        metadata.insert("tld_cc"_L1, QString(u'.' + domain));
    return QJsonDocument(metadata).toJson(QJsonDocument::Compact);
}

QStringList codesAmong(const QList<Country> &countries, const QString &folder)
{
    const QStringList found = pictureCodes(folder);
    const QSet<QString> present(found.cbegin(), found.cend());
    QStringList codes;
    for (const Country &country : countries) {
        if (present.contains(country.code.toLower()))
            codes.append(country.code);
    }
    codes.sort();
    return codes;
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(QChar(u'\0'));
}

} // namespace

QStringList codesWithPictures(const QString &folder)
{
    const Catalogue catalogue;
    return codesAmong(catalogue.countries() + catalogue.extras(), folder);
}

QStringList extraCodesWithPictures(const QString &folder)
{
    return codesAmong(Catalogue().extras(), folder);
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
        // Resolve symbolic links first, then check the target.
        const QString path = QFileInfo(root + u'/' + cc + u'/' + file).canonicalFilePath();
        const QString inside = root.endsWith(u'/') ? root : root + u'/';
        if (!path.startsWith(inside) || path.sliced(inside.size() - 1).contains("/."_L1))
            return std::nullopt;
        return contentOfFile(path);
    };
}
