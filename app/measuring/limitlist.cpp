#include "app/measuring/limitlist.h"

#include "app/transfer/transfersettings.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct LimitList
{
    Q_DECLARE_TR_FUNCTIONS(LimitList)
};

constexpr qsizetype mostLimits = 20; // more points than a chart can label

QString allowedLimits()
{
    return LimitList::tr(
        "allowed are up to %1 whole numbers from 1 to %2, separated by commas, such as 1,2,5,10")
        .arg(mostLimits)
        .arg(TransferSettings::maximalLimit);
}

} // namespace

QList<int> defaultLimits()
{
    return {1, 2, 5, 10, 30, 100};
}

tl::expected<QList<int>, QString> readLimits(const QString &text)
{
    static const QRegularExpression separator(u"\\s*[,，、;；\\s]\\s*"_s);
    QList<int> limits;
    const QStringList items = text.trimmed().split(separator);
    for (const QString &item : items) {
        bool ok = false;
        const int limit = item.toInt(&ok);
        if (!ok || limit < 1 || limit > TransferSettings::maximalLimit)
            return tl::unexpected(allowedLimits());
        limits.append(limit);
    }
    std::ranges::sort(limits);
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    if (limits.size() > mostLimits)
        return tl::unexpected(allowedLimits());
    return limits;
}

QString limitsText(const QList<int> &limits)
{
    QStringList items;
    for (const int limit : limits)
        items.append(QString::number(limit));
    return items.join(u", "_s);
}
