#include "app/drawing/renderpool.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tests the render processes, and the results of pictures whose process crashes, stops or takes too long.
class tst_RenderPool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsRequestedPictures();
    void failureOfPictureIsReturned();
    void reusesProcesses();
    void startsAtMostAllowedProcesses();
    void startsAnotherProcessIfOneIsBusy();
    void warmUpStartsAllowedProcesses();
    void killedIdleProcessIsReplaced();
    void pictureIsRetriedIfItsProcessIsKilled();
    void secondKillFails();
    void stoppedProcessIsTooSlow();
    void slowPictureFailsAlone();
    void panicFailsAlone();
    void memoryIsLimited();
    void cancelTakesEffectAtOnce();
    void newTokenWorksAfterCancel();
    void closeCancelsEverything();
    void missingProgramIsReported();
    void invalidAnswerFails();
};

namespace {

constexpr int patience = 20'000; // ms; others may have the processors

PictureRequest request(const QByteArray &bytes)
{
    return {.bytes = bytes, .box = {40, 30}, .renditions = {}};
}

/// The ids of the child processes that have not been reaped.
std::set<pid_t> renderers()
{
    std::set<pid_t> found;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/"_s + process + u"/stat"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> fields = file.readAll().split(' ');
        if (fields.value(1).startsWith("(flagfetch-rende") && fields.value(3).toInt() == ::getpid())
            found.insert(process.toInt());
    }
    return found;
}

bool isPicture(const RenderAnswer &answer)
{
    return std::holds_alternative<PictureAnswer>(answer);
}

std::optional<FailureKind> failureOf(const RenderAnswer &answer)
{
    const auto *failure = std::get_if<Failure>(&answer);
    return failure ? std::optional(failure->kind) : std::nullopt;
}

/// Waits until a process uses processor time, which means that it draws.
bool isBusy(pid_t process)
{
    const auto ticks = [process] {
        QFile file(u"/proc/%1/stat"_s.arg(process));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(13).toInt() : 0;
    };
    const int before = ticks();
    return QTest::qWaitFor([&] { return ticks() > before + 5; }, patience);
}

} // namespace

void tst_RenderPool::drawsRequestedPictures()
{
    RenderPool pool({});
    PictureRequest wanted = request(svgPicture({80, 60}));
    wanted.renditions = {{RenditionFormat::Png, 20}, {RenditionFormat::WebP, 10}, {RenditionFormat::Png, 10}};

    const RenderAnswer answer = pool.ask(wanted, {});

    QVERIFY(isPicture(answer));
    const auto &drawn = std::get<PictureAnswer>(answer);
    QCOMPARE(drawn.naturalSize, QSizeF(80, 60));
    QCOMPARE(drawn.fitted.size(), QSize(40, 30));
    QCOMPARE(drawn.renditions.size(), 3);
    QCOMPARE(drawn.renditions.at(1).spec, wanted.renditions.at(1));
    QCOMPARE(QImage::fromData(drawn.renditions.at(2).bytes, "PNG").size(), QSize(10, 8));
}

void tst_RenderPool::failureOfPictureIsReturned()
{
    RenderPool pool({});
    QCOMPARE(failureOf(pool.ask(request("<svg"), {})), FailureKind::NotAPicture);
    QCOMPARE(failureOf(pool.ask(request(svgPicture().chopped(8)), {})), FailureKind::Truncated);
}

void tst_RenderPool::reusesProcesses()
{
    RenderPool pool({});
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
    const std::set<pid_t> before = renderers();
    QCOMPARE(before.size(), 1U);

    for (int i = 0; i < 20; ++i)
        QVERIFY(isPicture(pool.ask(request(pngPicture()), {})));

    QCOMPARE(renderers(), before);
}

void tst_RenderPool::startsAtMostAllowedProcesses()
{
    {
        RenderPool pool({.processes = 3});
        QThreadPool threads;
        threads.setMaxThreadCount(12);
        QList<QFuture<RenderAnswer>> answers;
        for (int i = 0; i < 60; ++i)
            answers.append(
                QtConcurrent::run(&threads, [&pool] { return pool.ask(request(svgPicture()), {}); }));
        for (auto &answer : answers)
            QVERIFY(isPicture(answer.result()));
        QVERIFY(renderers().size() <= 3);
    }
    QCOMPARE(renderers().size(), 0U);
}

void tst_RenderPool::startsAnotherProcessIfOneIsBusy()
{
    RenderPool pool({.processes = 2});
    const auto cancel = CancelToken::make();
    auto slow = QtConcurrent::run([&] { return pool.ask(request(slowSvg()), cancel); });
    QTRY_VERIFY(!renderers().empty());

    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));

    QCOMPARE(renderers().size(), 2U);
    cancel.cancel();
    slow.waitForFinished();
}

void tst_RenderPool::warmUpStartsAllowedProcesses()
{
    RenderPool pool({.processes = 2});
    pool.warmUp(1);
    QCOMPARE(renderers().size(), 1U);
    pool.warmUp(2);
    pool.warmUp(9);
    QCOMPARE(renderers().size(), 2U);
}

void tst_RenderPool::killedIdleProcessIsReplaced()
{
    RenderPool pool({.processes = 1});
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
    ::kill(*renderers().begin(), SIGKILL);

    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderPool::pictureIsRetriedIfItsProcessIsKilled()
{
    RenderPool pool({.processes = 1});
    pool.warmUp(1);
    const pid_t first = *renderers().begin();
    const auto cancel = CancelToken::make();
    auto answer = QtConcurrent::run([&] { return pool.ask(request(slowSvg()), cancel); });
    QVERIFY(isBusy(first));

    ::kill(first, SIGKILL);

    QTRY_VERIFY_WITH_TIMEOUT(!renderers().empty() && *renderers().begin() != first, patience);
    QVERIFY(!answer.isFinished());
    cancel.cancel();
    QCOMPARE(failureOf(answer.result()), FailureKind::Cancelled);
}

void tst_RenderPool::secondKillFails()
{
    RenderPool pool({.processes = 1});
    auto answer = QtConcurrent::run([&] { return pool.ask(request(slowSvg()), {}); });
    pid_t first = 0;
    for (int kill = 0; kill < 2; ++kill) {
        QTRY_VERIFY_WITH_TIMEOUT(!renderers().empty() && *renderers().begin() != first, patience);
        first = *renderers().begin();
        QVERIFY(isBusy(first));
        ::kill(first, SIGKILL);
    }
    QCOMPARE(failureOf(answer.result()), FailureKind::DrawingFailed);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderPool::stoppedProcessIsTooSlow()
{
    RenderPool pool({.processes = 1, .timePerRequest = 500ms});
    pool.warmUp(1);
    ::kill(*renderers().begin(), SIGSTOP);

    QCOMPARE(failureOf(pool.ask(request(svgPicture()), {})), FailureKind::DrawingTooSlow);
    QCOMPARE(renderers().size(), 0U);
}

void tst_RenderPool::slowPictureFailsAlone()
{
    RenderPool pool({.processes = 1, .timePerRequest = 2s});
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(failureOf(pool.ask(request(slowSvg()), {})), FailureKind::DrawingTooSlow);
    QVERIFY(clock.elapsed() < 10'000);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderPool::panicFailsAlone()
{
    RenderPool pool({.processes = 1});
    const RenderAnswer answer = pool.ask(request(panickingSvg()), {});
    if (isPicture(answer))
        QSKIP("This librsvg draws what makes 2.54 panic");
    QCOMPARE(failureOf(answer), FailureKind::DrawingFailed);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderPool::memoryIsLimited()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Sanitizers need more address space than the limit leaves");
#endif
    RenderPool pool({.processes = 1});
    // Requires an image surface of 1 GiB.
    const QByteArray large = "<svg xmlns='http://www.w3.org/2000/svg' width='16000' height='16000'><rect "
                             "width='16000' height='16000'/></svg>";
    PictureRequest wanted = request(large);
    wanted.box = {11'000, 11'000};
    const auto kind = failureOf(pool.ask(wanted, {}));
    QVERIFY(kind == FailureKind::DrawingTooLarge || kind == FailureKind::DrawingFailed);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderPool::cancelTakesEffectAtOnce()
{
    RenderPool pool({.processes = 1});
    const auto cancel = CancelToken::make();
    QThreadPool threads;
    threads.setMaxThreadCount(3);
    QList<QFuture<RenderAnswer>> answers; // one is drawn, two wait for its process
    for (int i = 0; i < 3; ++i)
        answers.append(QtConcurrent::run(&threads, [&] { return pool.ask(request(slowSvg()), cancel); }));
    QTRY_VERIFY(!renderers().empty());
    QVERIFY(isBusy(*renderers().begin()));

    QElapsedTimer clock;
    clock.start();
    cancel.cancel();
    for (auto &answer : answers)
        QCOMPARE(failureOf(answer.result()), FailureKind::Cancelled);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(failureOf(pool.ask(request(svgPicture()), cancel)), FailureKind::Cancelled);
}

void tst_RenderPool::newTokenWorksAfterCancel()
{
    RenderPool pool({.processes = 1});
    const auto cancel = CancelToken::make();
    cancel.cancel();
    QCOMPARE(failureOf(pool.ask(request(svgPicture()), cancel)), FailureKind::Cancelled);

    QVERIFY(isPicture(pool.ask(request(svgPicture()), CancelToken::make())));
}

void tst_RenderPool::closeCancelsEverything()
{
    RenderPool pool({.processes = 1});
    auto answer = QtConcurrent::run([&] { return pool.ask(request(slowSvg()), {}); });
    QTRY_VERIFY(!renderers().empty());

    pool.close();

    QCOMPARE(failureOf(answer.result()), FailureKind::Cancelled);
    QCOMPARE(renderers().size(), 0U);
    QCOMPARE(failureOf(pool.ask(request(svgPicture()), {})), FailureKind::Cancelled);
}

void tst_RenderPool::missingProgramIsReported()
{
    for (const QString &program : {QString(), u"/nowhere/flagfetch-render"_s}) {
        RenderPool pool({.program = program});
        pool.warmUp(1);
        const RenderAnswer answer = pool.ask(request(svgPicture()), {});
        QCOMPARE(failureOf(answer), FailureKind::RendererMissing);
        QVERIFY(std::get<Failure>(answer).detail.contains(program));
    }
}

// Invalid answers, as from a compromised process, only fail the picture.
void tst_RenderPool::invalidAnswerFails()
{
    const QTemporaryDir folder;
    const QString program = folder.filePath(u"nonsense"_s);
    {
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nprintf 'Pnonsense' >&3\nexec sleep 60\n");
    }
    QCOMPARE(::chmod(qPrintable(program), 0755), 0);
    RenderPool pool({.program = program, .processes = 1});
    QCOMPARE(failureOf(pool.ask(request(svgPicture()), {})), FailureKind::DrawingFailed);
}

FLAGFETCH_TEST(tst_RenderPool, Core)
#include "tst_renderpool.moc"
