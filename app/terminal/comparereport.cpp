#include "app/terminal/comparereport.h"

#include "app/failures/failuretext.h"
#include "app/failures/failureword.h"
#include "app/freshness/freshnesstext.h"
#include "app/terminal/jsonline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int distanceColumn = 6;

struct CompareReport
{
    Q_DECLARE_TR_FUNCTIONS(CompareReport)
};

QString lineOf(const ComparedFlag &flag)
{
    const QString distance
        = flag.distance ? QString::number(*flag.distance, 'f', 1) : QString(QChar(u'\u2013'));
    QStringList remarks;
    for (std::size_t number = 0; number < flag.flags.size(); ++number) {
        const FlagResult &side = flag.flags[number];
        const QString remark = side.state == FlagState::Saved
            ? freshnessText(flag.freshness[number], flag.country().displayName)
            : failureCause(side.failure);
        if (!remark.isEmpty())
            remarks.append(u"%1: %2"_s.arg(side.sourceTitle, remark));
    }
    QString line = distance.rightJustified(distanceColumn)
        + u"  %1  %2"_s.arg(flag.country().code, flag.country().displayName);
    if (!remarks.isEmpty())
        line += u" (%1)"_s.arg(remarks.join("; "_L1));
    return line;
}

QJsonObject sideOf(const FlagResult &side, const std::optional<FlagFreshness> &freshness)
{
    const bool isThere = side.state == FlagState::Saved;
    return {
        {u"source"_s, side.sourceId},
        {u"status"_s, statusWord(side.state)},
        {u"bytes"_s, side.bytes},
        {u"superseded_since"_s, supersededSince(freshness)},
        {u"kind"_s, isThere ? QJsonValue() : QJsonValue(failureWord(side.failure.kind))},
        {u"error"_s,
            isThere ? QJsonValue() : QJsonValue(failureText(side.failure, side.country.displayName))},
    };
}

} // namespace

QStringList compareReport(QList<ComparedFlag> flags, const QString &one, const QString &other)
{
    std::ranges::sort(flags, comesBefore);
    QStringList lines{
        CompareReport::tr("Difference between %1 and %2, from 0 (alike) to 100:").arg(one, other)};
    for (const ComparedFlag &flag : std::as_const(flags))
        lines.append(lineOf(flag));
    return lines;
}

QByteArray compareJsonLine(const ComparedFlag &flag)
{
    const QJsonObject object{
        {u"code"_s, flag.country().code},
        {u"country"_s, flag.country().name.isEmpty() ? QJsonValue() : QJsonValue(flag.country().name)},
        {u"distance"_s, flag.distance ? QJsonValue(std::round(*flag.distance * 10) / 10) : QJsonValue()},
        {u"sources"_s,
            QJsonArray{sideOf(flag.flags.front(), flag.freshness.front()),
                sideOf(flag.flags.back(), flag.freshness.back())}},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
