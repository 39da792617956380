#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program verifies and repairs sets.
class tst_SetChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFlippedBitIn250FilesIsFoundAndRepaired();
    void eachDamageIsReportedAndRepaired_data();
    void eachDamageIsReportedAndRepaired();
    void untrackedFilesAreOnlyListed();
    void printsEachFileAsJson();
    void folderMayBeGivenInAnyForm_data();
    void folderMayBeGivenInAnyForm();
    void repairRejectsAnotherPicture();
};

namespace {

/// Changes one bit in the middle of the file.
bool flipByte(const QString &path)
{
    QByteArray bytes = readFile(path);
    if (bytes.isEmpty())
        return false;
    char &middle = bytes[bytes.size() / 2];
    middle = char(middle ^ 1);
    return writeFile(path, bytes);
}

QStringList linesWith(const QString &word, const EndedRun &ended)
{
    return ended.outputLines().filter(word);
}

} // namespace

void tst_SetChecks::oneFlippedBitIn250FilesIsFoundAndRepaired()
{
    ServedSet set(Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));

    const EndedRun well = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(well.status == 0, qPrintable(well.everything()));
    // A second line may report that a picture made for the test resembles a former flag: plain green was
    // Libya's.
    QCOMPARE(well.outputLines().value(0), u"250 files checked, all intact."_s);

    QVERIFY(flipByte(set.path(u"flags/NG-Nigeria.svg"_s)));
    const auto flipped = tracesIn(set.path(u"flags"_s));
    const EndedRun found = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(found.status == 1, qPrintable(found.everything()));
    QCOMPARE(found.outputLines().mid(0, 2),
        QStringList({u"250 files checked, 1 not intact."_s, u"Altered: NG-Nigeria.svg"_s}));
    QCOMPARE(set.requestedCodes(), QStringList());
    QCOMPARE(touched(flipped, tracesIn(set.path(u"flags"_s))), QString());

    const EndedRun repaired = set.run({u"--verify"_s, u"flags"_s, u"--repair"_s});
    QVERIFY2(repaired.status == 0, qPrintable(repaired.everything()));
    QCOMPARE(set.requestedCodes(), QStringList{u"NG"_s});
    QCOMPARE(set.requestedCodes(200), QStringList{u"NG"_s});
    // All other files, including those that describe the set, are unchanged.
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), u"NG-Nigeria.svg"_s);
    QCOMPARE(readFile(set.path(u"flags/NG-Nigeria.svg"_s)), set.picture(u"NG"_s));
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).status, 0);
}

void tst_SetChecks::eachDamageIsReportedAndRepaired_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("message");
    for (const QString &file : {u"KE-Kenya.svg"_s, u"KE-Kenya-16.png"_s}) {
        const auto row = [&file](const QString &damage, const QString &message) {
            QTest::addRow("%s %s", qPrintable(file), qPrintable(damage)) << damage << file << message;
        };
        row(u"flipped"_s, u"Altered"_s);
        row(u"emptied"_s, u"Altered"_s);
        row(u"gone"_s, u"Missing"_s);
        row(u"a link"_s, u"Cannot be read"_s);
    }
}

void tst_SetChecks::eachDamageIsReportedAndRepaired()
{
    QFETCH(const QString, damage);
    QFETCH(const QString, file);
    QFETCH(const QString, message);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    const auto downloaded = contentsOf(set.path(u"flags"_s));
    QCOMPARE(downloaded.size(), 2 * 5 + 2);

    const QString path = set.path(u"flags/"_s + file);
    const QByteArray same = readFile(path); // the link points to the correct content
    if (damage == "flipped"_L1)
        QVERIFY(flipByte(path));
    else if (damage == "emptied"_L1)
        QVERIFY(writeFile(path, {}));
    else
        QVERIFY(QFile::remove(path));
    if (damage == "a link"_L1)
        QVERIFY(writeFile(set.path(u"elsewhere"_s), same) && QFile::link(set.path(u"elsewhere"_s), path));

    const EndedRun found = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(found.status == 1, qPrintable(found.everything()));
    QCOMPARE(
        found.outputLines(), QStringList({u"10 files checked, 1 not intact."_s, message + u": "_s + file}));

    const EndedRun repaired = set.run({u"--verify"_s, u"flags"_s, u"--repair"_s});
    QVERIFY2(repaired.status == 0, qPrintable(repaired.everything()));
    // Renditions of an intact flag are drawn from it.
    QCOMPARE(set.requestedCodes(), file.endsWith(".png"_L1) ? QStringList() : QStringList{u"KE"_s});
    QCOMPARE(contentsOf(set.path(u"flags"_s)), downloaded);
    QVERIFY(!QFileInfo(path).isSymLink());
    if (damage == "a link"_L1)
        QCOMPARE(readFile(set.path(u"elsewhere"_s)), same);
}

void tst_SetChecks::untrackedFilesAreOnlyListed()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    QVERIFY(QDir(set.path(u"flags"_s)).mkdir(u"sub"_s));
    QVERIFY(writeFile(set.path(u"flags/notes.txt"_s), "mine"));
    QVERIFY(writeFile(set.path(u"flags/sub/DE-Germany.svg"_s), "mine too"));
    const auto before = tracesIn(set.path(u"flags"_s));
    for (const QStringList &more : {QStringList(), QStringList{u"--repair"_s}}) {
        const EndedRun ended = set.run(QStringList{u"--verify"_s, u"flags"_s} + more);
        QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
        QCOMPARE(linesWith(u"Not part of the set: "_s, ended),
            QStringList({u"Not part of the set: notes.txt"_s, u"Not part of the set: sub/DE-Germany.svg"_s}));
        QCOMPARE(set.requestedCodes(), QStringList());
        QCOMPARE(touched(before, tracesIn(set.path(u"flags"_s))), QString());
    }
}

void tst_SetChecks::printsEachFileAsJson()
{
    ServedSet set({u"DE"_s, u"FR"_s, u"KE"_s}, Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    QVERIFY(flipByte(set.path(u"flags/DE-Germany-16.png"_s)));
    QVERIFY(QFile::remove(set.path(u"flags/FR-France.svg"_s)));
    QVERIFY(writeFile(set.path(u"flags/a \"note\""_s), "mine"));

    const EndedRun ended = set.run({u"--verify"_s, u"flags"_s, u"--json"_s});
    QCOMPARE(ended.status, 1);
    QHash<QString, QString> states;
    const QStringList lines = ended.outputLines();
    for (const QString &line : lines) {
        const QJsonObject file = QJsonDocument::fromJson(line.toUtf8()).object();
        QCOMPARE(file.keys(),
            QStringList(
                {u"code"_s, u"derived"_s, u"file"_s, u"flag_of"_s, u"state"_s, u"superseded_since"_s}));
        const QString name = file[u"file"_s].toString();
        QCOMPARE(file[u"derived"_s].toBool(), name.endsWith(".png"_L1));
        QVERIFY(
            file[u"code"_s].isNull() ? name == "a \"note\""_L1 : name.startsWith(file[u"code"_s].toString()));
        states.insert(name, file[u"state"_s].toString());
    }
    QCOMPARE(states,
        (QHash<QString, QString>{{u"DE-Germany.svg"_s, u"ok"_s}, {u"DE-Germany-16.png"_s, u"altered"_s},
            {u"FR-France.svg"_s, u"missing"_s}, {u"FR-France-16.png"_s, u"ok"_s},
            {u"KE-Kenya.svg"_s, u"ok"_s}, {u"KE-Kenya-16.png"_s, u"ok"_s}, {u"a \"note\""_s, u"unknown"_s}}));
    QVERIFY2(ended.errors.contains(u"6 files checked, 2 not intact."_s), qPrintable(ended.errors));

    const EndedRun repaired = set.run({u"--verify"_s, u"flags"_s, u"--repair"_s, u"--json"_s});
    QVERIFY2(repaired.status == 0, qPrintable(repaired.everything()));
    QCOMPARE(linesWith(u"\"state\":"_s, repaired).size(), 7);
    const QStringList downloads = linesWith(u"\"status\":\"ok\""_s, repaired);
    QCOMPARE(downloads.size(), 2);
    QCOMPARE(repaired.outputLines().last(2), downloads);
    QCOMPARE(set.requestedCodes(), QStringList{u"FR"_s}); // renditions are drawn again without a request
}

void tst_SetChecks::folderMayBeGivenInAnyForm_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("relative") << u"flags"_s;
    QTest::newRow("with a slash behind it") << u"flags/"_s;
    QTest::newRow("with several") << u".//flags//"_s;
    QTest::newRow("there and back") << u"flags/../flags"_s;
    QTest::newRow("through a link") << u"link"_s;
    QTest::newRow("through a link, with a slash") << u"link/"_s;
    QTest::newRow("absolute") << QString();
    QTest::newRow("with spaces and letters") << u"my flags – Flaggen ü"_s;
}

void tst_SetChecks::folderMayBeGivenInAnyForm()
{
    QFETCH(QString, folder);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    const QString name = folder.startsWith("my"_L1) ? folder : u"flags"_s;
    if (folder.isEmpty())
        folder = set.path(u"flags"_s);
    QVERIFY(QDir(set.path({})).mkdir(name));
    QVERIFY(QFile::link(u"flags"_s, set.path(u"link"_s)));
    // The first saved flag creates the folder of the template; any form of the path works for that, too.
    QCOMPARE(set.download(folder, {u"--name"_s, u"{continent}/{CC}"_s}).status, 0);
    const auto downloaded = tracesIn(set.path(name));
    QCOMPARE(downloaded.size(), 5 + 2);
    QVERIFY(downloaded.contains(u"africa/KE.svg"_s));

    QVERIFY(flipByte(set.path(name + u"/africa/KE.svg"_s)));
    QVERIFY(QFile::remove(set.path(name + u"/europe/FR.svg"_s)));
    const EndedRun found = set.run({u"--verify"_s, folder});
    QCOMPARE(found.outputLines(),
        QStringList(
            {u"5 files checked, 2 not intact."_s, u"Missing: europe/FR.svg"_s, u"Altered: africa/KE.svg"_s}));
    const EndedRun ended = set.run({u"--verify"_s, folder, u"--repair"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(touched(downloaded, tracesIn(set.path(name))), u"africa/KE.svg europe/FR.svg"_s);
    const auto repaired = tracesIn(set.path(name));
    QCOMPARE(set.run({u"--update"_s, folder}).status, 0);
    QCOMPARE(touched(repaired, tracesIn(set.path(name))), QString());
    QVERIFY(QFileInfo(set.path(u"link"_s)).isSymLink());
}

void tst_SetChecks::repairRejectsAnotherPicture()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    QVERIFY(QFile::remove(set.path(u"flags/NG-Nigeria.svg"_s)));
    QVERIFY(flipByte(set.path(u"flags/KE-Kenya.svg"_s)));
    set.change(u"NG"_s);
    set.change(u"DE"_s); // no request may fetch it
    const auto before = tracesIn(set.path(u"flags"_s));

    const EndedRun ended = set.run({u"--verify"_s, u"flags"_s, u"--repair"_s});
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(), QStringList({u"KE"_s, u"NG"_s}));
    QVERIFY2(linesWith(u"Nigeria: the source now has another picture than the set had"_s, ended).size() == 1,
        qPrintable(ended.output));
    QCOMPARE(touched(before, tracesIn(set.path(u"flags"_s))), u"KE-Kenya.svg"_s);
    QCOMPARE(linesWith(u"Missing: NG-Nigeria.svg"_s, set.run({u"--verify"_s, u"flags"_s})).size(), 1);

    // The message suggests an update.
    QCOMPARE(set.run({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).status, 0);
    QCOMPARE(readFile(set.path(u"flags/NG-Nigeria.svg"_s)), set.picture(u"NG"_s));
}

FLAGFETCH_TEST(tst_SetChecks, Core)
#include "tst_setchecks.moc"
