#include "app/storage/setfiles.h"
#include "tests/faults/testenvironment.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/heldbatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

/// The real program with sets whose manifest is damaged or cannot be written.
class tst_SetFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row52DamagedManifest_data();
    void row52DamagedManifest();
    void row52NewerManifest_data();
    void row52NewerManifest();
    void row52WrongHashKeepsTheFile();
    void row60NoSpaceForTheManifest();
    void row60NoSpaceInMidBatch();
};

namespace {

/// Replaces a valid manifest with other content.
using Damage = std::function<bool(const QString &path)>;

Damage rewritten(const std::function<QByteArray(const QByteArray &json)> &change)
{
    return [change](const QString &path) { return writeFile(path, change(readFile(path))); };
}

Damage replacedWith(const QByteArray &bytes)
{
    return rewritten([bytes](const QByteArray &) { return bytes; });
}

/// Changes a member of the first flag to an invalid value.
Damage withFlag(const QString &member, const QJsonValue &value)
{
    return rewritten([member, value](const QByteArray &json) {
        QJsonObject manifest = QJsonDocument::fromJson(json).object();
        QJsonArray flags = manifest[u"flags"_s].toArray();
        QJsonObject flag = flags[0].toObject();
        flag[member] = value;
        flags[0] = flag;
        manifest[u"flags"_s] = flags;
        return QJsonDocument(manifest).toJson();
    });
}

bool makeFolderOf(const QString &path)
{
    return QFile::remove(path) && QDir().mkdir(path) && writeFile(path + u"/note"_s, "mine");
}

bool makeLinkOf(const QString &path)
{
    const QString elsewhere = QFileInfo(path).path() + u"-elsewhere.json"_s;
    return QFile::rename(path, elsewhere) && QFile::link(elsewhere, path);
}

QStringList downloadInto(const QString &folder, const ServedSet &set, const QStringList &codes)
{
    return QStringList{u"--headless"_s, u"--server"_s, set.address(), u"--output"_s, folder} + codes;
}

} // namespace

void tst_SetFaults::row52DamagedManifest_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QString>("why");
    const QString noManifest = u"this is not the manifest of a set of flags"_s;
    const QString notBelow = u"is not inside the folder of the set"_s;
    constexpr qsizetype tooMany = (16 << 20) + 1;
    QTest::newRow("row 52 truncated")
        << rewritten([](const QByteArray &json) { return json.first(json.size() / 2); }) << u"not JSON"_s;
    QTest::newRow("row 52 empty") << replacedWith({}) << u"not JSON"_s;
    QTest::newRow("row 52 not JSON") << replacedWith("\x89PNG\r\n\x1a\n") << u"not JSON"_s;
    QTest::newRow("row 52 not UTF-8")
        << rewritten([](const QByteArray &json) { return QByteArray(json).replace("Germany", "G\xffrmany"); })
        << u"not JSON"_s;
    QTest::newRow("row 52 JSON of something else") << replacedWith(R"({"flags": []})") << noManifest;
    QTest::newRow("row 52 too large")
        << rewritten([](const QByteArray &json) { return json.leftJustified(tooMany, ' '); })
        << u"too large"_s;
    QTest::newRow("row 52 path that leads out") << withFlag(u"file"_s, u"../x.svg"_s) << notBelow;
    QTest::newRow("row 52 folder") << Damage(&makeFolderOf) << u"this is not a file"_s;
    QTest::newRow("row 52 link") << Damage(&makeLinkOf) << u"a symbolic link is in the file's place"_s;
}

void tst_SetFaults::row52DamagedManifest()
{
    QFETCH(const Damage, damage);
    QFETCH(const QString, why);
    ServedSet set(QStringList{u"JP"_s} + fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.run(downloadInto(u"flags"_s, set, fiveCodes())).status, 0);
    const QString manifest = set.path(u"flags/flags.json"_s);
    QVERIFY(damage(manifest));
    const auto before = tracesIn(set.path({}));

    // The set is unknown, so nothing is changed.
    for (const QString &operation : {u"--verify"_s, u"--update"_s}) {
        const EndedRun ended = set.run({operation, u"flags"_s});
        QVERIFY2(ended.status == 1 && ended.output.isEmpty(), qPrintable(ended.everything()));
        QVERIFY2(ended.errors.contains(why), qPrintable(ended.errors));
    }
    QCOMPARE(set.requestedCodes(), QStringList());
    QCOMPARE(touched(before, tracesIn(set.path({}))), QString());

    // A download renames it and keeps its content.
    const EndedRun ended = set.run(downloadInto(u"flags"_s, set, {u"JP"_s}));
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QVERIFY2(ended.output.contains(u"The folder's flags.json is damaged. It was backed up as "
                                   "flags.json.damaged-1 ("_s)
            && ended.output.contains(why),
        qPrintable(ended.output));
    auto after = tracesIn(set.path({}));
    const QHash<QString, FileTrace> added{
        {u"flags/JP-Japan.svg"_s, after.take(u"flags/JP-Japan.svg"_s)},
        {u"flags/ATTRIBUTION.md"_s, after.take(u"flags/ATTRIBUTION.md"_s)},
        {u"flags/flags.json"_s, after.take(u"flags/flags.json"_s)},
    };
    QHash<QString, FileTrace> kept;
    for (const auto &[file, trace] : before.asKeyValueRange()) {
        if (file != "flags/ATTRIBUTION.md"_L1)
            kept.insert(QString(file).replace("flags/flags.json"_L1, "flags/flags.json.damaged-1"_L1), trace);
    }
    QCOMPARE(touched(kept, after), QString());
    QCOMPARE(QFileInfo(manifest + u".damaged-1"_s).symLinkTarget(),
        why.contains(u"link"_s) ? set.path(u"flags-elsewhere.json"_s) : QString());

    // The new manifest contains all flags.
    QVERIFY(added.value(u"flags/flags.json"_s).bytes.contains("JP-Japan.svg"));
    const EndedRun verified = set.run({u"--verify"_s, u"flags"_s});
    QCOMPARE(verified.everything(), u"6 files checked, all intact.\n"_s);
    QCOMPARE(verified.status, 0);
}

void tst_SetFaults::row52NewerManifest_data()
{
    QTest::addColumn<Damage>("damage"); // in addition to the version
    QTest::newRow("row 52 newer") << Damage([](const QString &) { return true; });
    QTest::newRow("row 52 newer, with two flags for a file") << withFlag(u"file"_s, u"FR-France.svg"_s);
}

// It can be verified and exported as far as the program understands it. Nothing is written into its folder.
void tst_SetFaults::row52NewerManifest()
{
    QFETCH(const Damage, damage);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const QString manifest = set.path(u"flags/flags.json"_s);
    QVERIFY(damage(manifest));
    QVERIFY(writeFile(manifest, readFile(manifest).replace(R"("version": 1)", R"("version": 2)")));
    QVERIFY(QFile::remove(set.path(u"flags/KE-Kenya.svg"_s)));
    const auto before = tracesIn(set.path(u"flags"_s));

    for (const QStringList &operation : {downloadInto(u"flags"_s, set, fiveCodes()),
             {u"--update"_s, u"flags"_s}, {u"--verify"_s, u"flags"_s, u"--repair"_s},
             {u"--resume"_s, u"flags"_s}, {u"--from"_s, u"flags/flags.json"_s, u"--output"_s, u"copy"_s}}) {
        const EndedRun ended = set.run(operation);
        QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
        QVERIFY2(ended.everything().contains(
                     u": the set of flags was saved by a later version of Flagfetch, and is not changed."_s),
            qPrintable(ended.everything()));
        QCOMPARE(set.requestedCodes(), QStringList());
    }
    const EndedRun verified = set.run({u"--verify"_s, u"flags"_s});
    QCOMPARE(verified.status, 1);
    QVERIFY2(verified.outputLines().contains(u"Missing: KE-Kenya.svg"_s), qPrintable(verified.output));
    QCOMPARE(set.run({u"--data"_s, u"flags.csv"_s, u"--set"_s, u"flags"_s}).status, 0);
    QCOMPARE(touched(before, tracesIn(set.path(u"flags"_s))), QString());
    QVERIFY(!QFile::exists(set.path(u"copy/flags.json"_s)));
}

// A file whose hash in a valid manifest is wrong is not replaced by the picture of the source.
void tst_SetFaults::row52WrongHashKeepsTheFile()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    QVERIFY(withFlag(u"sha256"_s, QString(64, u'0'))(set.path(u"flags/flags.json"_s)));
    const auto before = tracesIn(set.path(u"flags"_s));
    const QString other
        = u"Germany: the source now has another picture than the set had, and it was not saved."_s;

    const EndedRun repaired = set.run({u"--verify"_s, u"flags"_s, u"--repair"_s});
    QVERIFY2(repaired.status == 1 && repaired.output.contains(other), qPrintable(repaired.everything()));
    QCOMPARE(set.requestedCodes(), QStringList{u"DE"_s});
    QCOMPARE(touched(before, tracesIn(set.path(u"flags"_s))), QString());

    const EndedRun copied = set.run({u"--from"_s, u"flags/flags.json"_s, u"--output"_s, u"copy"_s});
    QVERIFY2(copied.status == 1 && copied.output.contains(other), qPrintable(copied.everything()));
    QCOMPARE(filesIn(set.path(u"copy"_s)).size(), 4);
    QCOMPARE(set.run({u"--verify"_s, u"copy"_s}).status, 0);
}

// There is space for the flags but not for the manifest.
void tst_SetFaults::row60NoSpaceForTheManifest()
{
    if (!isRerun()) {
        if (const QString reason = unavailableReason(withOwnMounts()); !reason.isEmpty())
            QSKIP(qPrintable(u"no file system can be mounted here: "_s + reason));
        QCOMPARE(rerunIn(withOwnMounts()), QString());
        return;
    }
    constexpr int flags = 120; // one page each; the manifest takes 16 pages, the journal 12
    ServedSet set(everyCode().sliced(0, flags), Served::WithTag);
    QVERIFY(set.start());
    const SmallDisk disk("size=564k");
    QVERIFY(disk.isMounted());
    const QString noSpace
        = u"the disk is full (flags.json: No space left on device). Free some space, or choose another folder."_s;

    const EndedRun full = set.download(disk.path());
    QVERIFY2(full.status == 1, qPrintable(full.everything()));
    QVERIFY2(full.output.startsWith(u"120 flags downloaded in "_s), qPrintable(full.output));
    QVERIFY2(full.outputLines().contains(disk.path() + u": "_s + noSpace), qPrintable(full.output));
    QCOMPARE(filesIn(disk.path()).size(), flags);
    QVERIFY(!QFile::exists(disk.path() + u"/flags.json"_s));

    const QString well = u"120 files checked, all intact.\n"_s;
    QCOMPARE(set.run({u"--verify"_s, disk.path()}).everything(), well);
    const EndedRun fullStill = set.run({u"--resume"_s, disk.path()});
    QVERIFY2(fullStill.status == 1 && fullStill.errors.contains(noSpace), qPrintable(fullStill.everything()));

    QVERIFY(disk.resize("size=4m"));
    const EndedRun completed = set.run({u"--resume"_s, disk.path()});
    QVERIFY2(completed.status == 0, qPrintable(completed.everything()));
    QCOMPARE(set.requestedCodes(), QStringList());
    QVERIFY(QFile::exists(disk.path() + u"/flags.json"_s));
    QCOMPARE(journalLines(disk.path()), -1);
    QCOMPARE(set.run({u"--verify"_s, disk.path()}).everything(), well);
    for (const QString &file : filesIn(disk.path()))
        QCOMPARE(readFile(disk.path() + u'/' + file), set.picture(file.first(2)));
}

// Without a person who could free space the program ends, and can be resumed later.
void tst_SetFaults::row60NoSpaceInMidBatch()
{
    if (!isRerun()) {
        if (const QString reason = unavailableReason(withOwnMounts()); !reason.isEmpty())
            QSKIP(qPrintable(u"no file system can be mounted here: "_s + reason));
        QCOMPARE(rerunIn(withOwnMounts()), QString());
        return;
    }
    constexpr int flags = 120;
    ServedSet set(everyCode().sliced(0, flags), Served::WithTag);
    QVERIFY(set.start());
    const SmallDisk disk("size=200k");
    QVERIFY(disk.isMounted());

    const EndedRun full = set.download(disk.path());
    QVERIFY2(full.status == 1, qPrintable(full.everything()));
    QVERIFY2(full.everything().contains(u"the disk is full"_s), qPrintable(full.everything()));

    QVERIFY(disk.resize("size=4m"));
    const EndedRun completed = set.run({u"--resume"_s, disk.path()});
    QVERIFY2(completed.status == 0, qPrintable(completed.everything()));
    QCOMPARE(filesIn(disk.path()).size(), flags);
}

FLAGFETCH_TEST(tst_SetFaults, Core)
#include "tst_setfaults.moc"
