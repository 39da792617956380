#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/storage/setfiles.h"
#include "tests/sets/setfolder.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class tst_OpenSet final : public QObject, private SetFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { create(); }
    void closedSetHasManifestAndAttribution();
    void unchangedSetIsNotWritten();
    void newerManifestIsUnchanged();
    void secondOwnerIsRefused();
    void fullDiskIsReported();
    void unreadableFlagIsRefused();
    void movedFolderIsLeftUnchanged();
    void linkedManifestIsNotRead();
    void leftoversBehindALinkAreKept();
    void openingCanBeStopped();
    void nothingIsWrittenAfterClosing();
    void closedSetHasNoOpenFiles();
    void tooLargeSetIsRefused();
    void tooManySourcesAreRefused();
    void journalWithTooManySourcesIsRefused();
};

void tst_OpenSet::closedSetHasManifestAndAttribution()
{
    auto set = opened({u"AT"_s, u"DE"_s});
    save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
    save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    QVERIFY(!set->close(PendingPolicy::Discard));
    QVERIFY(!set->leavesPending());
    set.reset();

    QCOMPARE(someset::read(path(u"flags.json"_s)), manifestToJson(someset::manifest({u"AT"_s, u"DE"_s})));
    QVERIFY(someset::read(path(u"ATTRIBUTION.md"_s)).contains("The office"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name).size(), 4);
    QCOMPARE(loaded().manifest, someset::manifest({u"AT"_s, u"DE"_s}));
    QVERIFY(!loaded().interrupted);
}

void tst_OpenSet::unchangedSetIsNotWritten()
{
    closedSetHasManifestAndAttribution();
    const QDateTime longAgo({2001, 1, 1}, {0, 0});
    for (const QString &name : {u"flags.json"_s, u"ATTRIBUTION.md"_s}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
    }

    QVERIFY(!opened({u"AT"_s})->close(PendingPolicy::Discard));

    QCOMPARE(QFileInfo(path(u"flags.json"_s)).lastModified(), longAgo);
    QCOMPARE(QFileInfo(path(u"ATTRIBUTION.md"_s)).lastModified(), longAgo);
}

void tst_OpenSet::newerManifestIsUnchanged()
{
    const QByteArray json
        = manifestToJson(someset::manifest({u"DE"_s})).replace("\"version\": 1", "\"version\": 2");
    QVERIFY(someset::write(path(u"flags.json"_s), json));

    const auto result
        = someset::openBatch(m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})});

    QVERIFY(!result);
    QCOMPARE(result.error().kind, FailureKind::NewerSet);
    QCOMPARE(someset::read(path(u"flags.json"_s)), json);
    QVERIFY(loaded().isNewer);
    QCOMPARE(loaded().manifest.flags.size(), 1);
}

void tst_OpenSet::secondOwnerIsRefused()
{
    const auto set = opened({u"DE"_s});

    const auto second
        = someset::openBatch(m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})});

    QVERIFY(!second);
    const Failure &failure = second.error();
    QCOMPARE(failure.kind, FailureKind::FolderInUse);
    QVERIFY2(failure.detail.contains(QString::number(QCoreApplication::applicationPid())),
        qPrintable(failure.detail));
    QCOMPARE(loaded().interrupted->missing, QStringList{u"DE"_s});
}

void tst_OpenSet::fullDiskIsReported()
{
    const auto set = opened({u"DE"_s});
    {
        const FileSizeLimit limit(rlim_t(QFileInfo(path(QLatin1StringView(journalFileName))).size() + 10));
        const auto failure = set->recordIntent(someset::flag(u"DE"_s));
        QVERIFY(failure);
        QVERIFY(!isFaultOfSource(failure->kind));
    }
    // A line that was cut does not affect the next one.
    save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    QCOMPARE(loaded().manifest, someset::manifest({u"AT"_s}));
}

// The flag is refused before its file gets its name. Other flags are saved.
void tst_OpenSet::unreadableFlagIsRefused()
{
    auto set = opened({u"AT"_s, u"DE"_s});
    SetFlag unreadable = someset::flag(u"AT"_s);
    unreadable.file = u"1/2/3/4/5/6/7/8/9/10/AT.svg"_s;
    const auto failure = set->recordIntent(unreadable);
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::Internal);
    QVERIFY2(failure->detail.contains(unreadable.file), qPrintable(failure->detail));
    save(*set, someset::flag(u"DE"_s), someset::bytesOf(u"DE"_s));
    QVERIFY(!set->close(PendingPolicy::Discard));
    QCOMPARE(loaded().manifest, someset::manifest({u"DE"_s}));
}

// Another set is at the old path, and another program is using it.
void tst_OpenSet::movedFolderIsLeftUnchanged()
{
    const QByteArray otherSet = manifestToJson(someset::manifest({u"CH"_s}));
    QVERIFY(someset::write(path(u"other/flags.json"_s), otherSet));
    QVERIFY(someset::write(path(u"other/.flagfetch.lock"_s), "other"));
    const QString folder = path(u"here"_s);
    const auto result
        = someset::openBatch(folder, {.codes = {u"AT"_s, u"DE"_s}, .target = someset::manifest({})});
    QVERIFY(result);
    auto set = *result;
    QVERIFY(!set->recordIntent(someset::flag(u"DE"_s)));
    QVERIFY(someset::write(folder + u"/DE-Land.svg"_s, someset::bytesOf(u"DE"_s)));
    set->commit(someset::flag(u"DE"_s));
    QVERIFY(QDir().rename(folder, path(u"away"_s)));
    QVERIFY(QDir().rename(path(u"other"_s), folder));

    const auto refused = set->recordIntent(someset::flag(u"AT"_s));
    QVERIFY(refused);
    QCOMPARE(refused->kind, FailureKind::FolderDenied);
    QCOMPARE(set->close(PendingPolicy::Discard), refused);
    set.reset();

    QCOMPARE(someset::read(folder + u"/flags.json"_s), otherSet);
    QCOMPARE(someset::read(folder + u"/.flagfetch.lock"_s), "other");
    QVERIFY(!QFileInfo::exists(path(u"away/.flagfetch.lock"_s)));
    const auto found = loadSet(path(u"away"_s));
    QVERIFY(found);
    QCOMPARE(found->manifest, someset::manifest({u"DE"_s}));
    QCOMPARE(found->interrupted->missing, QStringList{u"AT"_s});
}

void tst_OpenSet::linkedManifestIsNotRead()
{
    const QTemporaryDir elsewhere;
    const QString victim = elsewhere.filePath(u"flags.json"_s);
    const QByteArray json = manifestToJson(someset::manifest({u"DE"_s}));
    QVERIFY(someset::write(victim, json));
    QVERIFY(QFile::link(victim, path(u"flags.json"_s)));

    QVERIFY(loaded().manifest.flags.isEmpty());
    auto set = opened({u"AT"_s});
    save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    QVERIFY(!set->close(PendingPolicy::Discard));
    QCOMPARE(someset::read(victim), json);
}

void tst_OpenSet::leftoversBehindALinkAreKept()
{
    const QTemporaryDir elsewhere;
    const QString leftover = u".flagfetch-1.part"_s;
    QVERIFY(someset::write(elsewhere.filePath(leftover), "x"));
    QVERIFY(someset::write(path(u"inside/"_s + leftover), "x"));
    QVERIFY(QFile::link(elsewhere.path(), path(u"linked"_s)));
    Manifest manifest = someset::manifest({u"AT"_s, u"DE"_s});
    manifest.flags[0].file = u"linked/at.svg"_s;
    manifest.flags[1].file = u"inside/de.svg"_s;
    QVERIFY(!writeManifestFiles(m_folder->path(), manifest));

    const auto set = opened({});

    QVERIFY(QFileInfo::exists(elsewhere.filePath(leftover)));
    QVERIFY(!QFileInfo::exists(path(u"inside/"_s + leftover)));
}

void tst_OpenSet::openingCanBeStopped()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"AT"_s})));
    std::stop_source stop;
    stop.request_stop();

    const auto result = OpenSet::open(m_folder->path(), stop.get_token());

    QVERIFY(!result);
    QCOMPARE(result.error().kind, FailureKind::Cancelled);
    QVERIFY(opened({})); // the lock is free
}

// Another batch may be running in the folder by then.
void tst_OpenSet::nothingIsWrittenAfterClosing()
{
    const auto set = opened({u"AT"_s, u"DE"_s});
    QVERIFY(!set->close(PendingPolicy::KeepAll));
    const QByteArray journal = someset::read(path(QLatin1StringView(journalFileName)));

    set->markDone(u"AT"_s);
    QVERIFY(set->recordIntent(someset::flag(u"DE"_s)));

    QCOMPARE(someset::read(path(QLatin1StringView(journalFileName))), journal);
}

// An open file would prevent unmounting the file system.
void tst_OpenSet::closedSetHasNoOpenFiles()
{
    const auto filesOpenInFolder = [this] {
        const QFileInfoList links = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::System | QDir::Files);
        return std::ranges::count_if(links,
            [this](const QFileInfo &link) { return link.symLinkTarget().startsWith(m_folder->path()); });
    };
    const auto set = opened({u"AT"_s});
    QVERIFY(filesOpenInFolder() > 0);

    QVERIFY(!set->close(PendingPolicy::KeepAll));

    QCOMPARE(filesOpenInFolder(), 0);
}

// The flag that would make the manifest too large is refused. The others are saved and can be read.
void tst_OpenSet::tooLargeSetIsRefused()
{
    const auto set = opened({});
    std::optional<Failure> failure;
    int saved = 0;
    while (!failure && saved < 1000) {
        SetFlag flag = someset::flag(u"DE"_s);
        flag.file = u"%1.svg"_s.arg(saved);
        flag.url = u"http://x/"_s + QString(200'000, u'x');
        failure = set->recordIntent(flag);
        if (failure)
            break;
        set->commit(flag);
        ++saved;
    }
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::WriteFailed);
    QVERIFY(saved > 50);
    QVERIFY(!set->close(PendingPolicy::Discard));
    QCOMPARE(loaded().manifest.flags.size(), saved);
}

// Row 133. What could not be read again is not written.
void tst_OpenSet::tooManySourcesAreRefused()
{
    const Manifest most = someset::withSources(1000);
    auto set = someset::openBatch(m_folder->path(), {.codes = {u"DE"_s}, .target = most});
    QVERIFY(set);
    SetFlag flag = someset::flag(u"DE"_s);
    save(**set, flag, someset::bytesOf(u"DE"_s));
    QVERIFY(!(*set)->close(PendingPolicy::Discard));
    set = {};
    QCOMPARE(loaded().manifest.sources.size(), 1000);

    const auto refused = someset::openBatch(
        m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})}); // a source that it lacks
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, FailureKind::WriteFailed);
    QCOMPARE(loaded().manifest.flags.size(), 1);
}

// Row 133. Each of the two files may have so many.
void tst_OpenSet::journalWithTooManySourcesIsRefused()
{
    QVERIFY(someset::write(path(u"flags.json"_s), manifestToJson(someset::manifest({u"DE"_s}))));
    QVERIFY(someset::write(path(QLatin1StringView(journalFileName)),
        journalLine(BatchSpec{.codes = {u"AT"_s}, .target = someset::withSources(1000)})));

    const auto refused = loadSet(m_folder->path());

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, FailureKind::DamagedJournal);
    QVERIFY2(refused.error().detail.contains("1000"_L1), qPrintable(refused.error().detail));
}

FLAGFETCH_TEST(tst_OpenSet, Core)
#include "tst_openset.moc"
