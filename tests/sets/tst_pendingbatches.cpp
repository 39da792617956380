#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What an order in a folder, and those behind it, leave for later.
class tst_PendingBatches final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void closingKeepsTheOrdersThatAreLeft_data();
    void closingKeepsTheOrdersThatAreLeft();

private:
    [[nodiscard]] LoadedSet loaded() const { return std::get<LoadedSet>(loadSet(m_folder->path())); }
    void save(OpenSet &set, const SetFlag &flag, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_PendingBatches::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_PendingBatches::save(OpenSet &set, const SetFlag &flag, const QByteArray &bytes) const
{
    QVERIFY(!set.recordIntent(flag));
    QVERIFY(someset::write(m_folder->filePath(flag.file), bytes));
    set.commit(flag);
}

void tst_PendingBatches::closingKeepsTheOrdersThatAreLeft_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<PendingPolicy>("rest");
    QTest::addColumn<QStringList>("left");
    using Rest = PendingPolicy;
    QTest::newRow("killed") << false << false << Rest() << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("killed at the end") << false << true << Rest() << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted") << true << false << PendingPolicy::KeepAll
                                 << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted at the end")
        << true << true << PendingPolicy::KeepAll << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("come to its end") << true << false << PendingPolicy::KeepFollowing
                                     << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("cancelled") << true << false << PendingPolicy::Discard << QStringList{u"JP"_s};
}

void tst_PendingBatches::closingKeepsTheOrdersThatAreLeft()
{
    QFETCH(const bool, isClosed);
    QFETCH(const bool, isSaved);
    QFETCH(const PendingPolicy, rest);
    QFETCH(const QStringList, left);
    const BatchSpec update{
        .purpose = BatchPurpose::Update, .codes = {u"FR"_s}, .target = someset::manifest({u"FR"_s})};
    const BatchSpec download{
        .conflict = ConflictPolicy::Rename, .codes = {u"JP"_s}, .target = someset::manifest({})};
    BatchSpec spec{.codes = {u"AT"_s}, .target = someset::manifest({})};
    spec.following = {{.codes = {u"DE"_s}, .target = someset::manifest({})}, update};
    spec.remaining = {download};
    auto set = std::get<std::shared_ptr<OpenSet>>(someset::openBatch(m_folder->path(), spec));
    if (isSaved)
        save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    if (isClosed)
        QVERIFY(!set->close(rest));
    set.reset();

    QVERIFY(loaded().rest());
    const QList<BatchSpec> specs = loaded().rest()->pendingBatches();
    QStringList codes;
    for (const BatchSpec &next : specs)
        codes += next.codes;
    QCOMPARE(codes, left);
    QCOMPARE(loaded().rest()->countMissing(), left.size());
    QVERIFY(specs.last() == download);
    QVERIFY(!left.contains(u"FR"_s) || specs.contains(update));
}

FLAGFETCH_TEST(tst_PendingBatches, Core)
#include "tst_pendingbatches.moc"
