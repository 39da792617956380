#include "app/sets/journalfile.h"
#include "app/sets/journalwriter.h"
#include "app/sets/manifestjson.h"
#include "app/sets/openset.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class tst_JournalFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void roundTrips();
    void unknownJournalIsLeftUnchanged_data();
    void unknownJournalIsLeftUnchanged();
    void unreadableJournalIsLeftUnchanged();
    void eachCodeCountsOnce();
    void unreadableSpecIsRefused();
    void manyLinesAreReadInTime();
    void sizeStaysReadable();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QLatin1StringView(journalFileName)); }
    [[nodiscard]] OpenSet::Opened open(const BatchSpec &spec) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

BatchSpec someOrder()
{
    return {.purpose = BatchPurpose::Update,
        .conflict = ConflictPolicy::Rename,
        .codes = {u"AT"_s, u"DE"_s},
        .target = someset::manifest({u"AT"_s, u"DE"_s})};
}

} // namespace

void tst_JournalFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

OpenSet::Opened tst_JournalFile::open(const BatchSpec &spec) const
{
    return someset::openBatch(m_folder->path(), spec);
}

void tst_JournalFile::roundTrips()
{
    const SetFlag flag = someset::flag(u"DE"_s);

    const auto read = journalFromLines(
        journalLine(someOrder()) + journalLine(flagToJson(flag)) + "future\n" + journalLineForDone(u"AT"_s));

    QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
    QCOMPARE(read->spec, someOrder());
    QCOMPARE(read->flags, QList<SetFlag>{flag});
    QCOMPARE(read->done, QSet<QString>{u"AT"_s});
}

void tst_JournalFile::unknownJournalIsLeftUnchanged_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("later version") << QByteArray("\"version\":1") << QByteArray("\"version\":2")
                                   << FailureKind::NewerSet;
    QTest::newRow("unknown purpose") << QByteArray("update") << QByteArray("merge")
                                     << FailureKind::DamagedJournal;
    QTest::newRow("unknown conflict")
        << QByteArray("rename") << QByteArray("newest") << FailureKind::DamagedJournal;
    QTest::newRow("hostile name") << QByteArray("{CC}-{country}") << QByteArray("../x")
                                  << FailureKind::DamagedJournal;
    QTest::newRow("code that is none")
        << QByteArray("\"codes\":[") << QByteArray("\"codes\":[\"../../x\",") << FailureKind::DamagedJournal;
    QTest::newRow("code that is no text")
        << QByteArray("\"codes\":[") << QByteArray("\"codes\":[{},") << FailureKind::DamagedJournal;
    QTest::newRow("no JSON") << QByteArray("{\"codes") << QByteArray("codes") << FailureKind::DamagedJournal;
}

// Otherwise its content would be lost, or another spec would run than the stored one.
void tst_JournalFile::unknownJournalIsLeftUnchanged()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, instead);
    QFETCH(FailureKind, kind);
    const QByteArray lines = journalLine(someOrder()).replace(written, instead);
    QVERIFY(lines.contains(instead));
    QVERIFY(someset::write(path(), lines));

    const auto result = open(someOrder());

    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(someset::read(path()), lines);
    const auto found = loadSet(m_folder->path());
    if (kind == FailureKind::NewerSet)
        QVERIFY(found && found->isNewer);
    else
        QVERIFY(!found && found.error().detail.contains(QLatin1StringView(journalFileName)));
    const auto filled = loadFilledSet(m_folder->path());
    QVERIFY(!filled);
    QCOMPARE(filled.error().kind, kind);
}

void tst_JournalFile::unreadableJournalIsLeftUnchanged()
{
    QVERIFY(someset::write(m_folder->filePath(u"elsewhere"_s), "x"));
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), path()));

    const auto result = open(someOrder());

    QVERIFY(!result);
    QCOMPARE(result.error().kind, FailureKind::ReadFailed);
    QVERIFY(result.error().detail.startsWith(QLatin1StringView(journalFileName)));
    QVERIFY(QFileInfo(path()).isSymLink());
}

void tst_JournalFile::eachCodeCountsOnce()
{
    const QByteArray line = journalLine(someOrder()).replace("[\"AT\",", "[\"AT\",\"AT\",\"AT\",");
    const auto read = journalFromLines(line);
    QVERIFY(read);
    QCOMPARE(read->spec.codes, (QStringList{u"AT"_s, u"DE"_s}));
}

void tst_JournalFile::unreadableSpecIsRefused()
{
    BatchSpec spec = someOrder();
    spec.target.nameTemplate = u"../x"_s;

    const auto result = open(spec);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, FailureKind::Internal);
    QVERIFY(!QFileInfo::exists(path()));
}

// Each line with the file's name used to read the file again.
void tst_JournalFile::manyLinesAreReadInTime()
{
    constexpr int lines = 40'000;
    QByteArray journal = journalLine(someOrder());
    SetFlag flag = someset::flag(u"DE"_s, QByteArray(2 << 20, 'x'));
    QVERIFY(someset::write(m_folder->filePath(flag.file), QByteArray(2 << 20, 'x')));
    for (int i = 0; i < lines; ++i)
        journal += journalLine(flagToJson(flag));
    QVERIFY(someset::write(path(), journal));
    QElapsedTimer timer;
    timer.start();

    const auto loaded = loadSet(m_folder->path());

    QVERIFY(loaded);
    QCOMPARE(loaded->manifest.flags.size(), 1);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_JournalFile::sizeStaysReadable()
{
    JournalWriter journal(m_folder->path());
    QVERIFY(!journal.begin(someOrder()));
    const QByteArray line = QByteArray((1 << 20) - 1, 'x') + '\n';
    std::optional<Failure> failure;
    qint64 size = 0;
    while (!failure && size <= largestJournal) {
        size = QFileInfo(path()).size();
        failure = journal.append(line);
    }
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::WriteFailed);
    QVERIFY(failure->detail.contains(QLatin1StringView(journalFileName)));
    QVERIFY(QFileInfo(path()).size() <= largestJournal);
    QVERIFY(loadSet(m_folder->path()));
}

FLAGFETCH_TEST(tst_JournalFile, Core)
#include "tst_journalfile.moc"
