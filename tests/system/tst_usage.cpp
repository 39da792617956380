#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program with wrong arguments, with --help and --version, without a display, and with a full
/// standard output.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badArgumentGivesOneLineAndWritesNothing_data();
    void badArgumentGivesOneLineAndWritesNothing();
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void windowWithoutDisplayGivesOneLine_data();
    void windowWithoutDisplayGivesOneLine();
    void windowStaysOpenWithDisplay();
    void fullStandardOutputIsAnError_data();
    void fullStandardOutputIsAnError();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUsage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestUsage::badArgumentGivesOneLineAndWritesNothing_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");

    QTest::newRow("no code") << QStringList{u"--headless"_s, u"ZZZ"_s} << u"ZZZ"_s;
    QTest::newRow("a digit") << QStringList{u"--headless"_s, u"C1"_s} << u"C1"_s;
    QTest::newRow("empty") << QStringList{u"--headless"_s, QString()} << u"''"_s;
    QTest::newRow("source") << QStringList{u"--headless"_s, u"-s"_s, u"nowhere"_s} << u"nowhere"_s;
    QTest::newRow("not http") << QStringList{u"--headless"_s, u"-s"_s, u"ftp://h/flags"_s}
                              << u"ftp://h/flags"_s;
    QTest::newRow("limit") << QStringList{u"--headless"_s, u"--limit"_s, u"0"_s} << u"--limit 0"_s;
    QTest::newRow("no request in flight")
        << QStringList{u"--headless"_s, u"--max-req"_s, u"0"_s} << u"--max-req 0"_s;
    QTest::newRow("too many") << QStringList{u"--headless"_s, u"--max-req"_s, u"100000"_s}
                              << u"--max-req 100000"_s;
    QTest::newRow("file") << QStringList{u"--headless"_s, u"-o"_s, u"/etc/passwd"_s} << u"/etc/passwd"_s;
    QTest::newRow("sources") << QStringList{u"--headless"_s, u"--sources"_s, u"/etc/passwd"_s}
                             << u"/etc/passwd"_s;
    QTest::newRow("option") << QStringList{u"--headless"_s, u"--quick"_s} << u"--quick"_s;
    QTest::newRow("window") << QStringList{u"--limit"_s, u"0"_s} << u"--limit 0"_s;
    QTest::newRow("serve") << QStringList{u"--serve"_s, u"--port"_s, u"65536"_s} << u"--port 65536"_s;
    QTest::newRow("unprintable") << QStringList{u"--headless"_s, u"\u00e9\x1b[31m"_s} << u"\u00e9?[31m"_s;
}

void TestUsage::badArgumentGivesOneLineAndWritesNothing()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, named);

    const EndedRun ended = run(words, m_folder->path());
    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(ended.errors.startsWith("flagfetch: "_L1), qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(named), qPrintable(ended.errors));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void TestUsage::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("beginning");

    QTest::newRow("help") << u"--help"_s << u"Usage: flagfetch "_s;
    QTest::newRow("version") << u"--version"_s << u"flagfetch 0.2.0\nQt 6."_s;
}

void TestUsage::helpAndVersionNeedNoDisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QString, beginning);

    const EndedRun ended = run({option}, m_folder->path());
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.output.startsWith(beginning), qPrintable(ended.output));
    QCOMPARE(ended.errors, QString());
}

void TestUsage::windowWithoutDisplayGivesOneLine_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");

    QTest::newRow("none") << QString() << QString();
    QTest::newRow("unreachable X") << u"DISPLAY"_s << u":54321"_s;
    QTest::newRow("unreachable Wayland") << u"WAYLAND_DISPLAY"_s << u"nowhere"_s;
    QTest::newRow("unknown plugin") << u"QT_QPA_PLATFORM"_s << u"nothing"_s;
}

void TestUsage::windowWithoutDisplayGivesOneLine()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);

    const auto process = program({u"BR"_s}, m_folder->path());
    if (!variable.isEmpty()) {
        QProcessEnvironment environment = process->processEnvironment();
        environment.insert(variable, value);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        process->setProcessEnvironment(environment);
    }
    process->start();
    const EndedRun ended = endOf(*process);
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(ended.errors.startsWith("flagfetch: "_L1), qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains("--headless"_L1), qPrintable(ended.errors));
}

void TestUsage::windowStaysOpenWithDisplay()
{
    const auto process = program({u"BR"_s}, m_folder->path());
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, m_folder->path());
    environment.remove(u"XDG_CONFIG_HOME"_s);
    process->setProcessEnvironment(environment);
    process->start();
    QVERIFY(!process->waitForFinished(1000));
    process->terminate();
    QVERIFY(!endOf(*process).everything().contains("flagfetch: "_L1));
}

void TestUsage::fullStandardOutputIsAnError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("download") << QStringList{u"--headless"_s, u"-o"_s, u"out"_s, u"BR"_s};
    QTest::newRow("list") << QStringList{u"--list-countries"_s};
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("comparison") << QStringList{
        u"--compare"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"debian"_s, u"FR"_s};
}

void TestUsage::fullStandardOutputIsAnError()
{
    QFETCH(const QStringList, arguments);
    const auto process = program(arguments, m_folder->path());
    process->setStandardOutputFile(u"/dev/full"_s);
    process->start();
    const EndedRun ended = endOf(*process);
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errors.count("standard output cannot be written"_L1), 1);
}

FLAGFETCH_TEST(TestUsage, Core)
#include "tst_usage.moc"
