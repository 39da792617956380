#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "app/sources/sourcelist.h"
#include "app/timeline/timeline.h"
#include "tests/downloads/flagland.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The demonstration of a blocked event loop.
class tst_BlockedLoop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOffByDefault();
    void responsesOfABuiltinSourceWait();
    void otherSourcesAreNotBlocked();
    void failuresDoNotBlock();
    void sleepsAreRecorded();

private:
    /// The times at which the pictures were complete in the log, in order.
    [[nodiscard]] QList<SteadyTime> arrivals(const QList<Country> &countries, const Source &source,
        std::chrono::milliseconds perFlag, int expected);

    const QStringList m_codes{u"CN"_s, u"DE"_s, u"FR"_s, u"JP"_s, u"US"_s};
    QTemporaryDir m_pictures;
    Timeline m_timeline; // of the latest arrivals()
    QList<Country> m_countries;
    const Catalogue m_catalogue;
};

void tst_BlockedLoop::initTestCase()
{
    for (const QString &code : m_codes) {
        QFile file(m_pictures.filePath(code.toLower() + u".svg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(svgPicture());
        m_countries += m_catalogue.countryFor(code);
    }
}

QList<SteadyTime> tst_BlockedLoop::arrivals(
    const QList<Country> &countries, const Source &source, std::chrono::milliseconds perFlag, int expected)
{
    const QTemporaryDir folder;
    BuiltinServers servers({.picturesFolder = m_pictures.path()});
    const auto log = std::make_shared<RequestLog>();
    DownloadSession session(m_catalogue, servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Download{.countries = countries, .sources = {source}, .save = {.folder = folder.path()}},
        {.transfer = {}, .log = log, .blocker = LoopBlocker(perFlag)});
    if (!finished.wait(30'000) || session.progress().saved != expected)
        return {};
    m_timeline = Timeline();
    m_timeline.update(log->takeChanges());
    QList<SteadyTime> times;
    for (const RequestRecord &each : m_timeline.requests()) {
        if (each.part == RequestPart::Picture)
            times += *each.ended;
    }
    std::ranges::sort(times);
    return times;
}

void tst_BlockedLoop::isOffByDefault()
{
    QVERIFY(!SessionSettings().blocker.isOn());
    QVERIFY(!DownloadRequest().blocker.isOn());
    QVERIFY(!LoopBlocker(BuiltinServers::Settings().blockedLoop).isOn());
}

// The server answers at once. Without the demonstration, all pictures arrive within milliseconds.
void tst_BlockedLoop::responsesOfABuiltinSourceWait()
{
    constexpr auto perFlag = 150ms;
    const Source builtin = SourceList::shipped().resolve(u"builtin"_s).value();
    const QList<SteadyTime> times = arrivals(m_countries, builtin, perFlag, int(m_codes.size()));
    QCOMPARE(times.size(), m_codes.size());
    for (qsizetype number = 1; number < times.size(); ++number)
        QVERIFY(times.at(number) - times.at(number - 1) >= perFlag - 2ms);
}

void tst_BlockedLoop::otherSourcesAreNotBlocked()
{
    constexpr int countries = 10;
    ScriptedServer server(flagland::answer);
    const QList<SteadyTime> times
        = arrivals(flagland::countries(countries), flagland::sourceAt(server), 1s, countries);
    QCOMPARE(times.size(), countries);
    QVERIFY(times.last() - times.first() < (countries - 1) * 1s);
}

void tst_BlockedLoop::failuresDoNotBlock()
{
    const Source builtin = SourceList::shipped().resolve(u"builtin"_s).value();
    QList<Country> missing;
    for (const QString &code : {u"BR"_s, u"IN"_s, u"ID"_s, u"NG"_s, u"PK"_s, u"RU"_s})
        missing += m_catalogue.countryFor(code);
    const QList<SteadyTime> times = arrivals(missing, builtin, 1s, 0);
    QCOMPARE(times.size(), missing.size());
    QVERIFY(times.last() - times.first() < (missing.size() - 1) * 1s);
}

void tst_BlockedLoop::sleepsAreRecorded()
{
    constexpr auto perFlag = 30ms;
    const Source builtin = SourceList::shipped().resolve(u"builtin"_s).value();
    QCOMPARE(arrivals(m_countries, builtin, perFlag, int(m_codes.size())).size(), m_codes.size());
    const QList<LoopBlock> &blocks = m_timeline.loopBlocks();
    QCOMPARE(blocks.size(), m_codes.size());
    SteadyTime before = m_timeline.started();
    for (const LoopBlock &block : blocks) {
        QVERIFY(block.from >= before);
        QVERIFY(block.to - block.from >= perFlag);
        QCOMPARE(block.wanted, perFlag);
        before = block.to;
    }
    QVERIFY(before <= m_timeline.endOr({}));
    QVERIFY(!arrivals(m_countries, builtin, 0ms, int(m_codes.size())).isEmpty());
    QVERIFY(m_timeline.loopBlocks().isEmpty());
}

FLAGFETCH_TEST(tst_BlockedLoop, Core)
#include "tst_blockedloop.moc"
