#include "app/terminal/conversionoptions.h"

#include "app/images/widthlist.h"
#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct ConversionOptions
{
    Q_DECLARE_TR_FUNCTIONS(ConversionOptions)
};

ValueOrBad<QList<int>> readWidths(const QString &text)
{
    auto widths = widthsFromText(text);
    if (const auto *bad = std::get_if<BadWidths>(&widths))
        return BadValue{bad->reason};
    return std::get<QList<int>>(std::move(widths));
}

ValueOrBad<Crop> readCrop(const QString &text)
{
    const auto crop = cropCalled(text);
    if (crop && *crop != Crop::None)
        return *crop;
    return BadValue{ConversionOptions::tr("allowed are square and circle")};
}

} // namespace

OptionGroup conversionOptions()
{
    return {ConversionOptions::tr("Converting"),
        {
            {u"png"_s, {}, u"WIDTH[,WIDTH...]"_s,
                ConversionOptions::tr(
                    "save each flag as PNG too, as CC-Country-WIDTH.png; an SVG is drawn at "
                    "exactly that width, any other picture is never enlarged"),
                downloadModes},
            {u"webp"_s, {}, u"WIDTH[,WIDTH...]"_s, ConversionOptions::tr("the same as lossless WebP"),
                downloadModes},
            {u"crop"_s, {}, u"SHAPE"_s,
                ConversionOptions::tr("of those pictures: square, or circle with transparent corners"),
                downloadModes},
            {u"no-original"_s, {}, {},
                ConversionOptions::tr("keep only those pictures, not what the source sent"), downloadModes},
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
                ConversionOptions::tr("--%1: it can be used only together with --png or --webp").arg(option));
    }
}
