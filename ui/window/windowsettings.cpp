#include "ui/window/windowsettings.h"

#include "app/images/rendition.h"
#include "app/storage/filereading.h"
#include "app/storage/storedvalues.h"
#include "app/transfer/transfersettings.h"
#include "ui/look/cellmetrics.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto sourceKey = "download/source"_L1;
constexpr auto limitsGroup = "limits"_L1;
constexpr auto choicesGroup = "sources"_L1;
constexpr auto formatKey = "format"_L1;
constexpr auto widthKey = "width"_L1;
constexpr auto fallbacksKey = "fallbacks"_L1;
constexpr auto folderKey = "download/folder"_L1;
constexpr auto nameTemplateKey = "files/name"_L1;
constexpr auto conflictKey = "files/conflict"_L1;
constexpr auto pngKey = "files/png"_L1;
constexpr auto webPKey = "files/webp"_L1;
constexpr auto cropKey = "files/crop"_L1;
constexpr auto keepsOriginalKey = "files/keepsOriginal"_L1;
constexpr auto tickedKey = "download/ticked"_L1;
constexpr auto pictureWidthKey = "window/pictureWidth"_L1;
constexpr auto orderKey = "window/order"_L1;
constexpr auto groupedKey = "window/grouped"_L1;
constexpr auto detailsShownKey = "details/shown"_L1;
constexpr auto detailsWidthKey = "details/width"_L1;
constexpr auto timelineShownKey = "timeline/shown"_L1;
constexpr auto timelineHeightKey = "timeline/height"_L1;

constexpr int mostPixels = 32767; // of a window: coordinates of X11 have 16 bits

template <typename T>
std::optional<T> read(const QSettings &settings, QLatin1StringView key)
{
    if (!settings.contains(key))
        return {};
    return settings.value(key).value<T>();
}

template <typename T>
void write(QSettings &settings, QLatin1StringView key, const std::optional<T> &value)
{
    if (value)
        settings.setValue(key, *value);
}

/// A relative folder would be another one for each start.
std::optional<QString> readFolder(const QSettings &settings)
{
    const auto folder = read<QString>(settings, folderKey);
    return folder && QDir::isAbsolutePath(*folder) ? folder : std::nullopt;
}

Conversion readConversion(const QSettings &settings)
{
    Conversion conversion;
    const auto read = [&](QLatin1StringView key, RenditionFormat format) {
        const auto widths = widthsFromText(settings.value(key).toString()).value_or(QList<int>());
        for (const int width : widths)
            conversion.renditions.append({format, width});
    };
    read(pngKey, RenditionFormat::Png);
    read(webPKey, RenditionFormat::WebP);
    conversion.crop = cropFromWord(settings.value(cropKey).toString()).value_or(Crop::None);
    conversion.keepsOriginal = storedSwitch(settings, keepsOriginalKey).value_or(true);
    return conversion;
}

void writeConversion(QSettings &settings, const Conversion &conversion)
{
    settings.setValue(pngKey, widthsText(conversion, RenditionFormat::Png));
    settings.setValue(webPKey, widthsText(conversion, RenditionFormat::WebP));
    settings.setValue(cropKey, cropWord(conversion.crop));
    settings.setValue(keepsOriginalKey, conversion.keepsOriginal);
}

// Ignores values of older or newer versions that are invalid here.
std::optional<FileRules> readFileRules(const QSettings &settings)
{
    const auto text = read<QString>(settings, nameTemplateKey);
    if (!text)
        return {};
    FileRules rules;
    if (const auto usable = NameTemplate::parse(*text))
        rules.nameTemplate = *usable;
    const QString word = settings.value(conflictKey).toString();
    rules.conflict = conflictPolicyFromWord(word);
    rules.conversion = readConversion(settings);
    return rules;
}

QHash<QString, int> readLimits()
{
    QSettings settings;
    settings.beginGroup(limitsGroup);
    QHash<QString, int> limits;
    const QStringList ids = settings.childKeys();
    for (const QString &id : ids) {
        if (const auto limit = storedNumber(settings, id, 1, TransferSettings::maximalLimit))
            limits.insert(id, *limit);
    }
    return limits;
}

void writeLimits(const QHash<QString, int> &limits)
{
    QSettings settings;
    settings.remove(limitsGroup);
    settings.beginGroup(limitsGroup);
    for (auto limit = limits.cbegin(); limit != limits.cend(); ++limit)
        settings.setValue(limit.key(), limit.value());
}

SourceChoices readChoices()
{
    QSettings settings;
    settings.beginGroup(choicesGroup);
    SourceChoices choices;
    const QStringList ids = settings.childGroups();
    for (const QString &id : ids) {
        settings.beginGroup(id);
        choices.insert(id,
            {.picture = {.format = settings.value(formatKey).toString(),
                 .width = storedNumber(settings, widthKey, 1, std::numeric_limits<int>::max())},
                .fallbacks = settings.value(fallbacksKey).toStringList()});
        settings.endGroup();
    }
    return choices;
}

void writeChoices(const SourceChoices &choices)
{
    QSettings settings;
    settings.remove(choicesGroup);
    settings.beginGroup(choicesGroup);
    for (auto choice = choices.cbegin(); choice != choices.cend(); ++choice) {
        settings.beginGroup(choice.key());
        settings.setValue(formatKey, choice->picture.format);
        write(settings, widthKey, choice->picture.width);
        settings.setValue(fallbacksKey, choice->fallbacks);
        settings.endGroup();
    }
}

struct SettingsFile
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};

} // namespace

WindowSettings WindowSettings::load()
{
    const QSettings settings;
    return {
        .geometry = settings.value(geometryKey).toByteArray(),
        .sourceId = read<QString>(settings, sourceKey),
        .limits = readLimits(),
        .sourceChoices = readChoices(),
        .folder = readFolder(settings),
        .files = readFileRules(settings),
        .ticked = read<QStringList>(settings, tickedKey),
        .pictureWidth = storedNumber(
            settings, pictureWidthKey, CellMetrics::minimumPictureWidth, CellMetrics::maximumPictureWidth),
        .order = sortOrderFromWord(settings.value(orderKey).toString()),
        .isGrouped = storedSwitch(settings, groupedKey),
        .detailsShown = storedSwitch(settings, detailsShownKey),
        .detailsWidth = storedNumber(settings, detailsWidthKey, 1, mostPixels),
        .timelineShown = storedSwitch(settings, timelineShownKey),
        .timelineHeight = storedNumber(settings, timelineHeightKey, 1, mostPixels),
    };
}

void WindowSettings::store() const
{
    QSettings settings;
    settings.setValue(geometryKey, geometry);
    write(settings, sourceKey, sourceId);
    writeLimits(limits);
    writeChoices(sourceChoices);
    write(settings, folderKey, folder);
    if (files) {
        settings.setValue(nameTemplateKey, files->nameTemplate.text());
        settings.setValue(conflictKey, files->conflict ? conflictWord(*files->conflict) : u"ask"_s);
        writeConversion(settings, files->conversion);
    }
    write(settings, tickedKey, ticked);
    write(settings, pictureWidthKey, pictureWidth);
    if (order)
        settings.setValue(orderKey, sortOrderWord(*order));
    write(settings, groupedKey, isGrouped);
    write(settings, detailsShownKey, detailsShown);
    write(settings, detailsWidthKey, detailsWidth);
    write(settings, timelineShownKey, timelineShown);
    write(settings, timelineHeightKey, timelineHeight);
}

bool WindowSettings::areNew()
{
    return !QSettings().contains(geometryKey);
}

QString disableUnreadableSettings()
{
    constexpr qint64 largest = 4 << 20; // bytes; 100 selections with every country need less
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    // QSettings reads the program's file and the organisation's.
    for (const QString &path :
        QStringList{folder + u"/flagfetch/flagfetch.conf"_s, folder + u"/flagfetch.conf"_s}) {
        if (!QFileInfo::exists(path))
            continue;
        const auto read = readGivenFile(path, largest);
        if (read)
            continue;
        // No file exists or can be created below a device.
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u"/dev/null"_s);
        const QString reason
            = read.error().isTooLarge ? SettingsFile::tr("the file is too large") : read.error().text;
        return SettingsFile::tr("%1: %2; the window starts without settings and stores none")
            .arg(path, reason);
    }
    return {};
}
