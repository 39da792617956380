#include "app/sets/setlock.h"
#include "app/storage/setfiles.h"
#include "tests/sets/somelock.h"
#include "tests/sets/someset.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <memory>

using namespace Qt::StringLiterals;

class tst_SetLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lockOfDeadProcessIsTaken();
    void lockOfReusedProcessIdIsTaken();
    void heldLockIsRefused();
    void releasedLockLeavesNoFile();
    void onlyOwnFileIsRemoved();
    void askingChangesNothing();
    void lockOfAnotherComputerIsReported();
    void emptyLockIsTaken();
    void lockOfAnotherFormatIsReported();
    void foreignFileIsNotRead_data();
    void foreignFileIsNotRead();
    void lockOfAnotherUserCountsAsHeld();
    void fullDiskIsReportedAsSuch();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QLatin1StringView(lockFileName)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SetLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SetLock::lockOfDeadProcessIsTaken()
{
    QProcess process;
    process.start(u"true"_s);
    const QByteArray id = QByteArray::number(process.processId());
    QVERIFY(process.waitForFinished());
    QVERIFY(someset::write(path(), somelock::lockOf(id, "true")));

    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
}

// The process id and the program alone would name this process as the owner.
void tst_SetLock::lockOfReusedProcessIdIsTaken()
{
    QVERIFY(someset::write(path(), somelock::lockOf(somelock::ownId(), somelock::ownProgram())));

    SetLock lock(m_folder->path());
    QVERIFY(!lock.isHeld());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
}

void tst_SetLock::heldLockIsRefused()
{
    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());

    SetLock second(m_folder->path());
    QVERIFY(second.isHeld());
    const auto failure = second.take();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(QString::fromLatin1(somelock::ownId())), qPrintable(failure->detail));
    second.release(); // holds nothing
    QVERIFY(lock.isHeld());

    lock.release();
    QVERIFY(!lock.isHeld());
    QVERIFY(!second.take());
}

void tst_SetLock::releasedLockLeavesNoFile()
{
    {
        SetLock lock(m_folder->path());
        QVERIFY(!lock.take());
        QVERIFY(QFileInfo::exists(path()));
        lock.release();
        QVERIFY(!QFileInfo::exists(path()));
        QVERIFY(!lock.take());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList());
}

// A person has removed the lock, and another program has taken it.
void tst_SetLock::onlyOwnFileIsRemoved()
{
    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());
    QVERIFY(QFile::remove(path()));
    SetLock other(m_folder->path());
    QVERIFY(!other.take());

    lock.release();
    QVERIFY(other.isHeld());
    lock.releaseIn(m_folder->path());
    QVERIFY(other.isHeld());
}

void tst_SetLock::askingChangesNothing()
{
    const SetLock lock(m_folder->path());
    QVERIFY(!lock.isHeld());
    QVERIFY(!QFileInfo::exists(path()));

    const QByteArray left = somelock::lockOf("1", "another");
    QVERIFY(someset::write(path(), left));
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0444), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0555), 0);
    QVERIFY(!lock.isHeld());
    QCOMPARE(someset::read(path()), left);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
}

// The program cannot know whether that process is running, because a computer may have been renamed.
void tst_SetLock::lockOfAnotherComputerIsReported()
{
    QVERIFY(someset::write(path(), "1\nflagfetch\nold-laptop\nits-id\nits-start\n"));

    const auto failure = SetLock(m_folder->path()).take();

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    for (const QString &word : {u"old-laptop"_s, u".flagfetch.lock"_s})
        QVERIFY2(failure->detail.contains(word), qPrintable(failure->detail));
    QVERIFY(QFileInfo::exists(path()));
}

// The state after a kill directly after the file was created, or after a power failure.
void tst_SetLock::emptyLockIsTaken()
{
    QVERIFY(someset::write(path(), {}));

    QVERIFY(!SetLock(m_folder->path()).isHeld());
    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
}

void tst_SetLock::lockOfAnotherFormatIsReported()
{
    QVERIFY(someset::write(path(), "something else"));

    const auto failure = SetLock(m_folder->path()).take();

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(u".flagfetch.lock"_s), qPrintable(failure->detail));
}

void tst_SetLock::foreignFileIsNotRead_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"pipe", "endless", "link", "dangling link", "large", "folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

// A folder from an archive may contain anything. Reading one of these files never ended.
void tst_SetLock::foreignFileIsNotRead()
{
    QFETCH(const QString, kind);
    if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    else if (kind == "endless"_L1)
        QVERIFY(QFile::link(u"/dev/zero"_s, path()));
    else if (kind == "link"_L1)
        QVERIFY(someset::write(path() + u'2', somelock::lockOf("1", "init"))
            && QFile::link(path() + u'2', path()));
    else if (kind == "dangling link"_L1)
        QVERIFY(QFile::link(path() + u'2', path()));
    else if (kind == "large"_L1)
        QVERIFY(someset::write(path(), {}) && QFile::resize(path(), qint64(3) << 30));
    else
        QVERIFY(QDir().mkdir(path()));

    SetLock lock(m_folder->path());
    QVERIFY(!lock.isHeld());
    const auto failure = lock.take();

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::WriteFailed);
    QVERIFY2(failure->detail.contains(QLatin1StringView(lockFileName)), qPrintable(failure->detail));
}

void tst_SetLock::lockOfAnotherUserCountsAsHeld()
{
    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0600), 0);

    const OrdinaryUser user;
    QVERIFY(SetLock(m_folder->path()).isHeld());
}

// A limit on file sizes simulates a full disk.
void tst_SetLock::fullDiskIsReportedAsSuch()
{
    SetLock lock(m_folder->path());
    {
        const FileSizeLimit limit(0);
        const auto failure = lock.take();
        QVERIFY(failure);
        QCOMPARE(failure->kind, FailureKind::WriteFailed);
        QVERIFY(!QFileInfo::exists(path()));
    }
    QVERIFY(!lock.take());
}

FLAGFETCH_TEST(tst_SetLock, Core)
#include "tst_setlock.moc"
