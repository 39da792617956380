#include "app/failures/taskresult.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QtConcurrentRun>

#include <new>
#include <stdexcept>

using namespace Qt::StringLiterals;

using NumberOrFailure = std::variant<int, Failure>;

class tst_TaskResult final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsResult();
    void exceptionBecomesAFailure();
    void exceptionBecomesFallbackValue();

private:
    template <typename Result>
    static void run(QFutureWatcher<Result> &watcher, std::function<Result()> task)
    {
        watcher.setFuture(QtConcurrent::run(std::move(task)));
        QTRY_VERIFY(watcher.isFinished());
    }
};

void tst_TaskResult::returnsResult()
{
    QFutureWatcher<NumberOrFailure> watcher;
    run<NumberOrFailure>(watcher, [] { return NumberOrFailure(3); });

    QCOMPARE(std::get<int>(resultOf(watcher)), 3);
}

void tst_TaskResult::exceptionBecomesAFailure()
{
    QFutureWatcher<NumberOrFailure> watcher;
    run<NumberOrFailure>(watcher, []() -> NumberOrFailure { throw std::runtime_error("no memory"); });

    const NumberOrFailure result = resultOf(watcher);
    QVERIFY(std::holds_alternative<Failure>(result));
    QCOMPARE(std::get<Failure>(result).kind, FailureKind::Internal);
}

void tst_TaskResult::exceptionBecomesFallbackValue()
{
    QFutureWatcher<int> watcher;
    run<int>(watcher, []() -> int { throw std::bad_alloc(); });

    QCOMPARE(resultOf(watcher), 0);
    QCOMPARE(resultOf(watcher, 7), 7);
}

FLAGFETCH_TEST(tst_TaskResult, Core)
#include "tst_taskresult.moc"
