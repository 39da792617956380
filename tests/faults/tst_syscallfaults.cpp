#include "app/failures/failure.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/setlock.h"
#include "app/storage/setfiles.h"
#include "tests/faults/faultrow.h"
#include "tests/faults/testenvironment.h"
#include "tests/sets/somelock.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <system_error>

using namespace Qt::StringLiterals;

/// System calls for files and sockets that fail.
class tst_SyscallFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatFail_data();
    void rowsThatFail();
    void rowsThatSucceed_data();
    void rowsThatSucceed();
    void row52NoHardLinks();
    void row70NoLocks();
};

namespace {

constexpr int allCountries = 12; // countries, each with a file from before unless a row has none

FaultPlan planForAll()
{
    FaultPlan plan = planOf([](const QByteArray &picture) { return ok(picture); });
    plan.faultyCountries = allCountries;
    return plan;
}

} // namespace

void tst_SyscallFaults::rowsThatFail_data()
{
    QTest::addColumn<FailingCall>("call");
    QTest::addColumn<bool>("filesFromBefore");
    QTest::addColumn<FailureKind>("kind");
    const auto add = [](const char *row, const FailingCall &call, bool filesFromBefore, FailureKind kind) {
        QTest::newRow(row) << call << filesFromBefore << kind;
    };
    constexpr auto failed = FailureKind::WriteFailed;
    add("row 62 write fails", {u"write"_s, EIO, 3, 5}, true, failed);
    add("row 63 rename fails", {u"rename"_s, EIO, 3, 5}, true, failed);
    add("row 63 linkat fails", {u"linkat"_s, EPERM, 3, 5}, false, FailureKind::FolderDenied);
    add("row 63 linkat fails, file is there", {u"linkat"_s, EPERM, 3, 5}, true, FailureKind::FolderDenied);
    add("row 64 fdatasync fails", {u"fdatasync"_s, EIO, 3, 5}, true, failed);
}

// Three calls fail, so three countries fail; the others are saved.
void tst_SyscallFaults::rowsThatFail()
{
    QFETCH(FailingCall, call);
    QFETCH(bool, filesFromBefore);
    QFETCH(FailureKind, kind);
    if (!isRerun()) {
        QCOMPARE(rerunIn(withFailingCalls({call})), QString());
        return;
    }
    FaultPlan plan = planForAll();
    plan.filesFromBefore = filesFromBefore;
    FaultBatch batch(plan);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Failed), 3);
    QCOMPARE(batch.count(FlagState::Saved), allCountries - 3);
    const QString cause = QString::fromStdString(std::generic_category().message(call.error));
    for (const FlagResult &result : batch.results()) {
        const QString text = failureText(result.failure, result.country.displayName);
        if (result.state == FlagState::Failed)
            QVERIFY2(result.failure.kind == kind && text.contains(cause), qPrintable(text));
    }
}

void tst_SyscallFaults::rowsThatSucceed_data()
{
    QTest::addColumn<FailingCall>("call");
    QTest::addColumn<bool>("filesFromBefore");
    const auto add = [](const char *row, const FailingCall &call, bool filesFromBefore) {
        QTest::newRow(row) << call << filesFromBefore;
    };
    add("row 69 out of descriptors for files", {u"open"_s, EMFILE, 3, 12}, true);
    add("row 69 the system is out of descriptors for files", {u"open"_s, ENFILE, 3, 12}, true);
    add("row 69 out of descriptors for connections", {u"socket"_s, EMFILE, 4, 5}, true);
    add("row 70 no O_TMPFILE", {u"open"_s, EOPNOTSUPP}, false);
    add("row 70 no O_TMPFILE, files are there", {u"open"_s, EOPNOTSUPP}, true);
    add("row 70 O_TMPFILE is not known", {u"open"_s, EISDIR}, false);
}

void tst_SyscallFaults::rowsThatSucceed()
{
    QFETCH(FailingCall, call);
    QFETCH(bool, filesFromBefore);
    if (!isRerun()) {
        QCOMPARE(rerunIn(withFailingCalls({call})), QString());
        return;
    }
    FaultPlan plan = planForAll();
    plan.filesFromBefore = filesFromBefore;
    FaultBatch batch(plan);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), allCountries);
}

// A file system without hard links: the damaged manifest is copied and stays until the new one replaces it.
void tst_SyscallFaults::row52NoHardLinks()
{
    if (!isRerun()) {
        QCOMPARE(rerunIn(withFailingCalls({{u"linkat"_s, EPERM, 1, 1}})), QString());
        return;
    }
    const QTemporaryDir folder;
    QFile manifest(folder.filePath(u"flags.json"_s));
    QVERIFY(manifest.open(QIODevice::WriteOnly) && manifest.write("damaged") > 0);
    manifest.close();

    const auto kept = backUp(folder.path(), u"flags.json"_s, u"damaged"_s);

    QVERIFY(kept);
    QFile copy(folder.filePath(kept->as));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), "damaged");
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QCOMPARE(manifest.readAll(), "damaged");
}

// A file system without flock(). The existence of the file is the lock, and no one takes the lock of a dead
// process, because two programs could do so together.
void tst_SyscallFaults::row70NoLocks()
{
    if (!isRerun()) {
        QCOMPARE(rerunIn(withFailingCalls({{u"flock"_s, ENOLCK}})), QString());
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QLatin1StringView(lockFileName));
    SetLock lock(folder.path());
    QVERIFY(!lock.take());
    QVERIFY(lock.isHeld());
    SetLock other(folder.path());
    auto failure = other.take();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(QLatin1StringView(lockFileName)), qPrintable(failure->detail));
    lock.release();
    QVERIFY(!QFileInfo::exists(path));

    QProcess ended;
    ended.start(u"true"_s);
    const QByteArray id = QByteArray::number(ended.processId());
    QVERIFY(ended.waitForFinished());
    QVERIFY(someset::write(path, somelock::lockOf(id, "true")));
    QVERIFY(!lock.isHeld());
    failure = lock.take();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::FolderInUse);
    QVERIFY2(failure->detail.contains(QLatin1StringView(lockFileName)), qPrintable(failure->detail));
    QVERIFY(QFile::remove(path));
    QVERIFY(!lock.take());
}

FLAGFETCH_TEST(tst_SyscallFaults, Core)
#include "tst_syscallfaults.moc"
