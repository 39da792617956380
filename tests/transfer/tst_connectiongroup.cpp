#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QTest>

#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Responses that leave bytes on their connection. No other request may take these for its response.
class tst_ConnectionGroup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interimResponseReachesNoOtherRequest_data();
    void interimResponseReachesNoOtherRequest();
    void interimResponseFailsAtOnceWithItsStatus_data();
    void interimResponseFailsAtOnceWithItsStatus();
    void conditionalRequestGetsItsOwnResponse_data();
    void conditionalRequestGetsItsOwnResponse();
    void redirectDoesNotReuseTheConnection();
    void bytesAfterAResponseReachNoOtherRequest_data();
    void bytesAfterAResponseReachNoOtherRequest();
    void responseOnAnIdleConnectionReachesNoRequest_data();
    void responseOnAnIdleConnectionReachesNoRequest();
    void restingConnectionBesideABusyOneIsIdle();
};

namespace {

constexpr int addresses = 60;
using Outcomes = std::map<QByteArray, HttpOutcome>;

int numberIn(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1).toInt();
}

QByteArray bodyOf(const QByteArray &path)
{
    return "the body of " + path + ' ' + QByteArray(qsizetype(7) * numberIn(path), '.');
}

QByteArray tagOf(const QByteArray &path)
{
    return "\"tag of " + path + '"';
}

/// Sends the final response `gap` after the interim one; without a gap, in the same segment.
Script withInterim(int status, std::chrono::milliseconds gap, const QByteArray &final)
{
    const QByteArray interim = answerHead(status, {"Link: </a.css>; rel=preload"});
    return gap == 0ms ? Script().send(interim + final) : Script().send(interim).wait(gap).send(final);
}

QByteArray completeResponse(const QByteArray &path)
{
    const QByteArray body = bodyOf(path);
    return answerHead(200, {lengthLine(body.size())}) + body;
}

/// Fetches /0 to /59 through one pool. With `ifChanged`, each request sends its tag.
Outcomes fetchAll(const ScriptedServer &server, int limit, bool ifChanged = false)
{
    Outcomes outcomes;
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = limit;
    pool.setSettings(settings);
    std::vector<std::unique_ptr<HttpGet>> gets;
    for (int i = 0; i < addresses; ++i) {
        const QByteArray path = '/' + QByteArray::number(i);
        gets.push_back(
            std::make_unique<HttpGet>(pool, QUrl(server.address(QString::fromLatin1(path))), maximalBytes));
        if (ifChanged)
            gets.back()->setKnownValidators({tagOf(path), {}});
        QObject::connect(gets.back().get(), &HttpGet::finished, gets.back().get(),
            [&outcomes, path](const HttpOutcome &outcome) { outcomes.emplace(path, outcome); });
        gets.back()->start();
    }
    std::ignore = QTest::qWaitFor([&outcomes] { return int(outcomes.size()) == addresses; }, 30'000);
    return outcomes;
}

/// Returns what is wrong with the outcomes: each URL must have its own body, or a failure if it may fail.
QString problemIn(const Outcomes &outcomes, const std::function<bool(int)> &mayFail)
{
    if (int(outcomes.size()) != addresses)
        return u"only %1 ended"_s.arg(outcomes.size());
    for (const auto &[path, outcome] : outcomes) {
        const QString name = QString::fromLatin1(path);
        if (!outcome.failure && !outcome.isNotModified && outcome.body != bodyOf(path))
            return u"%1 got another body: %2"_s.arg(name, QString::fromLatin1(outcome.body));
        if (!outcome.failure)
            continue;
        if (!mayFail(numberIn(path)) || outcome.failure->kind != FailureKind::InterimAnswer)
            return u"%1 failed with kind %2, status %3, %4"_s.arg(name)
                .arg(int(outcome.failure->kind))
                .arg(outcome.failure->status)
                .arg(outcome.failure->detail);
        if (outcome.tries > 2) // sent once more at most, see below
            return u"%1 took %2 tries"_s.arg(name).arg(outcome.tries);
    }
    return {};
}

} // namespace

void tst_ConnectionGroup::interimResponseReachesNoOtherRequest_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("each"); // every n-th URL has an interim response
    const auto add = [](int status, int limit, int each) {
        QTest::addRow("%d, limit %d, each %d", status, limit, each) << status << limit << each;
    };
    for (const int limit : {1, 5, 30, 100}) {
        for (const int each : {1, 2, 7})
            add(103, limit, each);
    }
    for (const int status : {101, 102, 110, 199}) {
        add(status, 5, 2);
        add(status, 30, 7);
    }
}

void tst_ConnectionGroup::interimResponseReachesNoOtherRequest()
{
    QFETCH(int, status);
    QFETCH(int, limit);
    QFETCH(int, each);
    ScriptedServer server([status, each](const ScriptedRequest &request) {
        const int number = numberIn(request.path);
        const auto gap = std::chrono::milliseconds((number * 5 + request.hit) % 9);
        return number % each == 0 ? withInterim(status, gap, completeResponse(request.path))
                                  : ok(bodyOf(request.path));
    });

    const Outcomes outcomes = fetchAll(server, limit);

    QCOMPARE(problemIn(outcomes, [each](int number) { return number % each == 0; }), QString());
    // A request that shared its connections with an interim response is sent once more, on a dedicated
    // manager.
    QVERIFY(server.counts().paths.size() <= qsizetype(2) * addresses);
}

void tst_ConnectionGroup::interimResponseFailsAtOnceWithItsStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {101, 102, 103, 110, 199})
        QTest::addRow("%d", status) << status;
}

void tst_ConnectionGroup::interimResponseFailsAtOnceWithItsStatus()
{
    QFETCH(int, status);
    ScriptedServer server([status](const ScriptedRequest &request) {
        return withInterim(status, 5ms, completeResponse(request.path));
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/1"_s)));

    if (outcome.failure) // a later version of Qt may skip it
        QCOMPARE(*outcome.failure, (Failure{FailureKind::InterimAnswer, status, {}}));
    else
        QCOMPARE(outcome.body, bodyOf("/1"));
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/1"), 1);
}

void tst_ConnectionGroup::conditionalRequestGetsItsOwnResponse_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 5, 30, 100})
        QTest::addRow("limit %d", limit) << limit;
}

// Of every three, one has changed and one has an interim response before its 304 or 200.
void tst_ConnectionGroup::conditionalRequestGetsItsOwnResponse()
{
    QFETCH(int, limit);
    const auto isChanged = [](int number) { return number % 3 == 0 || number % 6 == 1; };
    ScriptedServer server([isChanged](const ScriptedRequest &request) {
        const int number = numberIn(request.path);
        if (request.headers.value("if-none-match") != tagOf(request.path))
            return status(500);
        const QByteArray final = isChanged(number) ? completeResponse(request.path)
                                                   : answerHead(304, {"ETag: " + tagOf(request.path)});
        return number % 3 == 1 ? withInterim(103, std::chrono::milliseconds(number % 7), final)
                               : Script().send(final);
    });

    const Outcomes outcomes = fetchAll(server, limit, true);

    QCOMPARE(problemIn(outcomes, [](int number) { return number % 3 == 1; }), QString());
    for (const auto &[path, outcome] : outcomes)
        QCOMPARE(outcome.isNotModified, !outcome.failure && !isChanged(numberIn(path)));
}

// The header of the redirect came in time. A response after it on the same connection would not.
void tst_ConnectionGroup::redirectDoesNotReuseTheConnection()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const int number = numberIn(request.path);
        if (number % 3 == 0)
            return withInterim(103, 8ms, completeResponse(request.path));
        if (request.path.startsWith("/to"))
            return ok(bodyOf('/' + QByteArray::number(number)));
        const QByteArray head
            = answerHead(302, {"Location: /to/" + QByteArray::number(number), lengthLine(4)});
        return Script().send(head).wait(4ms).send("body");
    });

    for (const int limit : {1, 6, 30})
        QCOMPARE(problemIn(fetchAll(server, limit), [](int number) { return number % 3 == 0; }), QString());
}

void tst_ConnectionGroup::bytesAfterAResponseReachNoOtherRequest_data()
{
    const QByteArray rest(900, 'x');
    const QByteArray chunks = "384\r\n" + rest + "\r\n0\r\n\r\n";
    const auto late = [](const QByteArray &head, const QByteArray &after) {
        return Script().send(head).wait(3ms).send(after);
    };
    QTest::addColumn<Script>("script");
    QTest::newRow("204 with a body") << Script().send(answerHead(204, {lengthLine(900)}) + rest);
    QTest::newRow("204 with a late body") << late(answerHead(204, {lengthLine(900)}), rest);
    QTest::newRow("204 with an answer for a body")
        << late(answerHead(204, {lengthLine(900)}), answerHead(200, {lengthLine(4)}) + "evil");
    QTest::newRow("204 with late chunks") << late(answerHead(204, {"Transfer-Encoding: chunked"}), chunks);
    QTest::newRow("304 with a body") << Script().send(answerHead(304, {lengthLine(900)}) + rest);
    QTest::newRow("304 with a late body") << late(answerHead(304, {lengthLine(900)}), rest);
    QTest::newRow("304 with late chunks") << late(answerHead(304, {"Transfer-Encoding: chunked"}), chunks);
    QTest::newRow("304 with an answer in late chunks")
        << late(answerHead(304, {"Transfer-Encoding: chunked"}), answerHead(200, {lengthLine(4)}) + "evil");
    QTest::newRow("late bytes behind the length") << late(answerHead(404, {lengthLine(4)}) + "body", rest);
    QTest::newRow("late line behind the length") << late(answerHead(404, {lengthLine(4)}) + "body", "\r\n");
    QTest::newRow("late bytes behind the chunks")
        << late(answerHead(404, {"Transfer-Encoding: chunked"}) + "4\r\nbody\r\n0\r\n\r\n", rest);
    QTest::newRow("205 with a late body") << late(answerHead(205, {lengthLine(900)}), rest);
    QTest::newRow("status 000") << late(answerHead(0, {lengthLine(900)}), rest);
}

void tst_ConnectionGroup::bytesAfterAResponseReachNoOtherRequest()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &request) {
        return numberIn(request.path) % 5 == 0 ? script : ok(bodyOf(request.path));
    });

    for (const int limit : {1, 5, 30}) {
        const Outcomes outcomes = fetchAll(server, limit);
        QCOMPARE(int(outcomes.size()), addresses);
        for (const auto &[path, outcome] : outcomes) {
            const bool isHealthy = numberIn(path) % 5 != 0;
            QCOMPARE(outcome.body, isHealthy ? bodyOf(path) : QByteArray());
            QCOMPARE(outcome.failure.has_value(), !isHealthy);
        }
    }
}

void tst_ConnectionGroup::responseOnAnIdleConnectionReachesNoRequest_data()
{
    QTest::addColumn<QByteArray>("unasked");
    QTest::addColumn<bool>("closes");
    QTest::newRow("row 134 another flag") << answerHead(200, {lengthLine(4)}) + "evil" << false;
    QTest::newRow("row 134 408, then the end") << answerHead(408, {lengthLine(0)}) << true;
    QTest::newRow("row 134 404, then the end") << answerHead(404, {lengthLine(0)}) << true;
}

// The source allows a request each second.
void tst_ConnectionGroup::responseOnAnIdleConnectionReachesNoRequest()
{
    QFETCH(QByteArray, unasked);
    QFETCH(bool, closes);
    ScriptedServer server([unasked, closes](const ScriptedRequest &request) {
        Script script = Script().send(completeResponse(request.path)).wait(50ms).send(unasked);
        return closes ? script.close() : script;
    });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.spacing = 1s;
    pool.setSettings(settings);

    for (int i = 0; i < 3; ++i) {
        const QByteArray path = '/' + QByteArray::number(i);
        HttpGet get(pool, QUrl(server.address(QString::fromLatin1(path))), maximalBytes);
        const HttpOutcome outcome = outcomeOf(get);
        QVERIFY(!outcome.failure);
        QCOMPARE(outcome.tries, 1);
        QCOMPARE(outcome.body, bodyOf(path));
    }
    QCOMPARE(server.counts().connections, 3);
}

// Row 134. One request stays unanswered meanwhile.
void tst_ConnectionGroup::restingConnectionBesideABusyOneIsIdle()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        if (request.path == "/9")
            return Script().stall();
        return Script()
            .send(completeResponse(request.path))
            .wait(50ms)
            .send(answerHead(200, {lengthLine(4)}) + "evil");
    });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.deadline = 60s;
    settings.spacing = 1s;
    pool.setSettings(settings);
    HttpGet unanswered(pool, QUrl(server.address(u"/9"_s)), maximalBytes);
    unanswered.start();
    QTRY_COMPARE(server.hits("/9"), 1);

    for (const QByteArray &path : {"/1"_ba, "/2"_ba}) {
        HttpGet get(pool, QUrl(server.address(QString::fromLatin1(path))), maximalBytes);
        QCOMPARE(outcomeOf(get).body, bodyOf(path));
    }
    QCOMPARE(server.hits("/9"), 1);
}

FLAGFETCH_TEST(tst_ConnectionGroup, Core)
#include "tst_connectiongroup.moc"
