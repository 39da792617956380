#include "app/drawing/renderpool.h"
#include "tests/drawing/renderers.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <unistd.h>

#include <csignal>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tests how the pool starts, reuses and cancels processes.
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
    void cancelTakesEffectAtOnce();
    void newTokenWorksAfterCancel();
    void closeCancelsEverything();
};

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

    QVERIFY(rendererBesides(first) != 0);
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
        first = rendererBesides(first);
        QVERIFY(first != 0 && isBusy(first));
        ::kill(first, SIGKILL);
    }
    QCOMPARE(failureOf(answer.result()), FailureKind::DrawingFailed);
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
    const pid_t drawing = rendererBesides(0);
    QVERIFY(drawing != 0 && isBusy(drawing));

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

FLAGFETCH_TEST(tst_RenderPool, Core)
#include "tst_renderpool.moc"
