#include "app/lesson/threeways.h"
#include "app/sources/sourcelist.h"
#include "app/timeline/timeline.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ThreeWays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsOneWayAfterAnother();
    void eachWayMeetsTheSameDelays();
    void canBeStartedAgain();
    void cancelEndsAllWays_data();
    void cancelEndsAllWays();
    void cancelInAnySlotIsFinal();
    void missingPicturesAreAFailureOfEachWay();
    void destructionIsSilent();

private:
    [[nodiscard]] LessonRequest request(std::chrono::milliseconds longestDelay) const
    {
        LessonRequest request{.countries = m_countries,
            .source = SourceList::shipped().resolve(u"builtin-slow"_s).value(),
            .servers = {.picturesFolder = m_pictures.path()},
            .atOnce = 4};
        request.servers.slow = {.shortestDelay = longestDelay / 10, .longestDelay = longestDelay};
        return request;
    }

    QTemporaryDir m_pictures;
    QList<Country> m_countries;
};

/// The signals of a ThreeWays, as words in their order.
class WaySignals final
{
public:
    explicit WaySignals(ThreeWays &ways)
    {
        QObject::connect(&ways, &ThreeWays::wayStarted, &m_context,
            [this](Way way) { words += u"start %1"_s.arg(int(way)); });
        QObject::connect(&ways, &ThreeWays::wayFinished, &m_context, [this](const WayResult &result) {
            words += u"end %1"_s.arg(int(result.way));
            results += result;
        });
        QObject::connect(&ways, &ThreeWays::finished, &m_context, [this] { words += u"finished"_s; });
    }

    [[nodiscard]] bool hasEnded() const { return words.contains(u"finished"_s); }

    QStringList words;
    QList<WayResult> results;

private:
    QObject m_context;
};

void tst_ThreeWays::initTestCase()
{
    for (const QString &code : {u"CN"_s, u"DE"_s, u"FR"_s, u"JP"_s, u"US"_s, u"IN"_s}) {
        QFile file(m_pictures.filePath(code.toLower() + u".svg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(svgPicture({12, 9}));
        m_countries += Country{.code = code, .iso3 = {}, .name = code, .displayName = code};
    }
}

void tst_ThreeWays::runsOneWayAfterAnother()
{
    ThreeWays ways;
    const WaySignals seen(ways);
    ways.start(request(50ms));
    QCOMPARE(ways.state(), ThreeWays::State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(seen.hasEnded(), 20'000);

    QCOMPARE(seen.words,
        (QStringList{
            u"start 0"_s, u"end 0"_s, u"start 1"_s, u"end 1"_s, u"start 2"_s, u"end 2"_s, u"finished"_s}));
    QCOMPARE(ways.state(), ThreeWays::State::Idle);
    for (const WayResult &result : seen.results) {
        QCOMPARE(result.fetched.size(), m_countries.size());
        QCOMPARE(result.fetched, seen.results.first().fetched);
    }
    QVERIFY(seen.results.at(1).elapsed < seen.results.first().elapsed);
    QVERIFY(seen.results.at(2).elapsed < seen.results.first().elapsed);
}

void tst_ThreeWays::eachWayMeetsTheSameDelays()
{
    ThreeWays ways;
    const WaySignals seen(ways);
    const LessonRequest request = this->request(400ms);
    ways.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(seen.hasEnded(), 20'000);

    for (const Way way : allWays) {
        Timeline timeline;
        timeline.update(ways.log(way)->takeChanges());
        QSet<QString> paths;
        for (const RequestRecord &each : timeline.requests()) {
            const QString path = QUrl(each.url).path(QUrl::FullyEncoded);
            paths.insert(path);
            // Never less than the delay of this path. How much more depends on the load of the machine.
            const auto wait = *each.tries.first().firstByte - each.tries.first().sent;
            const auto delay = simulatedFault(request.servers.slow, path, 0).delay;
            QVERIFY2(
                wait >= delay, qPrintable(u"%1: %2 ms of %3"_s.arg(path).arg(wait / 1ms).arg(delay.count())));
        }
        QCOMPARE(paths.size(), 2 * m_countries.size());
    }
}

void tst_ThreeWays::canBeStartedAgain()
{
    ThreeWays ways;
    QSignalSpy finished(&ways, &ThreeWays::finished);
    ways.start(request(20ms));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    ways.start(request(20ms));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
    QCOMPARE(ways.log(Way::Threads)->takeChanges().run, 2);
}

void tst_ThreeWays::cancelEndsAllWays_data()
{
    QTest::addColumn<Way>("during");
    QTest::newRow("one at a time") << Way::OneAtATime;
    QTest::newRow("threads") << Way::Threads;
    QTest::newRow("event loop") << Way::EventLoop;
}

void tst_ThreeWays::cancelEndsAllWays()
{
    QFETCH(const Way, during);
    ThreeWays ways;
    const WaySignals seen(ways);
    QElapsedTimer elapsed;
    connect(&ways, &ThreeWays::wayStarted, &ways, [&](Way way) {
        if (way == during) {
            elapsed.start();
            QMetaObject::invokeMethod(&ways, &ThreeWays::cancel, Qt::QueuedConnection);
        }
    });
    ways.start(request(300ms));
    QTRY_VERIFY_WITH_TIMEOUT(seen.hasEnded(), 20'000);
    QVERIFY(elapsed.elapsed() < 10'000);
    QCOMPARE(seen.results.size(), int(during) + 1);
    QCOMPARE(seen.results.last().way, during);
    QVERIFY(seen.results.last().wasCancelled);
    QCOMPARE(ways.state(), ThreeWays::State::Idle);
}

void tst_ThreeWays::cancelInAnySlotIsFinal()
{
    ThreeWays ways;
    const WaySignals seen(ways);
    connect(&ways, &ThreeWays::wayStarted, &ways, &ThreeWays::cancel);
    ways.start(request(300ms));
    QTRY_VERIFY(seen.hasEnded());
    QCOMPARE(seen.words, (QStringList{u"start 0"_s, u"end 0"_s, u"finished"_s}));
    QVERIFY(seen.results.first().wasCancelled);

    ThreeWays others;
    const WaySignals seenOfOthers(others);
    connect(&others, &ThreeWays::wayFinished, &others, &ThreeWays::cancel);
    others.start(request(20ms));
    QTRY_VERIFY(seenOfOthers.hasEnded());
    QCOMPARE(seenOfOthers.words, (QStringList{u"start 0"_s, u"end 0"_s, u"finished"_s}));
    QVERIFY(!seenOfOthers.results.first().wasCancelled);
}

void tst_ThreeWays::missingPicturesAreAFailureOfEachWay()
{
    LessonRequest without = request(20ms);
    without.servers.picturesFolder = m_pictures.filePath(u"nowhere"_s);
    ThreeWays ways;
    const WaySignals seen(ways);
    ways.start(without);
    QTRY_VERIFY(seen.hasEnded());
    QCOMPARE(seen.results.size(), 3);
    for (const WayResult &result : seen.results)
        QCOMPARE(result.failure->kind, FailureKind::PicturesMissing);
}

void tst_ThreeWays::destructionIsSilent()
{
    auto ways = std::make_unique<ThreeWays>();
    const WaySignals seen(*ways);
    ways->start(request(5s));
    QTest::qWait(50);
    ways.reset();
    QCOMPARE(seen.words, QStringList{u"start 0"_s});
}

FLAGFETCH_TEST(tst_ThreeWays, Core)
#include "tst_threeways.moc"
