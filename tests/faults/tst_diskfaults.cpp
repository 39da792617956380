#include "tests/faults/faultrow.h"
#include "tests/faults/testenvironment.h"
#include "tests/storage/processlimits.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QFileInfo>
#include <QReadWriteLock>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

/// File systems and folders that refuse writes, and file names that already exist.
class tst_DiskFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfFullDisks_data();
    void rowsOfFullDisks();
    void row61FileSizeLimit();
    void row65Link_data();
    void row65Link();
    void row66FolderOrPipe_data();
    void row66FolderOrPipe();
    void row67FolderGone_data();
    void row67FolderGone();
    void row68FileExists_data();
    void row68FileExists();
};

namespace {

constexpr int all = 12; // countries

QString elsewhere(const QString &folder)
{
    return folder + u"-elsewhere"_s;
}

bool takeAway(const QString &folder, bool isReadOnly)
{
    return isReadOnly ? ::chmod(QFile::encodeName(folder).constData(), 0555) == 0
                      : QFile::rename(folder, elsewhere(folder));
}

bool giveBack(const QString &folder, bool isReadOnly)
{
    return isReadOnly ? ::chmod(QFile::encodeName(folder).constData(), 0755) == 0
                      : QFile::rename(elsewhere(folder), folder);
}

} // namespace

void tst_DiskFaults::rowsOfFullDisks_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("largerSize");
    QTest::addColumn<bool>("filesFromBefore");
    QTest::newRow("row 60 disk full in mid-write")
        << QByteArray("size=128k") << QByteArray("size=4m") << true;
    QTest::newRow("row 61 no inodes") << QByteArray("nr_inodes=8") << QByteArray("nr_inodes=1000") << false;
}

// The batch pauses, pauses again if it is resumed while the disk is still full, and continues once there is
// space.
void tst_DiskFaults::rowsOfFullDisks()
{
    QFETCH(QByteArray, size);
    QFETCH(QByteArray, largerSize);
    QFETCH(bool, filesFromBefore);
    if (!isRerun()) {
        if (const QString reason = unavailableReason(withOwnMounts()); !reason.isEmpty())
            QSKIP(qPrintable(u"no file system can be mounted here: "_s + reason));
        QCOMPARE(rerunIn(withOwnMounts()), QString());
        return;
    }
    const SmallDisk disk(size);
    QVERIFY(disk.isMounted());
    FaultPlan plan = planOfPicture(gifPicture({200, 150})); // of several blocks
    plan.faultyCountries = all;
    plan.save.folder = disk.path();
    plan.filesFromBefore = filesFromBefore;
    FaultBatch batch(plan);
    int busy = all; // countries that are neither pending nor finished
    connect(&batch.session(), &DownloadSession::flagFinished, this, [&busy] { --busy; });
    connect(&batch.session(), &DownloadSession::flagStateChanged, this,
        [&busy](const QString &, FlagState state) { busy += state == FlagState::Waiting ? -1 : 1; });

    batch.start();
    for (int time = 1; time <= 2; ++time) {
        QTRY_VERIFY(batch.session().progress().isPaused);
        QTRY_VERIFY(busy == 0 && batch.server().counts().inFlight == 0);
        QCOMPARE(batch.session().progress().pausedBy->kind, FailureKind::NoSpace);
        QVERIFY(batch.count(FlagState::Saved) < all);
        if (time == 1)
            batch.session().unpause();
    }
    QVERIFY(disk.resize(largerSize));
    batch.session().unpause();

    QVERIFY(batch.waitForEnd());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), all);
}

void tst_DiskFaults::row61FileSizeLimit()
{
    FaultBatch batch(planOfPicture(gifPicture({100, 80})));
    const FileSizeLimit limit(4000);

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::WriteFailed)), QString());
}

void tst_DiskFaults::row65Link_data()
{
    QTest::addColumn<bool>("isDangling");
    QTest::newRow("row 65 link to a file") << false;
    QTest::newRow("row 65 dangling link") << true;
}

void tst_DiskFaults::row65Link()
{
    QFETCH(bool, isDangling);
    const QTemporaryDir elsewhere;
    const QString victim = elsewhere.filePath(u"victim"_s);
    FaultBatch batch(planOf([](const QByteArray &picture) { return ok(picture); }));
    const QString path = batch.fileOf(batch.faultyCountry());
    QVERIFY(isDangling ? QFile::remove(path) : QFile::rename(path, victim));
    QVERIFY(QFile::link(victim, path));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Once)), QString());
    QVERIFY(!QFileInfo(path).isSymLink());
    QCOMPARE(QFile::exists(victim), !isDangling);
    if (QFile file(victim); !isDangling) {
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), batch.fileBefore(batch.faultyCountry()));
    }
}

void tst_DiskFaults::row66FolderOrPipe_data()
{
    QTest::addColumn<bool>("isPipe");
    QTest::addColumn<ConflictPolicy>("conflict");
    QTest::newRow("row 66 folder") << false << ConflictPolicy::Overwrite;
    QTest::newRow("row 66 folder, skip") << false << ConflictPolicy::Skip;
    QTest::newRow("row 66 pipe") << true << ConflictPolicy::Overwrite;
    QTest::newRow("row 66 pipe, skip") << true << ConflictPolicy::Skip;
}

void tst_DiskFaults::row66FolderOrPipe()
{
    QFETCH(bool, isPipe);
    QFETCH(ConflictPolicy, conflict);
    FaultPlan plan = planOf([](const QByteArray &picture) { return ok(picture); });
    plan.filesFromBefore = false;
    plan.save.conflict = conflict;
    FaultBatch batch(plan);
    const QByteArray path = QFile::encodeName(batch.fileOf(batch.faultyCountry()));
    QCOMPARE(isPipe ? ::mkfifo(path.constData(), 0600) : ::mkdir(path.constData(), 0700), 0);

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::WriteFailed)), QString());
    struct stat there
    {
    };
    QCOMPARE(::lstat(path.constData(), &there), 0);
    QVERIFY(isPipe ? S_ISFIFO(there.st_mode) : S_ISDIR(there.st_mode));
}

void tst_DiskFaults::row67FolderGone_data()
{
    QTest::addColumn<bool>("isReadOnly");
    QTest::newRow("row 67 folder gone in mid-run") << false;
    QTest::newRow("row 67 folder read-only in mid-run") << true;
}

// The folder is renamed instead of removed, so that the test can read the files saved before.
void tst_DiskFaults::row67FolderGone()
{
    QFETCH(bool, isReadOnly);
    constexpr int many = 60;
    FaultPlan plan = planOf([](const QByteArray &picture) { return ok(picture); });
    plan.countries = many;
    plan.faultyCountries = many;
    QReadWriteLock folderStays;
    FaultBatch batch(plan, [&folderStays](const SaveRequest &request) {
        const QReadLocker lock(&folderStays);
        return saveFlag(request);
    });
    QVERIFY(OrdinaryUser::give(batch.folder()));
    const OrdinaryUser user;
    if (!user.isOrdinary())
        QSKIP("Root cannot become an ordinary user here");
    bool isTaken = false;
    connect(&batch.session(), &DownloadSession::flagFinished, this, [&] {
        const QWriteLocker lock(&folderStays);
        isTaken = isTaken || takeAway(batch.folder(), isReadOnly);
    });

    const bool hasEnded = batch.run();
    QVERIFY(giveBack(batch.folder(), isReadOnly));
    QVERIFY(hasEnded);
    QCOMPARE(batch.violatedInvariant(), QString());
    QVERIFY(batch.count(FlagState::Saved) > 0);
    QVERIFY(batch.count(FlagState::Failed) > 0);
    QCOMPARE(batch.count(FlagState::Saved) + batch.count(FlagState::Failed), many);
    for (const FlagResult &result : batch.results()) {
        if (result.state == FlagState::Failed)
            QCOMPARE(result.failure.kind, FailureKind::FolderDenied);
    }
}

void tst_DiskFaults::row68FileExists_data()
{
    QTest::addColumn<ConflictPolicy>("conflict");
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<QString>("fileName");
    QTest::newRow("row 68 overwrite")
        << ConflictPolicy::Overwrite << FlagState::Saved << u"AG-Flagland_AG.gif"_s;
    QTest::newRow("row 68 skip") << ConflictPolicy::Skip << FlagState::Skipped << u"AG-Flagland_AG.gif"_s;
    QTest::newRow("row 68 rename") << ConflictPolicy::Rename << FlagState::Saved << u"AG-Flagland_AG-2.gif"_s;
}

void tst_DiskFaults::row68FileExists()
{
    QFETCH(ConflictPolicy, conflict);
    QFETCH(FlagState, state);
    QFETCH(QString, fileName);
    FaultPlan plan = planOf([](const QByteArray &picture) { return ok(picture); });
    plan.save.conflict = conflict;
    FaultBatch batch(plan);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.faultyResult()->state, state);
    QCOMPARE(QFileInfo(batch.faultyResult()->path).fileName(), fileName);
}

FLAGFETCH_TEST(tst_DiskFaults, Core)
#include "tst_diskfaults.moc"
