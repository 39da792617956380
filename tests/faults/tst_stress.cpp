#include "app/downloads/downloadqueue.h"
#include "app/failures/failure.h"
#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Ten thousand flags. A tenth of them have a fault that is chosen before the run, so that every count is
/// known. FLAGFETCH_SEED chooses others.
class TestStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFlagEndsAsItsFaultSays();
};

namespace {

constexpr int flags = 10'000;

quint32 seed()
{
    constexpr int usual = 20;
    return quint32(qEnvironmentVariable("FLAGFETCH_SEED", QString::number(usual)).toUInt());
}

enum class Fault {
    None,
    NotFound,
    Refused, // permanently
    UnavailableOnce,
    CutOnce,
    ResetOnce,
    NotAPicture,
    BadMetadata,
};

/// "AA-000" and so on: valid codes for parts of countries.
QString codeOf(int number)
{
    return QStringLiteral("A%1-%2").arg(QChar(u'A' + number / 1000)).arg(number % 1000, 3, 10, QChar(u'0'));
}

int numberOf(const QString &code)
{
    return (code.toUpper().at(1).unicode() - u'A') * 1000 + code.last(3).toInt();
}

std::vector<Fault> drawnFaults()
{
    // Gives the same numbers with every library, unlike the distributions of the standard library.
    std::mt19937 random(seed());
    std::vector<Fault> faults(flags, Fault::None);
    for (Fault &fault : faults) {
        if (random() % 10 == 0)
            fault = Fault(1 + random() % 7);
    }
    return faults;
}

FlagState expectedEnd(Fault fault)
{
    switch (fault) {
    case Fault::NotFound:
        return FlagState::NotFound;
    case Fault::Refused:
    case Fault::NotAPicture:
    case Fault::BadMetadata:
        return FlagState::Failed;
    case Fault::None:
    case Fault::UnavailableOnce:
    case Fault::CutOnce:
    case Fault::ResetOnce:
        break;
    }
    return FlagState::Saved;
}

/// The responses for "/NUMBER/picture" and "/NUMBER/metadata".
class FaultyFlags final
{
public:
    FaultyFlags()
        : m_options(drawnFaults())
        , m_picture(gifPicture())
    {
    }

    [[nodiscard]] Script operator()(const ScriptedRequest &request) const
    {
        const QList<QByteArray> parts = request.path.split('/');
        const Fault fault = m_options[std::size_t(numberOf(QString::fromLatin1(parts.at(1))))];
        const bool isMetadata = parts.at(2) == "metadata";
        if (isMetadata)
            return ok(fault == Fault::BadMetadata ? QByteArray("{") : metadataNaming(u"Land"_s));
        switch (fault) {
        case Fault::NotFound:
            return status(404);
        case Fault::Refused:
            return status(418);
        case Fault::UnavailableOnce:
            return request.hit == 1 ? status(503) : ok(m_picture);
        case Fault::CutOnce:
            return request.hit == 1 ? cutAfter(m_picture.size() / 2, m_picture).close() : ok(m_picture);
        case Fault::ResetOnce:
            return request.hit == 1 ? Script().reset() : ok(m_picture);
        case Fault::NotAPicture:
            return ok("<!DOCTYPE html><title>Log in</title>");
        case Fault::None:
        case Fault::BadMetadata:
            break;
        }
        return ok(m_picture);
    }

private:
    std::vector<Fault> m_options;
    QByteArray m_picture;
};

} // namespace

void TestStress::everyFlagEndsAsItsFaultSays()
{
    const ScriptedServer server({.handler = FaultyFlags(), .pause = 1ms});
    const QTemporaryDir folder;
    DownloadRequest request;
    for (int number = 0; number < flags; ++number)
        request.countries.append({.code = codeOf(number), .iso3 = {}, .name = {}, .displayName = {}});
    Source source;
    source.id = u"stress"_s;
    source.imageTemplate = server.address(u"/{cc}/picture"_s);
    source.metadataTemplate = server.address(u"/{cc}/metadata"_s);
    request.save.folder = folder.path();
    source.limit = 60;
    request.sources = {source};
    request.transfer.retry.firstDelay = 5ms;

    // Other tests cover a set of this size.
    DownloadQueue queue([](SaveRequest saveRequest) {
        saveRequest.set.reset();
        return saveFlag(saveRequest);
    });
    std::vector<FlagState> states(flags, FlagState::NotAsked);
    int reports = 0;
    connect(&queue, &DownloadQueue::flagFinished, this, [&](const FlagResult &result) {
        states[std::size_t(numberOf(result.country.code))] = result.state;
        ++reports;
    });
    const QSignalSpy finished(&queue, &DownloadQueue::finished);
    queue.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 100'000);

    const auto stopped = finished.first().first().value<BatchProgress>().stoppedBy;
    QVERIFY2(!stopped, qPrintable(stopped ? failureText(*stopped, folder.path()) : QString()));
    const std::vector<Fault> faults = drawnFaults();
    std::vector<FlagState> expected(flags);
    std::ranges::transform(faults, expected.begin(), expectedEnd);
    QCOMPARE(reports, flags);
    QVERIFY(states == expected);
    const auto saved = std::ranges::count(expected, FlagState::Saved);
    QCOMPARE(qsizetype(QDir(request.save.folder).entryList({u"*.gif"_s}, QDir::Files | QDir::Hidden).size()),
        qsizetype(saved));
    QVERIFY(server.counts().peak <= source.limit);
}

FLAGFETCH_TEST(TestStress, Core)
#include "tst_stress.moc"
