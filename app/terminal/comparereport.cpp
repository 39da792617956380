#include "app/terminal/comparereport.h"

#include "app/failures/failuretext.h"
#include "app/failures/failureword.h"
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
    QStringList missing;
    for (const FlagResult &side : flag.flags) {
        if (side.state != FlagState::Saved)
            missing.append(u"%1: %2"_s.arg(side.sourceTitle, failureCause(side.failure)));
    }
    QString line = distance.rightJustified(distanceColumn)
        + u"  %1  %2"_s.arg(flag.country().code, flag.country().displayName);
    if (!missing.isEmpty())
        line += u" (%1)"_s.arg(missing.join("; "_L1));
    return line;
}

QJsonObject sideOf(const FlagResult &side)
{
    const bool isThere = side.state == FlagState::Saved;
    return {
        {u"source"_s, side.sourceId},
        {u"status"_s, statusWord(side.state)},
        {u"bytes"_s, side.bytes},
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
        {u"sources"_s, QJsonArray{sideOf(flag.flags.front()), sideOf(flag.flags.back())}},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
