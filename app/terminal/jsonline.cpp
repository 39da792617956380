#include "app/terminal/jsonline.h"

#include "app/failures/failure.h"
#include "app/language/wordtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// The member "status". Only end states are printed.
constexpr auto statusWords = wordTable<FlagState>({
    {FlagState::NotAsked, {}},
    {FlagState::Waiting, {}},
    {FlagState::OnHold, {}},
    {FlagState::Downloading, {}},
    {FlagState::Saved, "ok"_L1},
    {FlagState::Fetched, {}}, // see sideOf()
    {FlagState::Unchanged, "unchanged"_L1},
    {FlagState::Skipped, "skipped"_L1},
    {FlagState::NotFound, "not_found"_L1},
    {FlagState::Failed, "failed"_L1},
    {FlagState::Cancelled, "cancelled"_L1},
});

/// The member "superseded_since": the date or year on which another flag replaced the one in the picture.
QJsonValue supersededSince(const std::optional<FlagFreshness> &freshness)
{
    return freshness ? textOrNull(freshness->since) : QJsonValue();
}

/// The member "flag_of": the code of the country whose flag is in the picture, if it is the wrong country.
QJsonValue otherCountry(const std::optional<FlagFreshness> &freshness)
{
    return freshness ? textOrNull(freshness->whose) : QJsonValue();
}

/// Rounds down to tenths of a millisecond, the resolution of the event loop.
double milliseconds(SteadyTime::duration duration)
{
    using Tenths = std::chrono::duration<qint64, std::ratio<1, 10'000>>;
    return static_cast<double>(std::chrono::floor<Tenths>(duration).count()) / 10;
}

QJsonValue sinceBeginning(const std::optional<SteadyTime> &time, SteadyTime began)
{
    return time ? QJsonValue(milliseconds(*time - began)) : QJsonValue();
}

/// The transfer ends when both the picture and the metadata have arrived.
std::optional<SteadyTime> transferEnd(const FlagResult &result)
{
    if (!result.metadata || !result.metadata->finished || !result.image.finished)
        return result.image.finished;
    return std::max(*result.image.finished, *result.metadata->finished);
}

QJsonObject timings(const FlagResult &result, SteadyTime began)
{
    const bool saved = result.state == FlagState::Saved;
    return {
        {u"queued"_s, sinceBeginning(result.queued, began)},
        {u"started"_s, sinceBeginning(result.image.started, began)},
        {u"first_byte"_s, sinceBeginning(result.image.firstByte, began)},
        {u"finished"_s, sinceBeginning(transferEnd(result), began)},
        {u"saved"_s, saved ? sinceBeginning(result.ended, began) : QJsonValue()},
    };
}

QJsonArray earlierAnswers(const FlagResult &result)
{
    QJsonArray answers;
    for (const SourceAnswer &answer : result.earlier) {
        answers.append(QJsonObject{
            {u"source"_s, answer.sourceId},
            {u"kind"_s, failureWord(answer.failure.kind)},
            {u"error"_s, failureText(answer.failure, result.country.displayName)},
        });
    }
    return answers;
}

QJsonArray derivedFiles(const FlagResult &result)
{
    QJsonArray files;
    for (const DerivedPicture &picture : result.derived)
        files.append(QJsonObject{
            {u"file"_s, picture.path},
            {u"bytes"_s, picture.bytes},
            {u"sha256"_s, QLatin1StringView(picture.sha256.toHex())},
            {u"width"_s, picture.size.width()},
            {u"height"_s, picture.size.height()},
            {u"asked_width"_s, picture.spec.width},
        });
    return files;
}

QJsonObject sideOf(const FlagResult &side, const std::optional<FlagFreshness> &freshness)
{
    const bool isThere = side.state == FlagState::Fetched;
    return {
        {u"source"_s, side.sourceId},
        {u"status"_s, isThere ? "ok"_L1 : statusWords.wordOf(side.state)},
        {u"bytes"_s, side.bytes},
        {u"superseded_since"_s, supersededSince(freshness)},
        {u"flag_of"_s, otherCountry(freshness)},
        {u"kind"_s, isThere ? QJsonValue() : QJsonValue(failureWord(side.failure.kind))},
        {u"error"_s,
            isThere ? QJsonValue() : QJsonValue(failureText(side.failure, side.country.displayName))},
    };
}

} // namespace

QByteArray jsonLine(const FlagResult &result, SteadyTime began, const std::optional<FlagFreshness> &freshness)
{
    const bool onDisk = isOnDisk(result.state);
    const bool known = !result.name.isEmpty() || !result.country.name.isEmpty();
    const QString name = result.name.isEmpty() ? result.country.name : result.name;
    const QJsonObject object{
        {u"code"_s, result.country.code},
        {u"country"_s, known ? QJsonValue(name) : QJsonValue()},
        {u"name_from_catalogue"_s, result.nameFromCatalogue},
        {u"status"_s, statusWords.wordOf(result.state)},
        {u"changed"_s, result.isChanged},
        {u"url"_s, textOrNull(result.url)},
        {u"file"_s, onDisk && result.isOriginalKept ? QJsonValue(result.path) : QJsonValue()},
        {u"bytes"_s, result.bytes},
        {u"sha256"_s,
            result.sha256.isEmpty() ? QJsonValue() : QJsonValue(QLatin1StringView(result.sha256.toHex()))},
        {u"derived"_s, derivedFiles(result)},
        {u"superseded_since"_s, supersededSince(freshness)},
        {u"flag_of"_s, otherCountry(freshness)},
        {u"error"_s,
            onDisk ? QJsonValue() : QJsonValue(failureText(result.failure, result.country.displayName))},
        {u"kind"_s, onDisk ? QJsonValue() : QJsonValue(failureWord(result.failure.kind))},
        {u"source"_s, textOrNull(result.sourceId)},
        {u"earlier"_s, earlierAnswers(result)},
        {u"tries"_s, result.tries},
        {u"ms"_s, result.ended ? milliseconds(*result.ended - result.queued) : 0},
        {u"timings"_s, timings(result, began)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QByteArray verifyJsonLine(const CheckedFile &file)
{
    const QJsonObject object{
        {u"file"_s, file.file},
        {u"code"_s, textOrNull(file.code)},
        {u"state"_s, fileStateWord(file.state)},
        {u"derived"_s, file.isDerived},
        {u"superseded_since"_s, supersededSince(file.freshness)},
        {u"flag_of"_s, otherCountry(file.freshness)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray compareJsonLine(const ComparedFlag &flag)
{
    const QJsonObject object{
        {u"code"_s, flag.country().code},
        {u"country"_s, textOrNull(flag.country().name)},
        {u"distance"_s, flag.distance ? QJsonValue(std::round(*flag.distance * 10) / 10) : QJsonValue()},
        {u"sources"_s,
            QJsonArray{sideOf(flag.flags.front(), flag.freshness.front()),
                sideOf(flag.flags.back(), flag.freshness.back())}},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
