#include "app/sets/loadedset.h"
#include "app/storage/setfiles.h"
#include "tests/faults/faultbatch.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

/// Rows 100 to 104 of the fault matrix: the real program reads folders and files from unknown origin with
/// arbitrary content.
class tst_ForeignFolders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void row100LongNames();
    void row101ManyFlags();
    void row101ManyFlagsInterrupted();
    void row102NotRegularFiles_data();
    void row102NotRegularFiles();
    void row102WindowSettings_data();
    void row102WindowSettings();
    void row103JournalWithoutCodes();
    void row104NonUtf8FolderName_data();
    void row104NonUtf8FolderName();
    void row133ManyFilesOfOneCountry();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// The flags are of one country, from a source with this address, or from none.
    [[nodiscard]] bool makeManifest(int flags, const QString &address = {}) const;
    [[nodiscard]] bool makeSet() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int soon = 5000; // ms; a program that reads a pipe would block for ever

/// The types of directory entries besides regular files.
bool make(const QString &kind, const QString &path)
{
    if (kind == "pipe"_L1)
        return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0;
    if (kind == "endless"_L1)
        return QFile::link(u"/dev/zero"_s, path);
    return writeFile(path, {}) && QFile::resize(path, qint64(3) << 30);
}

} // namespace

void tst_ForeignFolders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

bool tst_ForeignFolders::makeManifest(int flags, const QString &address) const
{
    QByteArray sources;
    QByteArray member;
    if (!address.isEmpty()) {
        sources = R"({"id":"x","title":"x","images":[{"format":"svg","url":")" + address.toUtf8() + "\"}]}";
        member = R"("source":"x",)";
    }
    QByteArray json
        = R"({"format":"flagfetch-set","version":1,"name":"{CC}","sources":[)" + sources + R"(],"flags":[)";
    for (int i = 0; i < flags; ++i)
        json += QByteArray(i > 0 ? "," : "") + R"({"bytes":1,"code":"DE",)" + member + R"("file":"D)"
            + QByteArray::number(i, 16) + R"(.svg","sha256":")" + QByteArray(64, '0') + "\"}";
    return json.size() < largestManifest && QDir(m_folder->path()).mkdir(u"set"_s)
        && writeFile(path(u"set/flags.json"_s), json + "]}");
}

bool tst_ForeignFolders::makeSet() const
{
    return run({u"--headless"_s, u"-o"_s, u"set"_s, u"DE"_s, u"FR"_s}, m_folder->path()).status == 0;
}

void tst_ForeignFolders::row100LongNames()
{
    ScriptedServer server({.handler = [](const ScriptedRequest &request) {
        const QByteArray name = request.path.mid(1, 2) + QByteArray(900'000, 'x');
        return request.path.endsWith("metadata.json") ? ok("{\"country\": \"" + name + "\"}")
                                                      : ok(FaultBatch::pictureFor(request.path.first(3)));
    }});
    const QStringList download{
        u"--headless"_s, u"-s"_s, server.address(), u"-o"_s, u"set"_s, u"AA"_s, u"BB"_s};
    const EndedRun saved = run(download, m_folder->path());
    QVERIFY2(saved.status == 0, qPrintable(saved.errors));
    QVERIFY(readFile(path(u"set/flags.json"_s)).size() < 20'000);
    QCOMPARE(run({u"--verify"_s, u"set"_s}, m_folder->path()).status, 0);
    QCOMPARE(run(download, m_folder->path()).status, 0);
    QCOMPARE(filesIn(path(u"set"_s)).size(), 2);
    QVERIFY(filesIn(path(u"set"_s)).constFirst().toUtf8().size() <= 240);
}

void tst_ForeignFolders::row101ManyFlags()
{
    QVERIFY(makeManifest(140'000));
    QElapsedTimer clock;
    clock.start();
    const EndedRun ended = run({u"--verify"_s, u"set"_s}, m_folder->path());
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.startsWith(u"140"_s), qPrintable(ended.output.first(40)));
    QVERIFY2(clock.elapsed() < qint64(6) * soon, qPrintable(QString::number(clock.elapsed())));
}

void tst_ForeignFolders::row101ManyFlagsInterrupted()
{
    QVERIFY(makeManifest(140'000));
    const auto process = program({u"--verify"_s, u"set"_s}, m_folder->path());
    process->start();
    QVERIFY(process->waitForStarted());
    QTest::qWait(300); // any moment is valid; at this one it probably reads
    QElapsedTimer clock;
    clock.start();
    ::kill(pid_t(process->processId()), SIGINT);
    const EndedRun ended = endOf(*process);
    QVERIFY2(ended.status == 130 || ended.status == -1, qPrintable(QString::number(ended.status)));
    QVERIFY2(clock.elapsed() < soon, qPrintable(QString::number(clock.elapsed())));
}

void tst_ForeignFolders::row102NotRegularFiles_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const QString lock = u"set/"_s + QLatin1StringView(lockFileName);
    const QString journal = u"set/"_s + QLatin1StringView(journalFileName);
    const auto row = [](const QString &kind, const QString &file, const QStringList &arguments, int status) {
        QTest::addRow(
            "row 102 %s, %s: %s", qPrintable(file), qPrintable(kind), qPrintable(arguments.join(u' ')))
            << kind << file << arguments << status;
    };
    for (const QString &kind : {u"pipe"_s, u"endless"_s, u"large"_s}) {
        row(kind, lock, {u"--verify"_s, u"set"_s}, 0);
        row(kind, lock, {u"--update"_s, u"set"_s}, 1);
        row(kind, lock, {u"--headless"_s, u"-o"_s, u"set"_s, u"DE"_s}, 1);
        row(kind, lock, {u"--data"_s, u"x.csv"_s, u"--set"_s, u"set"_s}, 0);
        row(kind, journal, {u"--verify"_s, u"set"_s}, 1);
        row(kind, journal, {u"--headless"_s, u"-o"_s, u"set"_s, u"DE"_s}, 1);
        row(kind, u"ca.pem"_s, {u"--headless"_s, u"--ca-file"_s, u"ca.pem"_s, u"DE"_s}, 2);
        row(kind, u"codes"_s, {u"--headless"_s, u"--codes-from"_s, u"codes"_s}, 2);
        row(kind, u"mine.json"_s, {u"--headless"_s, u"--sources"_s, u"mine.json"_s, u"DE"_s}, 2);
        row(kind, u"mine.json"_s, {u"--from"_s, u"mine.json"_s, u"-o"_s, u"copy"_s},
            kind == "large"_L1 ? 1 : 2);
        row(kind, u".config/flagfetch/sources.json"_s, {u"--headless"_s, u"-o"_s, u"set"_s, u"DE"_s}, 0);
    }
}

void tst_ForeignFolders::row102NotRegularFiles()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, file);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QVERIFY(makeSet());
    QVERIFY(QDir(m_folder->path()).mkpath(u".config/flagfetch"_s));
    QFile::remove(path(file));
    QVERIFY(make(kind, path(file)));
    QElapsedTimer clock;
    clock.start();

    const EndedRun ended = run(arguments, m_folder->path());

    QVERIFY2(clock.elapsed() < soon, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(ended.status == status, qPrintable(QString::number(ended.status) + ended.everything()));
    if (status != 0)
        QVERIFY2(ended.everything().contains(QFileInfo(file).fileName()), qPrintable(ended.everything()));
}

void tst_ForeignFolders::row102WindowSettings_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"pipe", "endless", "large"})
        QTest::addRow("row 102 settings, %s", kind) << QString::fromLatin1(kind);
}

// The window starts without the settings and reports it.
void tst_ForeignFolders::row102WindowSettings()
{
    QFETCH(const QString, kind);
    QVERIFY(QDir(m_folder->path()).mkpath(u".config/flagfetch"_s));
    QVERIFY(make(kind, path(u".config/flagfetch/flagfetch.conf"_s)));
    const auto process = program({u"DE"_s}, m_folder->path());
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process->setProcessEnvironment(environment);
    process->start();
    QVERIFY(waitFor(*process, QProcess::StandardError, "flagfetch.conf"));
    // The signal handler is installed once the window is visible.
    QElapsedTimer clock;
    clock.start();
    while (process->state() != QProcess::NotRunning && clock.elapsed() < qint64(2) * soon) {
        ::kill(pid_t(process->processId()), SIGTERM);
        process->waitForFinished(500);
    }

    QCOMPARE(process->state(), QProcess::NotRunning);
}

void tst_ForeignFolders::row103JournalWithoutCodes()
{
    QVERIFY(makeSet());
    const QJsonObject header{{u"format"_s, u"flagfetch-batch"_s}, {u"version"_s, 1},
        {u"name"_s, u"{CC}/{cc}"_s}, {u"purpose"_s, u"download"_s}, {u"conflict"_s, u"overwrite"_s},
        {u"flags"_s, QJsonArray()}, {u"codes"_s, QJsonArray{u"../../x"_s, u"A/B"_s, u"DE"_s}},
        {u"sources"_s, QJsonArray()}};
    QVERIFY(writeFile(path(u"set/"_s + QLatin1StringView(journalFileName)),
        QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n'));
    const QStringList before = entriesIn(path(u"set"_s));

    const EndedRun ended = run({u"--resume"_s, u"set"_s}, m_folder->path());

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(QLatin1StringView(journalFileName)), qPrintable(ended.errors));
    QCOMPARE(entriesIn(path(u"set"_s)), before);
}

void tst_ForeignFolders::row104NonUtf8FolderName_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("row 104 download") << u"--headless DE -o"_s;
    QTest::newRow("row 104 verify") << u"--verify"_s;
}

// QProcess cannot pass such a name, so a shell creates it.
void tst_ForeignFolders::row104NonUtf8FolderName()
{
    QFETCH(const QString, arguments);
    const auto process = program({}, m_folder->path());
    process->setArguments(
        {u"-c"_s, u"mkdir \"$(printf 'caf\\351')\"; exec \"$0\" %1 \"$(printf 'caf\\351')\""_s.arg(arguments),
            process->program()});
    process->setProgram(u"/bin/sh"_s);
    process->start();

    const EndedRun ended = endOf(*process);

    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains("UTF-8"_L1), qPrintable(ended.errors));
    // QDir cannot represent the name either.
    const std::filesystem::path folder(QFile::encodeName(m_folder->path()).toStdString());
    const std::filesystem::directory_iterator entries(folder);
    QCOMPARE(std::distance(begin(entries), end(entries)), 1);
    QVERIFY(std::filesystem::remove(folder / "caf\351"));
}

// Each of these files needs a batch of its own. When each batch knew all later ones, this took 1.6 GB.
void tst_ForeignFolders::row133ManyFilesOfOneCountry()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    QVERIFY(makeManifest(4000, server.address(u"/{cc}.svg"_s)));
    const auto process = program({u"--update"_s, u"set"_s}, m_folder->path());
    process->start();
    QTRY_COMPARE_WITH_TIMEOUT(server.hits("/de.svg"), 1, 60'000);
    const QByteArray status = readFile(u"/proc/%1/status"_s.arg(process->processId()));
    const qint64 peak = status.sliced(status.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong();
    QElapsedTimer timer;
    timer.start();
    process->terminate();
    QCOMPARE(endOf(*process).status, 128 + SIGTERM);

    QVERIFY2(timer.elapsed() < soon, qPrintable(QString::number(timer.elapsed())));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // which keep freed memory
    QVERIFY2(peak < 400'000, qPrintable(u"%1 KiB"_s.arg(peak)));
#endif
    QVERIFY(peak > 0);
    QVERIFY(loadSet(path(u"set"_s)).value().pendingWork());
}

FLAGFETCH_TEST(tst_ForeignFolders, Core)
#include "tst_foreignfolders.moc"
