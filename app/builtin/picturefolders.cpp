#include "app/builtin/picturefolders.h"

#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"

#include <QCoreApplication>
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

/// The folder of the running program. Works without an application object.
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

/// The licence with the version in the package.json of flag-icons.
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

struct FallbackNotice
{
    Q_DECLARE_TR_FUNCTIONS(FallbackNotice)
};

QList<std::pair<QString, QByteArray>> picturesIn(const QString &folder)
{
    QList<std::pair<QString, QByteArray>> pictures;
    const QStringList codes = pictureCodes(folder);
    for (const QString &code : codes) {
        QFile file(folder + u'/' + code + u".svg"_s);
        if (hasFlagChange(code.toUpper()) && file.open(QIODevice::ReadOnly))
            pictures.append({code.toUpper(), file.readAll()});
    }
    return pictures;
}

} // namespace

std::optional<PictureFolder> findPictures(PictureSet set, const QString &named)
{
    // The user's folder replaces flag-icons. iso-flags-svg is not replaced, so that it can be compared.
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
    // xx is not a flag. For Tristan da Cunha flag-icons 7.5.0 has the former flag of Saint Helena.
    static const QStringList notInFlagIcons{u"sh-ta"_s, u"xx"_s};

    QStringList codes = QDir(folder).entryList({u"*.svg"_s}, QDir::Files);
    for (QString &code : codes)
        code.chop(4);
    if (QFileInfo::exists(folder + u"/../../country.json"_s)) // only in the package of flag-icons
        codes.removeIf([](const QString &code) { return notInFlagIcons.contains(code); });
    return codes;
}

QString fallbackNotice(const QString &folder)
{
    const QString what
        = FallbackNotice::tr("The built-in pictures are Debian's, because flag-icons is not installed.");
    const QString older = olderPicturesText(wrongPictures(picturesIn(folder)).size());
    const QString advice = FallbackNotice::tr("Run scripts/install-dependencies.sh to get the newer ones.");
    return joinedSentences({what, older, advice});
}
