#include "app/storage/setfiles.h"
#include "tests/sets/setfolder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the journal restores after a batch was killed or interrupted.
class tst_KilledBatch final : public QObject, private SetFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { create(); }
    void filesOfKilledBatchCount();
    void filesOfKilledReplacementCount();
    void killBeforeTheOriginalKeepsDerivedPictures();
    void incompleteLineDoesNotCount();
    void nextBatchKeepsFilesOfKilledBatch();
    void runningBatchIsNotPendingWork();
    void pendingWorkFollowsThePolicy();
};

void tst_KilledBatch::filesOfKilledBatchCount()
{
    {
        const auto set = opened({u"AT"_s, u"CH"_s, u"DE"_s, u"XX"_s});
        save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
        QVERIFY(!set->recordIntent(someset::flag(u"AT"_s))); // the process is killed here
        set->markDone(u"XX"_s);
    }

    const LoadedSet found = loaded();

    QCOMPARE(found.manifest, someset::manifest({u"DE"_s}));
    QVERIFY(found.interrupted);
    QCOMPARE(found.interrupted->missing, (QStringList{u"AT"_s, u"CH"_s}));
    QCOMPARE(found.interrupted->spec.codes.size(), 4);
}

void tst_KilledBatch::filesOfKilledReplacementCount()
{
    {
        const auto set = opened({u"AT"_s, u"DE"_s});
        save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
        save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
        QVERIFY(!set->close(PendingPolicy::Discard));
    }
    SetFlag newGermany = someset::flag(u"DE"_s, "new");
    SetFlag newAustria = someset::flag(u"AT"_s, "new");
    {
        const auto set = opened({u"AT"_s, u"DE"_s});
        save(*set, newGermany, "new");
        QVERIFY(!set->recordIntent(newAustria));
    }

    Manifest expected = someset::manifest({u"AT"_s, u"DE"_s});
    expected.put(newGermany);
    QCOMPARE(loaded().manifest, expected);
}

// Derived pictures are written before the original.
void tst_KilledBatch::killBeforeTheOriginalKeepsDerivedPictures()
{
    SetFlag flag = someset::flag(u"DE"_s);
    flag.derived = {{.file = u"DE-80.png"_s,
        .format = u"png"_s,
        .width = 80,
        .crop = {},
        .sha256 = sha256("small"),
        .bytes = 5}};
    auto set = opened({u"DE"_s});
    QVERIFY(!set->recordIntent(flag));
    QVERIFY(someset::write(path(u"DE-80.png"_s), "small"));
    set.reset();

    const LoadedSet killed = loaded();
    QCOMPARE(killed.manifest.flags.size(), 1);
    QVERIFY(!killed.manifest.flags.first().isKept);
    QCOMPARE(killed.manifest.flags.first().derived, flag.derived);
    QVERIFY(killed.interrupted);
    QCOMPARE(killed.interrupted->missing, QStringList{u"DE"_s});
}

void tst_KilledBatch::incompleteLineDoesNotCount()
{
    {
        const auto set = opened({u"DE"_s});
        save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
    }
    const QByteArray lines = someset::read(path(QLatin1StringView(journalFileName)));
    QVERIFY(someset::write(path(QLatin1StringView(journalFileName)), lines.chopped(1)));
    QVERIFY(loaded().manifest.flags.isEmpty());
    QCOMPARE(loaded().interrupted->missing, QStringList{u"DE"_s});
}

void tst_KilledBatch::nextBatchKeepsFilesOfKilledBatch()
{
    {
        const auto set = opened({u"AT"_s, u"DE"_s});
        save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
    }
    {
        const auto set = opened({u"CH"_s});
        QCOMPARE(set->openedManifest(), someset::manifest({u"DE"_s})); // the process is killed here
    }

    QCOMPARE(loaded().manifest, someset::manifest({u"DE"_s}));
    QCOMPARE(loaded().interrupted->missing, QStringList{u"CH"_s});
}

void tst_KilledBatch::runningBatchIsNotPendingWork()
{
    auto set = opened({u"DE"_s});
    QVERIFY(!loaded().pendingWork());
    set.reset(); // the process is killed here
    QVERIFY(loaded().pendingWork());
    QCOMPARE(loaded().pendingWork()->missing, QStringList{u"DE"_s});
}

void tst_KilledBatch::pendingWorkFollowsThePolicy()
{
    {
        const auto set = opened({u"AT"_s, u"DE"_s});
        save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
        QVERIFY(!set->close(PendingPolicy::KeepAll));
    }

    QCOMPARE(loaded().manifest, someset::manifest({u"DE"_s}));
    QCOMPARE(loaded().interrupted->missing, QStringList{u"AT"_s});
    QVERIFY(QFileInfo::exists(path(u"flags.json"_s)));
}

FLAGFETCH_TEST(tst_KilledBatch, Core)
#include "tst_killedbatch.moc"
