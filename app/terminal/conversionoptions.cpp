#include "app/terminal/conversionoptions.h"

#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ConversionOptions
{
    Q_DECLARE_TR_FUNCTIONS(ConversionOptions)
};

/// "80,160,320": each once, smallest first.
ValueOrBad<QList<int>> readWidths(const QString &text)
{
    QList<int> widths;
    for (const QString &word : text.split(u',')) {
        bool ok = false;
        const int width = word.toInt(&ok);
        if (!ok || width < 1 || width > maximalRenditionWidth)
            return BadValue{
                ConversionOptions::tr("allowed are widths from 1 to %1 pixels, as 320 or 80,160,320")
                    .arg(maximalRenditionWidth)};
        widths.append(width);
    }
    std::ranges::sort(widths);
    widths.erase(std::ranges::unique(widths).begin(), widths.end());
    return widths;
}

ValueOrBad<Crop> readCrop(const QString &text)
{
    if (text == "square"_L1)
        return Crop::Square;
    if (text == "circle"_L1)
        return Crop::Circle;
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
    const auto order = [&conversion](RenditionFormat format) {
        return [&conversion, format](const QList<int> &widths) {
            for (const int width : widths)
                conversion.orders.append({format, width});
        };
    };
    given.take(u"png"_s, readWidths, order(RenditionFormat::Png));
    given.take(u"webp"_s, readWidths, order(RenditionFormat::WebP));
    given.take(u"crop"_s, readCrop, [&conversion](Crop crop) { conversion.crop = crop; });
    conversion.keepsOriginal = !given.isSet(u"no-original"_s);
    for (const QString &option : {u"crop"_s, u"no-original"_s}) {
        if (given.isSet(option) && conversion.orders.isEmpty())
            given.fail(
                ConversionOptions::tr("--%1: it can be used only together with --png or --webp").arg(option));
    }
}
