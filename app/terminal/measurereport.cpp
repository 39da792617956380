#include "app/terminal/measurereport.h"

#include "app/downloads/summarytext.h"
#include "app/language/columns.h"
#include "app/language/joining.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct MeasureReport
{
    Q_DECLARE_TR_FUNCTIONS(MeasureReport)
};

// In columns of a terminal. A line has at most 79 together.
constexpr std::array<qsizetype, 5> measuredColumns{5, 10, 9, 10, 8};
constexpr qsizetype longestBar = 32;

QString inColumns(const std::array<QString, measuredColumns.size()> &texts)
{
    QString line;
    for (std::size_t number = 0; number < texts.size(); ++number) {
        const qsizetype free = measuredColumns[number] - columnsOf(texts[number]);
        line += QString(std::max<qsizetype>(free, number == 0 ? 0 : 1), u' ') + texts[number];
    }
    return line;
}

/// "====|" for the time of a run, compared with that of one request after another; the mark is the ideal
/// time.
QString barOf(const Measurement &measurement, const MeasuredRun &run)
{
    const auto whole = double(measurement.sequentialTime().count());
    const auto lengthOf = [whole](MeasuredRun::Duration time) {
        const double share = whole > 0 ? double(time.count()) / whole : 0;
        return qsizetype(std::lround(double(longestBar) * std::min(share, 1.0)));
    };
    QString bar(std::max<qsizetype>(lengthOf(run.elapsed), 1), u'=');
    const qsizetype ideal = lengthOf(measurement.idealTime(run));
    bar = bar.leftJustified(ideal);
    return bar.insert(ideal, u'|');
}

QString secondsText(MeasuredRun::Duration duration)
{
    return elapsedText(std::chrono::round<std::chrono::milliseconds>(duration));
}

/// The codes of all runs, each once. Only the first are listed.
struct MissingFlags
{
    int count = 0;
    QString text; ///< "DE, FR and 20 more"
};

MissingFlags missingFlags(const Measurement &measurement, QStringList MeasuredRun::*codesOf)
{
    constexpr qsizetype listed = 8;
    QStringList codes;
    for (const MeasuredRun &run : measurement.runs)
        codes += run.*codesOf;
    codes.sort();
    codes.removeDuplicates();
    const QString first = joinedItems(codes.first(std::min(listed, codes.size())));
    const auto more = int(codes.size() - listed);
    return {.count = int(codes.size()),
        .text
        = more > 0 ? MeasureReport::tr("%1 and %n more", "codes of countries", more).arg(first) : first};
}

double rounded(double number)
{
    return std::round(number * 100) / 100;
}

QByteArray measuredJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QString measuredHeading()
{
    return inColumns({MeasureReport::tr("Limit"), MeasureReport::tr("Time"), MeasureReport::tr("Speed-up"),
        MeasureReport::tr("In flight"), MeasureReport::tr("Flags")});
}

QString measuredLine(const Measurement &measurement, const MeasuredRun &run)
{
    return inColumns({QString::number(run.limit), secondsText(run.elapsed),
               QString::number(measurement.speedUp(run), 'f', 1), QString::number(run.mostInFlight),
               u"%1/%2"_s.arg(run.fetched).arg(run.flags())})
        + u"  "_s + barOf(measurement, run);
}

QString measuredLegend()
{
    return MeasureReport::tr(
        "= is the time, | what it would be if each more request at once helped equally.");
}

QString loweredLimitsText(const Measurement &measurement)
{
    QMap<int, QStringList> limits; // by the one in effect
    for (const MeasuredRun &run : measurement.runs) {
        if (run.effectiveLimit < run.limit)
            limits[run.effectiveLimit].append(QString::number(run.limit));
    }
    QStringList sentences;
    for (auto each = limits.cbegin(); each != limits.cend(); ++each)
        sentences.append(MeasureReport::tr("Only %1 requests at once were in effect for %2: this computer "
                                           "allows no more (ulimit -a).",
            "number, limits")
                             .arg(QString::number(each.key()), joinedItems(each.value())));
    return joinedSentences(sentences);
}

QString missingFlagsText(const Measurement &measurement)
{
    QStringList sentences;
    const MissingFlags notFound = missingFlags(measurement, &MeasuredRun::notFoundCodes);
    if (notFound.count > 0)
        sentences.append(
            MeasureReport::tr("%n flag(s) not found: %1.", nullptr, notFound.count).arg(notFound.text));
    const MissingFlags failed = missingFlags(measurement, &MeasuredRun::failedCodes);
    if (failed.count > 0)
        sentences.append(
            MeasureReport::tr("%n flag(s) failed with at least one limit: %1.", nullptr, failed.count)
                .arg(failed.text));
    return joinedSentences(sentences);
}

QByteArray measuredJsonLine(const Measurement &measurement, const MeasuredRun &run)
{
    return measuredJson({
        {u"limit"_s, run.limit},
        {u"effective_limit"_s, run.effectiveLimit},
        {u"ms"_s, roundedMilliseconds(run.elapsed)},
        {u"ideal_ms"_s, roundedMilliseconds(measurement.idealTime(run))},
        {u"speed_up"_s, rounded(measurement.speedUp(run))},
        {u"one_at_a_time_ms"_s, roundedMilliseconds(run.summedTime)},
        {u"most_in_flight"_s, run.mostInFlight},
        {u"requests"_s, run.requests},
        {u"average_request_ms"_s, roundedMilliseconds(run.averageTime)},
        {u"longest_request_ms"_s, roundedMilliseconds(run.longestTime)},
        {u"fetched"_s, run.fetched},
        {u"not_found"_s, run.notFound},
        {u"failed"_s, run.failed},
        {u"not_found_codes"_s, QJsonArray::fromStringList(run.notFoundCodes)},
        {u"failed_codes"_s, QJsonArray::fromStringList(run.failedCodes)},
        {u"retries"_s, run.retries},
        {u"refused"_s, run.refused},
        {u"bytes"_s, run.bytes},
    });
}

QByteArray conclusionJsonLine(const Conclusion &conclusion)
{
    using Kind = Conclusion::Kind;
    const bool hasLimit = conclusion.limit > 0;
    const bool hasBottleneck = conclusion.kind == Kind::Saturated;
    return measuredJson({
        {u"conclusion"_s, conclusionWords.wordOf(conclusion.kind)},
        {u"bottleneck"_s,
            hasBottleneck ? QJsonValue(bottleneckWords.wordOf(conclusion.bottleneck)) : QJsonValue()},
        {u"limit"_s, hasLimit ? QJsonValue(conclusion.limit) : QJsonValue()},
        {u"speed_up"_s, hasLimit ? QJsonValue(rounded(conclusion.speedUp)) : QJsonValue()},
        {u"text"_s, conclusionText(conclusion)},
    });
}
