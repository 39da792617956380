#include "app/terminal/interrupt.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <tuple>

namespace {

using Handler = void (*)(int);

Handler handlerOf(int number)
{
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    return action.sa_handler;
}

} // namespace

class TestInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstSignalIsEmitted_data();
    void firstSignalIsEmitted();
    void secondSignalEndsTheProcess_data() { firstSignalIsEmitted_data(); }
    void secondSignalEndsTheProcess();
    void deadlineEndsTheProcess_data() { firstSignalIsEmitted_data(); }
    void deadlineEndsTheProcess();
    void alarmOfOthersIsNoDeadline();
    void ignoredSignalStaysIgnored();
    void destructorRestoresTheHandlers();
};

void TestInterrupt::init()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
}

void TestInterrupt::firstSignalIsEmitted_data()
{
    QTest::addColumn<int>("number");

    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestInterrupt::firstSignalIsEmitted()
{
    QFETCH(const int, number);

    const Interrupt interrupt;
    QSignalSpy spy(&interrupt, &Interrupt::interrupted);
    QVERIFY(handlerOf(number) != SIG_DFL);
    QCOMPARE(raise(number), 0);
    QCOMPARE(spy.size(), 0); // not from inside the handler
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(interrupt.exitStatus(), 128 + number);
}

// A second signal within 300 ms does not.
void TestInterrupt::secondSignalEndsTheProcess()
{
    QFETCH(const int, number);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const Interrupt interrupt;
        std::ignore = raise(number);
        std::ignore = raise(number);
        ::usleep(350'000);
        std::ignore = raise(number);
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), number);
}

// Row 133: the main thread does not react.
void TestInterrupt::deadlineEndsTheProcess()
{
    QFETCH(const int, number);
    QElapsedTimer clock;
    clock.start();
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const Interrupt interrupt;
        std::ignore = raise(number);
        ::usleep(20'000'000);
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed()))); // 1.8 s and the fork
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 128 + number);
}

// As of a program that sets an alarm and then becomes this one: alarms survive exec().
void TestInterrupt::alarmOfOthersIsNoDeadline()
{
    const Interrupt interrupt;
    QVERIFY(handlerOf(SIGALRM) == SIG_DFL);
}

void TestInterrupt::ignoredSignalStaysIgnored()
{
    std::signal(SIGINT, SIG_IGN);
    const Interrupt interrupt;
    QVERIFY(handlerOf(SIGINT) == SIG_IGN);
}

void TestInterrupt::destructorRestoresTheHandlers()
{
    {
        const Interrupt interrupt;
        QVERIFY(handlerOf(SIGINT) != SIG_DFL);
    }
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
    QVERIFY(handlerOf(SIGTERM) == SIG_DFL);
}

FLAGFETCH_TEST(TestInterrupt, Core)
#include "tst_interrupt.moc"
