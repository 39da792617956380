#include "app/sets/setlock.h"
#include "app/storage/setfiles.h"
#include "tests/sets/somelock.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <memory>
#include <thread>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

/// Other owners of a lock: another process, an earlier version of the program, and other threads.
class tst_SetLockOwners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lockOfKilledProcessIsTaken();
    void lockOfEarlierVersionIsRespected();
    void earlierVersionRespectsTheLock();
    void onlyOneHoldsTheLock();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QLatin1StringView(lockFileName)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// A process that holds the lock of a folder until it is killed.
class OtherProcess final
{
public:
    explicit OtherProcess(const QString &folder)
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe(ends.data()) != 0)
            return;
        m_id = ::fork();
        if (m_id == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            SetLock lock(folder);
            const char taken = lock.take() ? 'n' : 'y';
            if (::write(ends[1], &taken, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        ::close(ends[1]);
        char taken = 'n';
        m_holds = ::read(ends[0], &taken, 1) == 1 && taken == 'y';
        ::close(ends[0]);
    }
    ~OtherProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(OtherProcess)

    [[nodiscard]] bool holds() const { return m_holds; }
    [[nodiscard]] QString id() const { return QString::number(m_id); }

    void kill()
    {
        if (m_id <= 0)
            return;
        ::kill(m_id, SIGKILL);
        ::waitpid(m_id, nullptr, 0);
        m_id = -1;
    }

private:
    pid_t m_id = -1;
    bool m_holds = false;
};

} // namespace

void tst_SetLockOwners::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SetLockOwners::lockOfKilledProcessIsTaken()
{
    OtherProcess other(m_folder->path());
    QVERIFY(other.holds());
    SetLock lock(m_folder->path());
    QVERIFY(lock.isHeld());
    const auto failure = lock.take();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.endsWith(u", process %1 on this computer"_s.arg(other.id())),
        qPrintable(failure->detail));

    other.kill();

    QVERIFY(QFileInfo::exists(path()));
    QVERIFY(!lock.isHeld());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
    QCOMPARE(someset::read(path()), somelock::lockOf(somelock::ownId(), somelock::ownProgram()));
}

void tst_SetLockOwners::lockOfEarlierVersionIsRespected()
{
    QLockFile earlier(path());
    earlier.setStaleLockTime(0);
    QVERIFY(earlier.tryLock(0));

    SetLock lock(m_folder->path());
    QVERIFY(lock.isHeld());
    const auto failure = lock.take();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(QString::fromLatin1(somelock::ownId())), qPrintable(failure->detail));
    QVERIFY(earlier.isLocked());

    earlier.unlock();
    QVERIFY(!lock.isHeld());
    QVERIFY(!lock.take());
}

void tst_SetLockOwners::earlierVersionRespectsTheLock()
{
    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());

    QLockFile earlier(path());
    earlier.setStaleLockTime(0);
    QVERIFY(!earlier.tryLock(0));
    QCOMPARE(earlier.error(), QLockFile::LockFailedError);
    qint64 process = 0;
    QString host;
    QString program;
    QVERIFY(earlier.getLockInfo(&process, &host, &program));
    QCOMPARE(process, QCoreApplication::applicationPid());
    QCOMPARE(host, QSysInfo::machineHostName());
    QCOMPARE(program.toUtf8(), somelock::ownProgram());
    QVERIFY(lock.isHeld());

    lock.release();
    QVERIFY(earlier.tryLock(0));
    earlier.unlock();

    OtherProcess other(m_folder->path());
    QVERIFY(other.holds());
    QVERIFY(!earlier.tryLock(0));
    other.kill();
    QVERIFY(earlier.tryLock(0));
}

// The file is removed and replaced between the steps of the others. No earlier version takes part: QLockFile
// unlocks its file before it removes it, and if it is interrupted between the two, it removes the next
// owner's file.
void tst_SetLockOwners::onlyOneHoldsTheLock()
{
    constexpr int rounds = 100;
    std::atomic<int> holders = 0;
    std::atomic<int> taken = 0;
    std::atomic<int> problems = 0;
    const auto hold = [&holders, &taken, &problems] {
        ++taken;
        if (++holders != 1)
            ++problems;
        std::this_thread::yield();
        --holders;
    };
    {
        std::vector<std::jthread> threads;
        threads.reserve(5);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, folder = m_folder->path()] {
                for (int round = 0; round < rounds; ++round) {
                    SetLock lock(folder);
                    const auto failure = lock.take();
                    if (!failure)
                        hold();
                    else if (failure->kind != FailureKind::FolderInUse)
                        ++problems;
                }
            });
        }
        threads.emplace_back([&, folder = m_folder->path()] {
            for (int round = 0; round < rounds; ++round)
                std::ignore = SetLock(folder).isHeld();
        });
    }
    QCOMPARE(problems.load(), 0);
    QVERIFY(taken.load() > 0);
    QVERIFY(!QFileInfo::exists(path()));
}

FLAGFETCH_TEST(tst_SetLockOwners, Core)
#include "tst_setlockowners.moc"
