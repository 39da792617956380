#include "app/drawing/renderpool.h"
#include "tests/drawing/renderers.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tests the results of pictures whose process crashes, stops, takes too long or is missing.
class tst_RenderFailures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedProcessIsTooSlow();
    void slowPictureFailsAlone();
    void panicFailsAlone();
    void memoryIsLimited();
    void missingProgramIsReported();
    void invalidAnswerFails();
};

void tst_RenderFailures::stoppedProcessIsTooSlow()
{
    RenderPool pool({.processes = 1, .timePerRequest = 500ms});
    pool.warmUp(1);
    ::kill(*renderers().begin(), SIGSTOP);

    QCOMPARE(failureOf(pool.ask(request(svgPicture()), {})), FailureKind::DrawingTooSlow);
    QCOMPARE(renderers().size(), 0U);
}

void tst_RenderFailures::slowPictureFailsAlone()
{
    RenderPool pool({.processes = 1, .timePerRequest = 2s});
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(failureOf(pool.ask(request(slowSvg()), {})), FailureKind::DrawingTooSlow);
    QVERIFY(clock.elapsed() < 10'000);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderFailures::panicFailsAlone()
{
    RenderPool pool({.processes = 1});
    const RenderAnswer answer = pool.ask(request(panickingSvg()), {});
    if (isPicture(answer))
        QSKIP("This librsvg draws what makes 2.54 panic");
    QCOMPARE(failureOf(answer), FailureKind::DrawingFailed);
    QVERIFY(isPicture(pool.ask(request(svgPicture()), {})));
}

void tst_RenderFailures::memoryIsLimited()
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

void tst_RenderFailures::missingProgramIsReported()
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
void tst_RenderFailures::invalidAnswerFails()
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

FLAGFETCH_TEST(tst_RenderFailures, Core)
#include "tst_renderfailures.moc"
