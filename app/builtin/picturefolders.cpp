#include "app/builtin/picturefolders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr auto flagIconsLicenceUrl = "https://github.com/lipis/flag-icons/blob/main/LICENSE"_L1;
constexpr auto isoFlagsLicence = "Public domain, Debian iso-flags-svg"_L1;
constexpr auto isoFlagsLicenceUrl = "https://github.com/linuxmint/flags"_L1;

QStringList dataFolders(const QString &name)
{
    return QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, name, QStandardPaths::LocateDirectory);
}

/// Of the running program, also before there is an application object.
QString programFolder()
{
    return QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
}

QStringList flagIconsFolders(QLatin1StringView shape)
{
    QStringList packages{QDir::cleanPath(programFolder() + u"/../share/flagfetch/flag-icons"_s)};
    packages += dataFolders(u"flagfetch/flag-icons"_s);
    packages += QStringLiteral(FLAGFETCH_FLAG_ICONS_DIR);
    for (QString &package : packages)
        package += "/flags/"_L1 + shape;
    return packages;
}

QStringList isoFlagsFolders(QLatin1StringView shape)
{
    QStringList packages = dataFolders(u"iso-flags-svg"_s);
    packages += QStringLiteral(FLAGFETCH_ISO_FLAGS_DIR);
    for (QString &package : packages)
        package += u'/' + shape;
    return packages;
}

/// With the version that the package of this folder of flags says it is.
QString flagIconsLicence(const QString &flags)
{
    QFile file(flags + u"/../../package.json"_s);
    const QJsonObject package
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    return QString(u"MIT, flag-icons "_s + package.value("version"_L1).toString()).trimmed();
}

std::optional<QString> firstWithPictures(const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (!pictureCodes(folder).isEmpty())
            return folder;
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureFolder> findPictures(PictureSet set, const QString &named)
{
    // A person's own folder takes the place of the program's set; iso-flags-svg stays what it is, for
    // comparing.
    if (!named.isEmpty() && set != PictureSet::IsoFlags) {
        const auto folder = firstWithPictures({named});
        return folder ? std::optional(PictureFolder{.path = *folder}) : std::nullopt;
    }
    const bool isSquare = set == PictureSet::FlagIconsSquare;
    if (set != PictureSet::IsoFlags) {
        if (const auto folder = firstWithPictures(flagIconsFolders(isSquare ? "1x1"_L1 : "4x3"_L1)))
            return PictureFolder{*folder, flagIconsLicence(*folder), QUrl(flagIconsLicenceUrl)};
    }
    if (const auto folder
        = firstWithPictures(isoFlagsFolders(isSquare ? "country-squared"_L1 : "country-4x3"_L1)))
        return PictureFolder{*folder, isoFlagsLicence, QUrl(isoFlagsLicenceUrl), set != PictureSet::IsoFlags};
    return std::nullopt;
}

Failure picturesMissing(const QString &named)
{
    return {FailureKind::PicturesMissing, 0, named};
}

QStringList pictureCodes(const QString &folder)
{
    // What is no flag (xx), and what is another's: 7.5.0 draws Saint Helena's former flag for Tristan da
    // Cunha.
    static const QStringList notInFlagIcons{u"sh-ta"_s, u"xx"_s};

    QStringList codes = QDir(folder).entryList({u"*.svg"_s}, QDir::Files);
    for (QString &code : codes)
        code.chop(4);
    if (QFileInfo::exists(folder + u"/../../country.json"_s)) // the package has this file beside its flags
        codes.removeIf([](const QString &code) { return notInFlagIcons.contains(code); });
    return codes;
}
