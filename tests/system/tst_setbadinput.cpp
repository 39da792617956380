#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The real program with folders and files that are not sets: it prints an error and writes nothing.
class tst_SetBadInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badInputIsReportedAndNothingIsWritten_data();
    void badInputIsReportedAndNothingIsWritten();
    void unreadableNameIsRefused_data();
    void unreadableNameIsRefused();
    void sameWidthTwiceIsOnePicture();

private:
    ServedSet m_set{fiveCodes(), Served::WithTag};
};

void tst_SetBadInput::initTestCase()
{
    QVERIFY(m_set.start());
    QCOMPARE(m_set.download(u"good"_s).status, 0);
    QVERIFY(QDir(m_set.path({})).mkdir(u"empty"_s));
    QVERIFY(QDir(m_set.path({})).mkdir(u"damaged"_s));
    const QByteArray manifest = readFile(m_set.path(u"good/flags.json"_s));
    QVERIFY(writeFile(m_set.path(u"file"_s), "a file"));
    QVERIFY(writeFile(m_set.path(u"nothing.json"_s), {}));
    QVERIFY(writeFile(m_set.path(u"other.json"_s), R"({"flags": []})"));
    QVERIFY(writeFile(m_set.path(u"cut.json"_s), manifest.first(500)));
    QFile large(m_set.path(u"large.json"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((16 << 20) + 1));
    QVERIFY(writeFile(m_set.path(u"damaged/flags.json"_s), manifest.first(500)));
    QByteArray newer = manifest;
    QVERIFY(writeFile(m_set.path(u"newer.json"_s), newer.replace(R"("version": 1)", R"("version": 2)")));
    QByteArray flagless = R"({"format": "flagfetch-set", "version": 1, "name": "{CC}", "flags": []})";
    QVERIFY(writeFile(m_set.path(u"flagless.json"_s), flagless));
}

void tst_SetBadInput::badInputIsReportedAndNothingIsWritten_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message"); // start of the output

    const auto row = [](const QStringList &words, int status, const QString &message) {
        QTest::newRow(qPrintable(words.join(u' '))) << words << status << QString(u"flagfetch: "_s + message);
    };
    const QString noSet = u": there is no set of flags in this folder"_s;
    const QString advice = u"Download flags into it, or choose another folder."_s;
    for (const QStringList &operation : {QStringList{u"--update"_s}, {u"--verify"_s}, {u"--resume"_s}}) {
        row(operation + QStringList{u"absent"_s}, 2, operation[0] + u" absent: there is no such folder"_s);
        row(operation + QStringList{u"file"_s}, 2, operation[0] + u" file: this is not a folder"_s);
        row(operation + QStringList{u"empty"_s}, 1,
            u"empty"_s + noSet + u" (it has no flags.json). "_s + advice);
    }
    const QString repair = u"--repair"_s;
    row({u"--verify"_s, u"absent"_s, repair}, 2, u"--verify absent: there is no such folder"_s);
    row({u"--verify"_s, u"file"_s, repair}, 2, u"--verify file: this is not a folder"_s);
    row({u"--verify"_s, u"empty"_s, repair}, 1, u"empty"_s + noSet);
    row({u"--update"_s, u"damaged"_s}, 1,
        u"damaged: the description of the set of flags is damaged (this is not JSON"_s);
    row({u"--verify"_s, u"damaged"_s}, 1, u"damaged: flags.json is damaged (this is not JSON"_s);
    row({repair}, 2, u"--repair: it can be used only together with --verify"_s);

    for (const QStringList &operation : {QStringList{u"--data"_s, u"out.csv"_s},
             {u"--contact-sheet"_s, u"out.pdf"_s}, {u"--sprite"_s, u"site"_s}}) {
        row(operation + QStringList{u"--set"_s, u"absent"_s}, 1,
            u"absent"_s + noSet + u" (no such folder)"_s);
        row(operation + QStringList{u"--set"_s, u"file"_s}, 1,
            u"file"_s + noSet + u" (this is not a folder)"_s);
        row(operation + QStringList{u"--set"_s, u"empty"_s}, 1, u"empty"_s + noSet + u". "_s + advice);
    }

    const auto from = [&row](const QString &file, int status, const QString &message) {
        row({u"--from"_s, file, u"--output"_s, u"copy"_s}, status, message);
    };
    const QString damaged = u": the description of the set of flags is damaged ("_s;
    from(u"absent.json"_s, 2,
        u"--from absent.json: there is no such file; the flags.json of a set is needed"_s);
    from(u"good"_s, 2, u"--from good: this is a folder; the flags.json in it is needed"_s);
    from(u"file"_s, 1, u"file"_s + damaged + u"this is not JSON"_s);
    from(u"nothing.json"_s, 1, u"nothing.json"_s + damaged + u"this is not JSON"_s);
    from(u"cut.json"_s, 1, u"cut.json"_s + damaged + u"this is not JSON"_s);
    from(u"other.json"_s, 1, u"other.json"_s + damaged + u"this is not the manifest of a set of flags)"_s);
    from(u"large.json"_s, 1, u"large.json"_s + damaged + u"too large)"_s);
    from(u"flagless.json"_s, 1, u"flagless.json"_s + damaged + u"it has no flags)"_s);
    from(u"newer.json"_s, 1, u"newer.json: the set of flags was saved by a later version of Flagfetch"_s);

    const auto download = [&row](const QString &option, const QString &word, const QString &message) {
        row({u"--headless"_s, option, word, u"DE"_s}, 2, u"%1 %2: %3"_s.arg(option, word, message));
    };
    for (const QString &name : {u"{continent}"_s, u"{source}"_s, u"{continent}/{width}"_s})
        download(u"--name"_s, name,
            u"every flag would get the same name; use at least one of {CC}, {cc}, {iso3}"_s);
    const QString widths = u"allowed are widths from 1 to 4096 pixels"_s;
    for (const QString &bad : {u"0"_s, u"100000"_s, u"abc"_s})
        download(u"--png"_s, bad, widths);
    download(u"--webp"_s, u"0"_s, widths);
    row({u"--headless"_s, u"--png"_s, u"8"_s, u"--crop"_s, u"oval"_s, u"DE"_s}, 2,
        u"--crop oval: allowed are square and circle"_s);
}

void tst_SetBadInput::badInputIsReportedAndNothingIsWritten()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    QFETCH(const QString, message);
    const QStringList folders{QString(), u"empty"_s, u"damaged"_s};
    const auto before = tracesIn(m_set.path(u"good"_s));
    QStringList entries;
    for (const QString &folder : folders)
        entries.append(entriesIn(m_set.path(folder)));

    const EndedRun ended = m_set.run(words);
    QVERIFY2(ended.status == status, qPrintable(ended.everything()));
    QCOMPARE(ended.output, QString());
    QVERIFY2(ended.errors.startsWith(message), qPrintable(ended.errors));
    QCOMPARE(ended.errorLines().size(), 1);
    QCOMPARE(m_set.requestedCodes(), QStringList());
    QCOMPARE(touched(before, tracesIn(m_set.path(u"good"_s))), QString());
    QStringList entriesAfter;
    for (const QString &folder : folders)
        entriesAfter.append(entriesIn(m_set.path(folder)));
    QCOMPARE(entriesAfter, entries);
}

void tst_SetBadInput::unreadableNameIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("as deep as can be") << u"1/2/3/4/5/6/7/8/9/{CC}"_s << false;
    QTest::newRow("too deep") << u"1/2/3/4/5/6/7/8/9/10/{CC}"_s << true;
    QTest::newRow("as long as can be") << QString(u"n"_s.repeated(300) + u"{CC}"_s) << false;
    QTest::newRow("as a damaged manifest is called") << u"flags.json.damaged-{CC}"_s << false;
    QTest::newRow("as a damaged manifest's folder would be called") << u"flags.json.damaged-1/{CC}"_s << true;
}

// Every name that the program accepts for saving can also be verified.
void tst_SetBadInput::unreadableNameIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isRefused);
    QDir(m_set.path(u"named"_s)).removeRecursively();
    const EndedRun ended = m_set.run({u"--headless"_s, u"--server"_s, m_set.address(), u"--output"_s,
        u"named"_s, u"--name"_s, name, u"--png"_s, u"4096"_s, u"DE"_s});
    QVERIFY2(ended.status == (isRefused ? 2 : 0), qPrintable(ended.everything()));
    QCOMPARE(QDir(m_set.path(u"named"_s)).exists(), !isRefused);
    if (!isRefused)
        QCOMPARE(m_set.run({u"--verify"_s, u"named"_s}).everything(), u"2 files checked, all intact.\n"_s);
}

void tst_SetBadInput::sameWidthTwiceIsOnePicture()
{
    QCOMPARE(m_set.download(u"twice"_s, {u"--png"_s, u"16,16"_s}).status, 0);
    QCOMPARE(m_set.run({u"--verify"_s, u"twice"_s}).everything(), u"10 files checked, all intact.\n"_s);
}

FLAGFETCH_TEST(tst_SetBadInput, Core)
#include "tst_setbadinput.moc"
