#include "app/images/widthlist.h"

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

std::variant<QList<int>, BadWidths> widthsFromText(const QString &text)
{
    QList<int> widths;
    for (const QString &word : text.split(u',')) {
        bool ok = false;
        const int width = word.trimmed().toInt(&ok);
        if (!ok || width < 1 || width > maximalRenditionWidth)
            return BadWidths{WidthList::tr("allowed are widths from 1 to %1 pixels, as 320 or 80,160,320")
                                 .arg(maximalRenditionWidth)};
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
