#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/window/singleinstance.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

/// What the open window does when the program is started again. tst_singleinstance has the tests with
/// processes.
class TestStartRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void ticksOfAnotherStartCanBeUndone();
    void unknownCodesAreRefused();

private:
    /// The answer to another start, which asks in its own thread.
    [[nodiscard]] bool isTaken(const StartRequest &request);

    std::unique_ptr<WindowFolders> m_home;
    QThreadPool m_pool;
};

void TestStartRequest::initTestCase()
{
    installTranslation(*qApp);
}

void TestStartRequest::init()
{
    m_home = std::make_unique<WindowFolders>();
    const QString runtime = m_home->path(u"run"_s);
    QVERIFY(QDir().mkpath(runtime));
    qputenv("XDG_RUNTIME_DIR", runtime.toUtf8());
}

bool TestStartRequest::isTaken(const StartRequest &request)
{
    const QFuture<bool> answer = QtConcurrent::run(&m_pool, &isTakenByOpenWindow, request);
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000) && answer.result();
}

// Regression: Undo was disabled after these ticks, and no message said that they were there.
void TestStartRequest::ticksOfAnotherStartCanBeUndone()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const StartRequestServer server(session.window, session.window.parts(), session.window.ticks());
    QVERIFY(server.isListening());
    QVERIFY(isTaken({.codes = {u"FR"_s, u"JP"_s}}));
    QTRY_COMPARE(session.buttonText(), u"Download 3 flags"_s);
    QVERIFY2(
        session.message().startsWith(u"2 countries added, 3 are ticked."_s), qPrintable(session.message()));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s);
    QVERIFY2(session.message().startsWith(u"Undone: tick 2 countries of another start."_s),
        qPrintable(session.message()));
}

void TestStartRequest::unknownCodesAreRefused()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const StartRequestServer server(session.window, session.window.parts(), session.window.ticks());
    QVERIFY(!isTaken({.codes = {u"FR"_s, u"ZZ"_s}}));
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s);
}

FLAGFETCH_TEST(TestStartRequest, Widgets)
#include "tst_startrequest.moc"
