#include "app/sets/setlock.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/storage/filesizelimit.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class tst_SetLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void deadOwnersLockIsTakenOver();
    void lockOfAnotherComputerIsNamed();
    void lockThatTellsNothingIsNamed();
    void fullDiskIsNotADeniedFolder();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QLatin1StringView(lockFileName)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// As QLockFile writes it: of this computer.
QByteArray lockOf(const QByteArray &process, const QByteArray &program)
{
    return process + '\n' + program + '\n' + QSysInfo::machineHostName().toUtf8() + '\n'
        + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
}

} // namespace

void tst_SetLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SetLock::deadOwnersLockIsTakenOver()
{
    QProcess process;
    process.start(u"true"_s);
    const QByteArray id = QByteArray::number(process.processId());
    QVERIFY(process.waitForFinished());
    QVERIFY(someset::write(path(), lockOf(id, "true")));

    SetLock lock(m_folder->path());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
}

// Whether its owner is alive nobody can tell: a computer may have got another name.
void tst_SetLock::lockOfAnotherComputerIsNamed()
{
    QVERIFY(someset::write(path(), "1\nflagfetch\nold-laptop\nits-id\nits-start\n"));

    const auto failure = SetLock(m_folder->path()).take();

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    for (const QString &word : {u"old-laptop"_s, u".flagfetch.lock"_s})
        QVERIFY2(failure->detail.contains(word), qPrintable(failure->detail));
    QVERIFY(QFileInfo::exists(path()));
}

// As of a program that was killed when it had just made it.
void tst_SetLock::lockThatTellsNothingIsNamed()
{
    QVERIFY(someset::write(path(), {}));

    const auto failure = SetLock(m_folder->path()).take();

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(u".flagfetch.lock"_s), qPrintable(failure->detail));
}

// A limit on the size of files stands in for a disk that takes nothing.
void tst_SetLock::fullDiskIsNotADeniedFolder()
{
    SetLock lock(m_folder->path());
    {
        const FileSizeLimit limit(0);
        const auto failure = lock.take();
        QVERIFY(failure);
        QCOMPARE(failure->kind, FailureKind::TooLarge);
    }
    QVERIFY(!lock.take());
}

FLAGFETCH_TEST(tst_SetLock, Core)
#include "tst_setlock.moc"
