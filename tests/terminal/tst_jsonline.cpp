#include "app/failures/failure.h"
#include "app/terminal/jsonline.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const SteadyTime began{100s};

FlagResult savedResult()
{
    FlagResult result;
    result.country
        = {.code = u"CI"_s, .iso3 = u"CIV"_s, .name = u"Côte d’Ivoire"_s, .displayName = u"Elfenbeinküste"_s};
    result.state = FlagState::Saved;
    result.sourceId = u"second"_s;
    result.sourceTitle = u"Second"_s;
    result.earlier = {{u"first"_s, u"First"_s, {}, {FailureKind::NotFound, 404, {}}}};
    result.name = u"Ivory \"Coast\"\n"_s;
    result.isChanged = true;
    result.url = u"https://flags.example/ci.gif"_s;
    result.path = u"out/CI-Ivory_Coast.gif"_s;
    result.bytes = 1234;
    result.sha256 = QByteArray::fromHex("00ff10");
    result.tries = 2;
    result.queued = began + 1ms;
    result.image = {.queued = began + 2ms,
        .started = began + 3ms,
        .firstByte = began + 10'250us,
        .finished = began + 20ms};
    result.metadata = result.image;
    result.metadata->finished = began + 25ms;
    result.ended = began + 31ms;
    return result;
}

FlagResult endedWithout(FlagState state, FailureKind kind)
{
    FlagResult result;
    result.country = {.code = u"XX"_s, .iso3 = {}, .name = {}, .displayName = u"XX"_s};
    result.state = state;
    result.failure.kind = kind;
    result.queued = began;
    result.ended = began;
    return result;
}

QJsonObject parsed(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

class TestJsonLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedFlagHasAllMembers();
    void derivedPicturesAreListed();
    void outputIsOneLine();
    void missingFlagHasAnError_data();
    void missingFlagHasAnError();
    void skippedFlagHasItsFileAndNoError();
    void everyLineHasTheSameMembers();
    void supersededPictureHasItsDate();
    void flagOfAnotherCountryHasItsCode();
};

void TestJsonLine::savedFlagHasAllMembers()
{
    const QJsonObject expected{
        {u"code"_s, u"CI"_s},
        {u"country"_s, u"Ivory \"Coast\"\n"_s},
        {u"name_from_catalogue"_s, false},
        {u"status"_s, u"ok"_s},
        {u"changed"_s, true},
        {u"url"_s, u"https://flags.example/ci.gif"_s},
        {u"file"_s, u"out/CI-Ivory_Coast.gif"_s},
        {u"bytes"_s, 1234},
        {u"sha256"_s, u"00ff10"_s},
        {u"derived"_s, QJsonArray()},
        {u"superseded_since"_s, QJsonValue()},
        {u"flag_of"_s, QJsonValue()},
        {u"error"_s, QJsonValue()},
        {u"kind"_s, QJsonValue()},
        {u"source"_s, u"second"_s},
        {u"earlier"_s,
            QJsonArray{QJsonObject{
                {u"source"_s, u"first"_s},
                {u"kind"_s, u"not_found"_s},
                {u"error"_s, failureText({FailureKind::NotFound, 404, {}}, u"Elfenbeinküste"_s)},
            }}},
        {u"tries"_s, 2},
        {u"ms"_s, 30},
        {u"timings"_s,
            QJsonObject{
                {u"queued"_s, 1},
                {u"started"_s, 3},
                {u"first_byte"_s, 10.2},
                {u"finished"_s, 25},
                {u"saved"_s, 31},
            }},
    };
    QCOMPARE(parsed(jsonLine(savedResult(), began)), expected);
}

void TestJsonLine::derivedPicturesAreListed()
{
    FlagResult result = savedResult();
    result.isOriginalKept = false;
    result.derived.append({.path = u"out/CI-320.png"_s,
        .spec = {RenditionFormat::Png, 320},
        .crop = Crop::None,
        .size = {40, 30},
        .bytes = 99,
        .sha256 = QByteArray::fromHex("0a")});
    const QJsonObject object = parsed(jsonLine(result, began));
    QVERIFY(object[u"file"_s].isNull());
    const QJsonObject expected{{u"file"_s, u"out/CI-320.png"_s}, {u"bytes"_s, 99}, {u"sha256"_s, u"0a"_s},
        {u"width"_s, 40}, {u"height"_s, 30}, {u"asked_width"_s, 320}};
    QCOMPARE(object[u"derived"_s].toArray(), QJsonArray{expected});
}

void TestJsonLine::outputIsOneLine()
{
    const QByteArray line = jsonLine(savedResult(), began);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
}

void TestJsonLine::missingFlagHasAnError_data()
{
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<FailureKind>("failure");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("kind");

    QTest::newRow("not found") << FlagState::NotFound << FailureKind::NotFound << u"not_found"_s
                               << u"not_found"_s;
    QTest::newRow("failed") << FlagState::Failed << FailureKind::Timeout << u"failed"_s << u"timeout"_s;
    QTest::newRow("cancelled") << FlagState::Cancelled << FailureKind::Cancelled << u"cancelled"_s
                               << u"cancelled"_s;
}

void TestJsonLine::missingFlagHasAnError()
{
    QFETCH(const FlagState, state);
    QFETCH(const FailureKind, failure);

    const QJsonObject object = parsed(jsonLine(endedWithout(state, failure), began));
    QTEST(object.value("status"_L1).toString(), "status");
    QTEST(object.value("kind"_L1).toString(), "kind");
    QVERIFY(object.value("error"_L1).toString().startsWith("XX: "_L1));
    for (const auto member : {"file"_L1, "sha256"_L1, "country"_L1})
        QVERIFY2(object.value(member).isNull(), member.data());
    for (const auto time : {"started"_L1, "first_byte"_L1, "finished"_L1, "saved"_L1})
        QVERIFY2(object.value("timings"_L1).toObject().value(time).isNull(), time.data());
}

void TestJsonLine::skippedFlagHasItsFileAndNoError()
{
    FlagResult result = savedResult();
    result.state = FlagState::Skipped;
    const QJsonObject object = parsed(jsonLine(result, began));
    QCOMPARE(object.value("status"_L1).toString(), u"skipped"_s);
    QCOMPARE(object.value("file"_L1).toString(), result.path);
    QVERIFY(object.value("error"_L1).isNull());
    QVERIFY(object.value("timings"_L1).toObject().value("saved"_L1).isNull());
}

void TestJsonLine::supersededPictureHasItsDate()
{
    const auto member = [](const std::optional<FlagFreshness> &freshness) {
        return parsed(jsonLine(savedResult(), began, freshness)).value("superseded_since"_L1);
    };
    using State = FlagFreshness::State;
    QCOMPARE(member(FlagFreshness{.state = State::Superseded, .since = u"2025-03-13"_s}),
        QJsonValue(u"2025-03-13"_s));
    QCOMPARE(member(FlagFreshness{.state = State::Current}), QJsonValue());
    QCOMPARE(member(FlagFreshness{.state = State::OtherCountry, .whose = u"VG"_s}), QJsonValue());
    QCOMPARE(member(std::nullopt), QJsonValue());
}

void TestJsonLine::flagOfAnotherCountryHasItsCode()
{
    using State = FlagFreshness::State;
    const FlagFreshness wrong{.state = State::OtherCountry, .whose = u"VG"_s};
    const FlagFreshness old{.state = State::Superseded, .since = u"2025-03-13"_s};
    QCOMPARE(parsed(jsonLine(savedResult(), began, wrong)).value("flag_of"_L1), QJsonValue(u"VG"_s));
    QCOMPARE(parsed(jsonLine(savedResult(), began, old)).value("flag_of"_L1), QJsonValue());

    CheckedFile file;
    file.freshness = wrong;
    QCOMPARE(parsed(verifyJsonLine(file)).value("flag_of"_L1), QJsonValue(u"VG"_s));

    ComparedFlag compared;
    compared.freshness = {wrong, std::nullopt};
    const QJsonArray sides = parsed(compareJsonLine(compared)).value("sources"_L1).toArray();
    QCOMPARE(sides[0].toObject().value("flag_of"_L1), QJsonValue(u"VG"_s));
    QCOMPARE(sides[1].toObject().value("flag_of"_L1), QJsonValue());
}

void TestJsonLine::everyLineHasTheSameMembers()
{
    const QJsonObject saved = parsed(jsonLine(savedResult(), began));
    const QJsonObject failed = parsed(jsonLine(endedWithout(FlagState::Failed, FailureKind::NoSpace), began));
    QCOMPARE(saved.keys(), failed.keys());
}

FLAGFETCH_TEST(TestJsonLine, Core)
#include "tst_jsonline.moc"
