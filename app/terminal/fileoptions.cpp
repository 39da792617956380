#include "app/images/rendition.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct FileOptions
{
    Q_DECLARE_TR_FUNCTIONS(FileOptions)
};

ValueOrBad<QList<int>> readWidths(const QString &text)
{
    auto widths = widthsFromText(text);
    if (!widths)
        return unexpected(BadValue{widths.error().reason});
    return *std::move(widths);
}

ValueOrBad<Crop> readCrop(const QString &text)
{
    const auto crop = cropFromWord(text);
    if (crop && *crop != Crop::None)
        return *crop;
    return unexpected(BadValue{FileOptions::tr("allowed are square and circle")});
}

} // namespace

OptionGroup fileOptions()
{
    return {FileOptions::tr("Files"),
        {
            {u"output"_s, u"o"_s, u"DIR"_s,
                FileOptions::tr("folder for the flags; it is created if it does not exist (default: "
                                "downloads; in a window the last one)"),
                downloadModes | Mode::Rebuild},
            {u"name"_s, {}, u"TEMPLATE"_s,
                FileOptions::tr("template for file names, with {CC}, {cc}, {iso3}, {num}, {country}, "
                                "{country:zh}, {continent}, {source}, {width} and {ext}; \"/\" creates a "
                                "folder (default: {CC}-{country}; in a window the last one)"),
                downloadModes},
            {u"conflict"_s, {}, u"P"_s,
                FileOptions::tr(
                    "what to do if the file exists: overwrite (default; in a window the last one), skip or "
                    "rename; skip does not request flags that the set already has from the same source"),
                downloadModes},
        }};
}

void readFileOptions(GivenOptions &given, Options &options)
{
    given.take("output"_L1, readOutputFolder, [&options](const QString &folder) { options.folder = folder; });
    given.take(
        "name"_L1, readNameTemplate, [&options](const NameTemplate &name) { options.nameTemplate = name; });
    given.take(
        "conflict"_L1, readConflictPolicy, [&options](ConflictPolicy policy) { options.conflict = policy; });
}

OptionGroup conversionOptions()
{
    return {FileOptions::tr("Converting"),
        {
            {u"png"_s, {}, u"WIDTH[,WIDTH...]"_s,
                FileOptions::tr("also save each flag as PNG, named CC-Country-WIDTH.png; an SVG is drawn at "
                                "exactly this width, other pictures are never enlarged"),
                downloadModes},
            {u"webp"_s, {}, u"WIDTH[,WIDTH...]"_s, FileOptions::tr("the same as lossless WebP"),
                downloadModes},
            {u"crop"_s, {}, u"SHAPE"_s,
                FileOptions::tr("crop these pictures: square, or circle with transparent corners"),
                downloadModes},
            {u"no-original"_s, {}, {},
                FileOptions::tr("save only these pictures, not the file from the source"), downloadModes},
        }};
}

void readConversionOptions(GivenOptions &given, Options &options)
{
    Conversion &conversion = options.conversion;
    const auto spec = [&conversion](RenditionFormat format) {
        return [&conversion, format](const QList<int> &widths) {
            for (const int width : widths)
                conversion.renditions.append({format, width});
        };
    };
    given.take(u"png"_s, readWidths, spec(RenditionFormat::Png));
    given.take(u"webp"_s, readWidths, spec(RenditionFormat::WebP));
    given.take(u"crop"_s, readCrop, [&conversion](Crop crop) { conversion.crop = crop; });
    conversion.keepsOriginal = !given.isSet(u"no-original"_s);
    for (const QString &option : {u"crop"_s, u"no-original"_s}) {
        if (given.isSet(option) && conversion.renditions.isEmpty())
            given.fail(
                FileOptions::tr("--%1: it can be used only together with --png or --webp").arg(option));
    }
}
