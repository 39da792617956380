#include "app/images/rendition.h"

#include "app/language/wordtable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto cropWords = wordTable<Crop>({
    {Crop::None, {}},
    {Crop::Square, "square"_L1},
    {Crop::Circle, "circle"_L1},
});

constexpr auto renditionSuffixes = wordTable<RenditionFormat>({
    {RenditionFormat::Png, "png"_L1},
    {RenditionFormat::WebP, "webp"_L1},
});

struct WidthList
{
    Q_DECLARE_TR_FUNCTIONS(WidthList)
};

} // namespace

QString cropWord(Crop crop)
{
    return cropWords.wordOf(crop);
}

std::optional<Crop> cropFromWord(const QString &word)
{
    return word.isEmpty() ? Crop::None : cropWords.valueOf(word);
}

QString suffixOf(RenditionFormat format)
{
    return renditionSuffixes.wordOf(format);
}

std::optional<RenditionFormat> renditionFormatFromSuffix(const QString &suffix)
{
    return renditionSuffixes.valueOf(suffix);
}

tl::expected<QList<int>, BadWidths> widthsFromText(const QString &text)
{
    QList<int> widths;
    for (const QString &word : text.split(u',')) {
        bool ok = false;
        const int width = word.trimmed().toInt(&ok);
        if (!ok || width < 1 || width > maximalRenditionWidth)
            return tl::unexpected(
                BadWidths{WidthList::tr("allowed are widths from 1 to %1 pixels, as 320 or 80,160,320")
                              .arg(maximalRenditionWidth)});
        widths.append(width);
    }
    std::ranges::sort(widths);
    widths.erase(std::unique(widths.begin(), widths.end()), widths.end());
    return widths;
}

QString widthsText(const Conversion &conversion, RenditionFormat format)
{
    QStringList widths;
    for (const RenditionSpec &spec : conversion.renditions) {
        if (spec.format == format)
            widths.append(QString::number(spec.width));
    }
    return widths.join(u", "_s);
}
