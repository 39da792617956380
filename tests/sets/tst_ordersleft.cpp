#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What an order in a folder, and those behind it, leave for later.
class tst_OrdersLeft final : public QObject
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

void tst_OrdersLeft::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_OrdersLeft::save(OpenSet &set, const SetFlag &flag, const QByteArray &bytes) const
{
    QVERIFY(!set.announce(flag));
    QVERIFY(someset::write(m_folder->filePath(flag.file), bytes));
    set.confirm(flag);
}

void tst_OrdersLeft::closingKeepsTheOrdersThatAreLeft_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<OpenSet::Rest>("rest");
    QTest::addColumn<QStringList>("left");
    using Rest = OpenSet::Rest;
    QTest::newRow("killed") << false << false << Rest() << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("killed at the end") << false << true << Rest() << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted") << true << false << Rest::KeptForLater
                                 << QStringList{u"AT"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("interrupted at the end")
        << true << true << Rest::KeptForLater << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("come to its end") << true << false << Rest::Following
                                     << QStringList{u"DE"_s, u"FR"_s, u"JP"_s};
    QTest::newRow("cancelled") << true << false << Rest::Forgotten << QStringList{u"JP"_s};
}

void tst_OrdersLeft::closingKeepsTheOrdersThatAreLeft()
{
    QFETCH(const bool, isClosed);
    QFETCH(const bool, isSaved);
    QFETCH(const OpenSet::Rest, rest);
    QFETCH(const QStringList, left);
    const SetOrder update{
        .purpose = BatchPurpose::Update, .codes = {u"FR"_s}, .aim = someset::manifest({u"FR"_s})};
    const SetOrder download{
        .conflict = ConflictPolicy::Rename, .codes = {u"JP"_s}, .aim = someset::manifest({})};
    SetOrder order{.codes = {u"AT"_s}, .aim = someset::manifest({})};
    order.following = {{.codes = {u"DE"_s}, .aim = someset::manifest({})}, update};
    order.setAside = {download};
    auto set = std::get<std::shared_ptr<OpenSet>>(OpenSet::open(m_folder->path(), order));
    if (isSaved)
        save(*set, someset::flag(u"AT"_s), someset::bytesOf(u"AT"_s));
    if (isClosed)
        QVERIFY(!set->close(rest));
    set.reset();

    QVERIFY(loaded().rest());
    const QList<SetOrder> orders = loaded().rest()->orders();
    QStringList codes;
    for (const SetOrder &next : orders)
        codes += next.codes;
    QCOMPARE(codes, left);
    QCOMPARE(loaded().rest()->countMissing(), left.size());
    QVERIFY(orders.last() == download);
    QVERIFY(!left.contains(u"FR"_s) || orders.contains(update));
}

FLAGFETCH_TEST(tst_OrdersLeft, Core)
#include "tst_ordersleft.moc"
