#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the real program says to those who start it wrongly, ask it something, or have no display.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badWordIsOneLineAndNothingIsWritten_data();
    void badWordIsOneLineAndNothingIsWritten();
    void questionsAreAnsweredWithoutADisplay_data();
    void questionsAreAnsweredWithoutADisplay();
    void windowWithoutADisplayIsOneLine_data();
    void windowWithoutADisplayIsOneLine();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUsage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestUsage::badWordIsOneLineAndNothingIsWritten_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("named");

    QTest::newRow("no code") << QStringList{u"--headless"_s, u"ZZZ"_s} << QByteArray("ZZZ");
    QTest::newRow("a digit") << QStringList{u"--headless"_s, u"C1"_s} << QByteArray("C1");
    QTest::newRow("empty") << QStringList{u"--headless"_s, QString()} << QByteArray("''");
    QTest::newRow("source") << QStringList{u"--headless"_s, u"-s"_s, u"nowhere"_s} << QByteArray("nowhere");
    QTest::newRow("not http") << QStringList{u"--headless"_s, u"-s"_s, u"ftp://h/flags"_s}
                              << QByteArray("ftp://h/flags");
    QTest::newRow("limit") << QStringList{u"--headless"_s, u"--limit"_s, u"0"_s} << QByteArray("--limit 0");
    QTest::newRow("none at a time") << QStringList{u"--headless"_s, u"--max-req"_s, u"0"_s}
                                    << QByteArray("--max-req 0");
    QTest::newRow("too many") << QStringList{u"--headless"_s, u"--max-req"_s, u"100000"_s}
                              << QByteArray("--max-req 100000");
    QTest::newRow("file") << QStringList{u"--headless"_s, u"-o"_s, u"/etc/passwd"_s}
                          << QByteArray("/etc/passwd");
    QTest::newRow("sources") << QStringList{u"--headless"_s, u"--sources"_s, u"/etc/passwd"_s}
                             << QByteArray("/etc/passwd");
    QTest::newRow("option") << QStringList{u"--headless"_s, u"--quick"_s} << QByteArray("--quick");
    QTest::newRow("window") << QStringList{u"--limit"_s, u"0"_s} << QByteArray("--limit 0");
    QTest::newRow("serve") << QStringList{u"--serve"_s, u"--port"_s, u"65536"_s}
                           << QByteArray("--port 65536");
    QTest::newRow("not UTF-8") << QStringList{u"--headless"_s, u"\u00e9\n\x1b[31m"_s}
                               << QByteArray("\u00e9??[31m");
}

void TestUsage::badWordIsOneLineAndNothingIsWritten()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, named);

    const EndedRun ended = run(words, m_folder->path());
    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.output, QByteArray());
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(ended.errors.startsWith("flagfetch: "), ended.errors);
    QVERIFY2(ended.errors.contains(named), ended.errors);
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void TestUsage::questionsAreAnsweredWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("beginning");

    QTest::newRow("help") << u"--help"_s << QByteArray("Usage: flagfetch ");
    QTest::newRow("version") << u"--version"_s << QByteArray("flagfetch 0.1.0\nQt 6.");
}

void TestUsage::questionsAreAnsweredWithoutADisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, beginning);

    const EndedRun ended = run({option}, m_folder->path());
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.output.startsWith(beginning), ended.output);
    QCOMPARE(ended.errors, QByteArray());
}

void TestUsage::windowWithoutADisplayIsOneLine_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");

    QTest::newRow("none") << QString() << QString();
    QTest::newRow("unreachable X") << u"DISPLAY"_s << u":54321"_s;
    QTest::newRow("unreachable Wayland") << u"WAYLAND_DISPLAY"_s << u"nowhere"_s;
    QTest::newRow("unknown plugin") << u"QT_QPA_PLATFORM"_s << u"nothing"_s;
}

void TestUsage::windowWithoutADisplayIsOneLine()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);

    const auto process = program({u"BR"_s}, m_folder->path());
    if (!variable.isEmpty()) {
        QProcessEnvironment environment = process->processEnvironment();
        environment.insert(variable, value);
        process->setProcessEnvironment(environment);
    }
    process->start();
    const EndedRun ended = endOf(*process);
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(ended.errors.startsWith("flagfetch: "), ended.errors);
    QVERIFY2(ended.errors.contains("--headless"), ended.errors);
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
