#include "app/images/rendition.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct WidthList
{
    Q_DECLARE_TR_FUNCTIONS(WidthList)
};

} // namespace

QString cropWord(Crop crop)
{
    switch (crop) {
    case Crop::None:
        return {};
    case Crop::Square:
        return u"square"_s;
    case Crop::Circle:
        return u"circle"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Crop> cropFromWord(const QString &word)
{
    for (const Crop crop : {Crop::None, Crop::Square, Crop::Circle}) {
        if (cropWord(crop) == word)
            return crop;
    }
    return std::nullopt;
}

QString endingOf(RenditionFormat format)
{
    switch (format) {
    case RenditionFormat::Png:
        return u"png"_s;
    case RenditionFormat::WebP:
        return u"webp"_s;
    }
    Q_UNREACHABLE();
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
