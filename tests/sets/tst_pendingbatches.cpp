#include "tests/sets/setfolder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The pending work that a batch and the batches after it leave in a folder.
class tst_PendingBatches final : public QObject, private SetFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { create(); }
    void closingKeepsPendingSpecs_data();
    void closingKeepsPendingSpecs();
};

void tst_PendingBatches::closingKeepsPendingSpecs_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<PendingPolicy>("policy");
    QTest::addColumn<QStringList>("pending");
    QTest::newRow("killed") << false << false << PendingPolicy()
                            << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("killed at the end")
        << false << true << PendingPolicy() << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted") << true << false << PendingPolicy::KeepAll
                                 << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted at the end")
        << true << true << PendingPolicy::KeepAll << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("finished") << true << false << PendingPolicy::KeepFollowing
                              << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("cancelled") << true << false << PendingPolicy::Discard << QStringList{u"JP"_s};
}

void tst_PendingBatches::closingKeepsPendingSpecs()
{
    QFETCH(const bool, isClosed);
    QFETCH(const bool, isSaved);
    QFETCH(const PendingPolicy, policy);
    QFETCH(const QStringList, pending);
    const BatchSpec update{
        .purpose = BatchPurpose::Update, .codes = {u"FR"_s}, .target = someset::manifest({u"FR"_s})};
    const BatchSpec download{
        .conflict = ConflictPolicy::Rename, .codes = {u"JP"_s}, .target = someset::manifest({})};
    BatchSpec spec{.codes = {u"AT"_s}, .target = someset::manifest({})};
    spec.following = {{.codes = {u"DE"_s}, .target = someset::manifest({})}, update};
    spec.remaining = {download};
    auto set = someset::openBatch(m_folder->path(), spec).value();
    if (isSaved)
        save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    if (isClosed) {
        QVERIFY(!set->close(policy));
        QVERIFY(set->leavesPending());
    }
    set.reset();

    QVERIFY(loaded().pendingWork());
    const QList<BatchSpec> specs = loaded().pendingWork()->pendingBatches();
    QStringList codes;
    for (const BatchSpec &next : specs)
        codes += next.codes;
    QCOMPARE(codes, pending);
    QCOMPARE(loaded().pendingWork()->countMissing(), pending.size());
    QVERIFY(specs.last() == download);
    QVERIFY(!pending.contains(u"FR"_s) || specs.contains(update));
}

FLAGFETCH_TEST(tst_PendingBatches, Core)
#include "tst_pendingbatches.moc"
