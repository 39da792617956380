#include "app/render/confinement.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;

/// Tests what a process can do after confine(). A child process makes each attempt and exits with its result.
class tst_Confinement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsLibraries();
    void startsThreads();
    void writesNoFile_data();
    void writesNoFile();
    void readsNoOtherFile();
    void socketTerminatesProcess();
    void forkTerminatesProcess();
    void execTerminatesProcess();
    void memoryIsLimited();
    void memoryLimitCanBeRaisedForCompositions();
    void processorTimeIsLimited();

private:
    QTemporaryDir m_folder;
};

namespace {

constexpr int worked = 0;
constexpr int refused = 1;

/// The wait status of a child that confines itself and then makes the attempt.
int statusOf(const std::function<bool()> &attempt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        confine();
        ::_exit(attempt() ? worked : refused);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

bool isRefused(const std::function<bool()> &attempt)
{
    const int status = statusOf(attempt);
    return WIFEXITED(status) && WEXITSTATUS(status) == refused;
}

bool isAllowed(const std::function<bool()> &attempt)
{
    const int status = statusOf(attempt);
    return WIFEXITED(status) && WEXITSTATUS(status) == worked;
}

bool isDeadly(const std::function<bool()> &attempt)
{
    const int status = statusOf(attempt);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
}

bool canMap(std::size_t bytes)
{
    return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

} // namespace

void tst_Confinement::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Not in a build with sanitizers");
#endif
}

void tst_Confinement::readsLibraries()
{
    QVERIFY(isAllowed([] { return ::open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0; }));
    QVERIFY(isAllowed([] { return ::open("/etc/fonts", O_RDONLY | O_DIRECTORY) >= 0; }));
}

void tst_Confinement::startsThreads()
{
    QVERIFY(isAllowed([] {
        pthread_t thread{};
        const auto nothing = [](void *) -> void * { return nullptr; };
        return ::pthread_create(&thread, nullptr, nothing, nullptr) == 0
            && ::pthread_join(thread, nullptr) == 0;
    }));
}

void tst_Confinement::writesNoFile_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("written") << O_WRONLY;
    QTest::newRow("read and written") << O_RDWR;
    QTest::newRow("created") << (O_WRONLY | O_CREAT | O_EXCL);
    QTest::newRow("emptied") << (O_RDONLY | O_TRUNC);
}

void tst_Confinement::writesNoFile()
{
    QFETCH(const int, flags);
    const QByteArray path = QFile::encodeName(m_folder.filePath(u"file"_s));
    const QByteArray folder = path + "-folder";
    QFile::remove(m_folder.filePath(u"file"_s));
    if ((flags & O_CREAT) == 0) {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("content") == 7);
    }

    QVERIFY(isRefused([&] { return ::open(path.constData(), flags, 0600) >= 0; }));
    QVERIFY(isRefused([&] { return ::unlink(path.constData()) == 0; }));
    QVERIFY(isRefused([&] { return ::mkdir(folder.constData(), 0700) == 0; }));
    QCOMPARE(QFile(m_folder.filePath(u"file"_s)).size(), (flags & O_CREAT) == 0 ? 7 : 0);
}

void tst_Confinement::readsNoOtherFile()
{
    QFile abi(u"/sys/kernel/security/lsm"_s);
    if (abi.open(QIODevice::ReadOnly) && !abi.readAll().contains("landlock"))
        QSKIP("This kernel has no Landlock");
    QVERIFY(isRefused([] { return ::open("/etc/passwd", O_RDONLY) >= 0; }));
    QVERIFY(isRefused([&] { return ::open(qPrintable(m_folder.path()), O_RDONLY | O_DIRECTORY) >= 0; }));
}

void tst_Confinement::socketTerminatesProcess()
{
    QVERIFY(isDeadly([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
    QVERIFY(isDeadly([] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }));
}

void tst_Confinement::forkTerminatesProcess()
{
    QVERIFY(isDeadly([] { return ::fork() >= 0; }));
}

void tst_Confinement::execTerminatesProcess()
{
    QVERIFY(isDeadly([] { return ::execl("/bin/true", "true", nullptr) == 0; }));
}

void tst_Confinement::memoryIsLimited()
{
    QVERIFY(isAllowed([] { return canMap(64 << 20); }));
    QVERIFY(isRefused([] { return canMap(512 << 20); }));
}

void tst_Confinement::memoryLimitCanBeRaisedForCompositions()
{
    QVERIFY(isAllowed([] {
        allowMemory(qint64(1) << 30);
        return canMap(1000 << 20);
    }));
    QVERIFY(isRefused([] {
        allowMemory(qint64(1) << 30);
        restoreMemoryLimit();
        return canMap(512 << 20);
    }));
    QVERIFY(isRefused([] {
        allowMemory(qint64(16) << 30);
        return canMap(std::size_t(2) << 30);
    }));
}

void tst_Confinement::processorTimeIsLimited()
{
    QVERIFY(isAllowed([] {
        allowProcessorTime();
        rlimit limits{};
        return ::getrlimit(RLIMIT_CPU, &limits) == 0 && limits.rlim_cur >= 10 && limits.rlim_cur <= 15;
    }));
}

FLAGFETCH_TEST(tst_Confinement, Core)
#include "tst_confinement.moc"
