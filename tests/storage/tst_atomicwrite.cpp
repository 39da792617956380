#include "app/storage/atomicwrite.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray oldBytes = "the old flag";
const QByteArray newBytes = "the new flag, somewhat longer";

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

std::optional<FailureKind> failureOf(const Result<WrittenFile> &written)
{
    return written ? std::nullopt : std::optional(written.error().kind);
}

} // namespace

class tst_AtomicWrite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileGetsItsName_data();
    void newFileGetsItsName();
    void overwriteReplacesTheFile();
    void skipKeepsTheFile();
    void renameNumbersTheFile();
    void usedNumbersAreSkippedBeforePublishing();
    void linkIsReplacedButNotItsTarget_data();
    void linkIsReplacedButNotItsTarget();
    void folderOrPipeOfThatNameIsRefused_data();
    void folderOrPipeOfThatNameIsRefused();
    void missingFolderIsDenied();
    void fileAsFolderIsDenied();
    void readOnlyFolderIsDenied();
    void umaskIsRespected();
    void partialWriteLeavesTheOldFile();
    void largeFileIsComplete();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// All entries of the folder, including hidden files.
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_AtomicWrite::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_AtomicWrite::newFileGetsItsName_data()
{
    QTest::addColumn<ConflictPolicy>("conflict");
    QTest::newRow("overwrite") << ConflictPolicy::Overwrite;
    QTest::newRow("skip") << ConflictPolicy::Skip;
    QTest::newRow("rename") << ConflictPolicy::Rename;
}

void tst_AtomicWrite::newFileGetsItsName()
{
    QFETCH(ConflictPolicy, conflict);

    const auto written = writeAtomically(path(u"CI-Côte_d'Ivoire.gif"_s), newBytes, conflict);

    QVERIFY(written);
    QCOMPARE(written->path, path(u"CI-Côte_d'Ivoire.gif"_s));
    QVERIFY(!written->wasKept);
    QCOMPARE(read(path(u"CI-Côte_d'Ivoire.gif"_s)), newBytes);
    QCOMPARE(names(), QStringList{u"CI-Côte_d'Ivoire.gif"_s});
}

void tst_AtomicWrite::overwriteReplacesTheFile()
{
    write(path(u"DE.gif"_s), oldBytes);

    const auto written = writeAtomically(path(u"DE.gif"_s), newBytes, ConflictPolicy::Overwrite);

    QVERIFY(!failureOf(written));
    QCOMPARE(read(path(u"DE.gif"_s)), newBytes);
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::skipKeepsTheFile()
{
    write(path(u"DE.gif"_s), oldBytes);

    const auto written = writeAtomically(path(u"DE.gif"_s), newBytes, ConflictPolicy::Skip);

    QVERIFY(!failureOf(written));
    QVERIFY(written->wasKept);
    QCOMPARE(written->path, path(u"DE.gif"_s));
    QCOMPARE(read(path(u"DE.gif"_s)), oldBytes);
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::renameNumbersTheFile()
{
    write(path(u"DE.x.gif"_s), oldBytes);

    for (const QString &name : {u"DE.x-2.gif"_s, u"DE.x-3.gif"_s}) {
        const auto written = writeAtomically(path(u"DE.x.gif"_s), newBytes, ConflictPolicy::Rename);
        QVERIFY(!failureOf(written));
        QCOMPARE(written->path, path(name));
        QVERIFY(!written->wasKept);
        QCOMPARE(read(path(name)), newBytes);
    }
    QCOMPARE(read(path(u"DE.x.gif"_s)), oldBytes);
    QCOMPARE(names().size(), 3);
}

// Each call before publishing writes a line to a set's journal.
void tst_AtomicWrite::usedNumbersAreSkippedBeforePublishing()
{
    for (const QString &name : {u"DE.gif"_s, u"DE-2.gif"_s, u"DE-3.gif"_s})
        write(path(name), "old");
    QStringList published;

    const auto written = writeAtomically(
        path(u"DE.gif"_s), "new", ConflictPolicy::Rename, [&published](const QString &place) {
            published.append(QFileInfo(place).fileName());
            return std::optional<Failure>();
        });

    QVERIFY(written);
    QCOMPARE(written->path, path(u"DE-4.gif"_s));
    QCOMPARE(published, (QStringList{u"DE.gif"_s, u"DE-4.gif"_s}));
}

void tst_AtomicWrite::linkIsReplacedButNotItsTarget_data()
{
    QTest::addColumn<bool>("isDangling");
    QTest::newRow("live") << false;
    QTest::newRow("dangling") << true;
}

void tst_AtomicWrite::linkIsReplacedButNotItsTarget()
{
    QFETCH(bool, isDangling);
    const QTemporaryDir elsewhere;
    const QString victim = elsewhere.filePath(u"victim"_s);
    if (!isDangling)
        write(victim, oldBytes);
    QVERIFY(QFile::link(victim, path(u"DE.gif"_s)));

    QVERIFY(!failureOf(writeAtomically(path(u"DE.gif"_s), newBytes, ConflictPolicy::Overwrite)));

    QCOMPARE(QFile::exists(victim), !isDangling);
    QCOMPARE(read(victim), isDangling ? QByteArray() : oldBytes);
    QVERIFY(!QFileInfo(path(u"DE.gif"_s)).isSymLink());
    QCOMPARE(read(path(u"DE.gif"_s)), newBytes);
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::folderOrPipeOfThatNameIsRefused_data()
{
    QTest::addColumn<bool>("isPipe");
    QTest::addColumn<ConflictPolicy>("conflict");
    QTest::newRow("folder, overwrite") << false << ConflictPolicy::Overwrite;
    QTest::newRow("folder, skip") << false << ConflictPolicy::Skip;
    QTest::newRow("pipe, overwrite") << true << ConflictPolicy::Overwrite;
    QTest::newRow("pipe, skip") << true << ConflictPolicy::Skip;
}

void tst_AtomicWrite::folderOrPipeOfThatNameIsRefused()
{
    QFETCH(bool, isPipe);
    QFETCH(ConflictPolicy, conflict);
    const QByteArray name = QFile::encodeName(path(u"DE.gif"_s));
    QCOMPARE(isPipe ? ::mkfifo(name.constData(), 0600) : ::mkdir(name.constData(), 0700), 0);

    const auto written = writeAtomically(path(u"DE.gif"_s), newBytes, conflict);

    QCOMPARE(failureOf(written), FailureKind::WriteFailed);
    QVERIFY(!QFileInfo(path(u"DE.gif"_s)).isFile());
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::missingFolderIsDenied()
{
    const auto written = writeAtomically(path(u"gone/DE.gif"_s), newBytes, ConflictPolicy::Overwrite);

    QCOMPARE(failureOf(written), FailureKind::FolderDenied);
    QVERIFY(names().isEmpty());
}

void tst_AtomicWrite::fileAsFolderIsDenied()
{
    write(path(u"file"_s), oldBytes);

    const auto written = writeAtomically(path(u"file/DE.gif"_s), newBytes, ConflictPolicy::Overwrite);

    QCOMPARE(failureOf(written), FailureKind::FolderDenied);
}

void tst_AtomicWrite::readOnlyFolderIsDenied()
{
    write(path(u"DE.gif"_s), oldBytes);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0555), 0);
    {
        const OrdinaryUser user;
        if (!user.isOrdinary())
            QSKIP("Root cannot become an ordinary user here");

        for (const QString &name : {u"DE.gif"_s, u"AT.gif"_s}) {
            const auto written = writeAtomically(path(name), newBytes, ConflictPolicy::Overwrite);
            QCOMPARE(failureOf(written), FailureKind::FolderDenied);
        }
        QCOMPARE(read(path(u"DE.gif"_s)), oldBytes);
    }
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::umaskIsRespected()
{
    const mode_t before = ::umask(027);
    const auto written = writeAtomically(path(u"DE.gif"_s), newBytes, ConflictPolicy::Overwrite);
    ::umask(before);

    QVERIFY(!failureOf(written));
    struct stat file
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path(u"DE.gif"_s)).constData(), &file), 0);
    QCOMPARE(file.st_mode & 07777, mode_t(0640));
}

void tst_AtomicWrite::partialWriteLeavesTheOldFile()
{
    write(path(u"DE.gif"_s), oldBytes);
    {
        const FileSizeLimit limit(1000);
        for (const QString &name : {u"DE.gif"_s, u"AT.gif"_s}) {
            const auto written
                = writeAtomically(path(name), QByteArray(5000, 'x'), ConflictPolicy::Overwrite);
            QCOMPARE(failureOf(written), FailureKind::WriteFailed);
        }
    }
    QCOMPARE(read(path(u"DE.gif"_s)), oldBytes);
    QCOMPARE(names(), QStringList{u"DE.gif"_s});
}

void tst_AtomicWrite::largeFileIsComplete()
{
    const QByteArray large(16 << 20, 'x');

    QVERIFY(!failureOf(writeAtomically(path(u"DE.gif"_s), large, ConflictPolicy::Overwrite)));

    QCOMPARE(read(path(u"DE.gif"_s)), large);
}

FLAGFETCH_TEST(tst_AtomicWrite, Core)
#include "tst_atomicwrite.moc"
