#include "app/saving/flagrenditions.h"

#include "app/sets/verification.h"
#include "app/storage/setfiles.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array formats{RenditionFormat::Png, RenditionFormat::WebP};

Crop cropIn(const QJsonObject &object)
{
    return cropFromWord(object.value("crop"_L1).toString()).value_or(Crop::None);
}

bool isWidth(int width)
{
    return width >= 1 && width <= maximalRenditionWidth;
}

} // namespace

QJsonObject conversionToJson(const Conversion &conversion)
{
    QJsonObject object;
    for (const RenditionFormat format : formats) {
        QJsonArray widths;
        for (const RenditionSpec &spec : conversion.renditions) {
            if (spec.format == format)
                widths.append(spec.width);
        }
        if (!widths.isEmpty())
            object.insert(suffixOf(format), widths);
    }
    if (object.isEmpty())
        return object;
    if (conversion.crop != Crop::None)
        object.insert("crop"_L1, cropWord(conversion.crop));
    if (!conversion.keepsOriginal)
        object.insert("original"_L1, false);
    return object;
}

Conversion conversionFromJson(const QJsonObject &object)
{
    Conversion conversion{
        .renditions = {}, .crop = cropIn(object), .keepsOriginal = object.value("original"_L1).toBool(true)};
    for (const RenditionFormat format : formats) {
        const QJsonArray widths = object.value(suffixOf(format)).toArray();
        for (const QJsonValue &width : widths) {
            if (isWidth(width.toInt()))
                conversion.renditions.append({format, width.toInt()});
        }
    }
    return conversion;
}

std::optional<RenditionSpec> renditionSpecOf(const DerivedFile &derived)
{
    const auto format = renditionFormatFromSuffix(derived.format);
    if (!format || !isWidth(derived.width))
        return std::nullopt;
    return RenditionSpec{*format, derived.width};
}

QString renditionPath(const NameTemplate &name, const NameParts &original, const RenditionSpec &rendition)
{
    NameParts parts = original;
    parts.width = rendition.width;
    parts.suffix = suffixOf(rendition.format);
    QString path = name.pathOf(parts);
    if (!name.text().contains("{width}"_L1) || path == name.pathOf(original))
        path.insert(path.size() - parts.suffix.size() - 1, u'-' + QString::number(rendition.width));
    return path;
}

namespace {

/// Returns the descriptions of the requested renditions, without sizes and hashes for new ones.
QList<DerivedFile> wantedPictures(const SaveRequest &request, const NameParts &original)
{
    if (request.known)
        return request.known->derived;
    QList<DerivedFile> wanted;
    for (const RenditionSpec &rendition : request.conversion.renditions)
        wanted.append({.file = renditionPath(request.save.nameTemplate, original, rendition),
            .format = suffixOf(rendition.format),
            .width = rendition.width,
            .crop = cropWord(request.conversion.crop)});
    return wanted;
}

/// Removes the files that are intact on disk from `wanted` and returns them.
QList<DerivedFile> takeInPlace(const QString &folder, QList<DerivedFile> &wanted)
{
    QList<DerivedFile> inPlace;
    wanted.removeIf([&](const DerivedFile &file) {
        const bool isThere = fileState(folder, file.file, file.sha256) == FileState::Intact;
        if (isThere)
            inPlace.append(file);
        return isThere;
    });
    return inPlace;
}

/// In bytes: the renditions of one flag that stay in memory until they are written. The others are rendered
/// again. A set can request thousands of large pictures of one flag.
constexpr qint64 bytesKept = 32 << 20;

FlagRendition described(const DerivedFile &wanted, const Rendition &rendition)
{
    DerivedFile entry = wanted;
    entry.sha256 = sha256(rendition.bytes);
    entry.bytes = rendition.bytes.size();
    entry.madeOf.clear();
    return {entry, rendition};
}

/// Makes the renditions with this crop. Skips files that this version of the program cannot make.
Result<QList<FlagRendition>> cutRenditions(const Picture &picture, const QList<DerivedFile> &all, Crop crop)
{
    QList<DerivedFile> wanted;
    QList<RenditionSpec> specs;
    for (const DerivedFile &file : all) {
        const auto spec = renditionSpecOf(file);
        if (spec && file.crop == cropWord(crop)) {
            wanted.append(file);
            specs.append(*spec);
        }
    }
    QList<FlagRendition> renditions;
    qint64 kept = 0;
    const auto failure = picture.drawRenditions(specs, crop, [&](const Rendition &rendition) {
        FlagRendition made = described(wanted.at(renditions.size()), rendition);
        if (kept + made.entry.bytes > bytesKept)
            made.rendition.bytes.clear();
        kept += made.rendition.bytes.size();
        renditions.append(made);
    });
    if (failure)
        return unexpected(*failure);
    return renditions;
}

/// Removes the renditions that differ from those of the set and returns the reason. They differ if another
/// version of a library renders differently, or if the set's rendition was made from another picture.
std::optional<Failure> takeOthers(QList<FlagRendition> &made, const QList<DerivedFile> &wanted)
{
    std::optional<Failure> reason;
    if (made.size() < wanted.size())
        reason = Failure{FailureKind::RenditionMismatch, 0, {}};
    made.removeIf([&](const FlagRendition &rendition) {
        const auto &before = *std::ranges::find(wanted, rendition.entry.file, &DerivedFile::file);
        if (before.sha256 == rendition.entry.sha256)
            return false;
        reason = Failure{
            before.madeOf.isEmpty() ? FailureKind::RenditionMismatch : FailureKind::ContentMismatch, 0, {}};
        return true;
    });
    return reason;
}

} // namespace

Result<FlagRenditions> renditionsFor(
    const SaveRequest &request, const Picture &picture, const NameParts &original)
{
    const bool isRestore = request.purpose == BatchPurpose::Restore;
    QList<DerivedFile> wanted = wantedPictures(request, original);
    FlagRenditions renditions;
    if (isRestore)
        renditions.inPlace = takeInPlace(request.save.folder, wanted);
    for (const Crop crop : {Crop::None, Crop::Square, Crop::Circle}) {
        const auto cut = cutRenditions(picture, wanted, crop);
        if (!cut)
            return unexpected(cut.error());
        renditions.made += *cut;
    }
    if (isRestore)
        renditions.shortfall = takeOthers(renditions.made, wanted);
    return renditions;
}

Result<QByteArray> bytesOf(const FlagRendition &rendition, const Picture &picture)
{
    QByteArray bytes = rendition.rendition.bytes;
    if (!bytes.isEmpty())
        return bytes;
    const Crop crop = cropFromWord(rendition.entry.crop).value_or(Crop::None);
    const auto failure = picture.drawRenditions(
        {rendition.rendition.spec}, crop, [&bytes](const Rendition &drawn) { bytes = drawn.bytes; });
    if (failure)
        return unexpected(*failure);
    return bytes;
}
