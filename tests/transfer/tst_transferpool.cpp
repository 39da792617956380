#include "app/transfer/transferpool.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl someUrl(u"http://127.0.0.1/"_s);

} // namespace

/// Requests slots from a pool and holds them.
class Holder final
{
public:
    explicit Holder(int limit)
        : m_pool(std::make_unique<TransferPool>())
    {
        setLimit(limit);
    }
    ~Holder() { m_slots.clear(); }
    Q_DISABLE_COPY_MOVE(Holder)

    TransferPool &pool() { return *m_pool; }
    void setLimit(int limit)
    {
        TransferSettings settings;
        settings.limit = limit;
        m_pool->setSettings(settings);
    }
    void request(int count)
    {
        for (int i = 0; i < count; ++i)
            m_pool->requestSlot(
                someUrl, &m_context, [this](TransferSlot slot) { m_slots.push_back(std::move(slot)); });
    }
    void releaseFirst() { m_slots.erase(m_slots.begin()); }
    TransferSlot takeFirst()
    {
        TransferSlot first = std::move(m_slots.front());
        m_slots.erase(m_slots.begin());
        return first;
    }
    void destroyPool() { m_pool.reset(); }

    /// Returns the number of held slots after the pool has granted all that it will.
    int held()
    {
        QCoreApplication::processEvents();
        return int(m_slots.size());
    }
    std::vector<TransferSlot> &slotsHeld() { return m_slots; }

private:
    std::unique_ptr<TransferPool> m_pool;
    QObject m_context;
    std::vector<TransferSlot> m_slots;
};

class tst_TransferPool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitIsReachedAndNeverExceeded_data();
    void limitIsReachedAndNeverExceeded();
    void limitIsClamped();
    void waitingRequestsAreServedInOrder();
    void nothingIsGrantedInsideRequestSlot();
    void managersGetSixRequestsAtMost();
    void raisedLimitServesWaitingRequests();
    void loweredLimitAppliesBeforeNewRequestsStart();
    void limitLoweredAndRaisedCountsTakenSlotsOnce();
    void destroyedContextsAreSkipped();
    void contextMayBeDestroyedInsideAGrant();
    void freeSlotsExcludeWaitingRequests();
    void canTakeMoreWhileFewRequestsWait();
    void dispatchedSlotIsGrantedAtOnce();
    void poolMayBeDestroyedWhileRequestsWait();
    void workTakesTurnsInOrder();
    void silenceLastsUntilAnythingArrives();
    void silenceLastsOverSeveralTries();
    void timeWithoutRequestsIsNoSilence();
};

void tst_TransferPool::limitIsReachedAndNeverExceeded_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 6, 7, 30, 1000})
        QTest::addRow("%d", limit) << limit;
}

void tst_TransferPool::limitIsReachedAndNeverExceeded()
{
    QFETCH(int, limit);
    Holder holder(limit);

    holder.request(2 * limit);
    QCOMPARE(holder.held(), limit);

    for (int i = 0; i < limit; ++i) {
        holder.releaseFirst();
        QCOMPARE(holder.held(), limit);
    }
    holder.releaseFirst();
    QCOMPARE(holder.held(), limit - 1);
}

void tst_TransferPool::limitIsClamped()
{
    Holder holder(0);
    QCOMPARE(holder.pool().freeSlots(), 1);
    holder.setLimit(-5);
    QCOMPARE(holder.pool().freeSlots(), 1);
    holder.setLimit(100'000);
    QCOMPARE(holder.pool().freeSlots(), TransferSettings::maximalLimit);
}

void tst_TransferPool::waitingRequestsAreServedInOrder()
{
    TransferPool pool;
    TransferSettings settings;
    settings.limit = 3;
    pool.setSettings(settings);
    QList<int> served;
    for (int number = 0; number < 20; ++number)
        pool.requestSlot(someUrl, this, [&served, number](TransferSlot) { served.append(number); });

    QTRY_COMPARE(served.size(), 20);
    QVERIFY(std::ranges::is_sorted(served));
}

void tst_TransferPool::nothingIsGrantedInsideRequestSlot()
{
    Holder holder(1);
    holder.request(1);
    QVERIFY(holder.slotsHeld().empty());
    QCOMPARE(holder.held(), 1);

    holder.request(1);
    holder.releaseFirst();
    QVERIFY(holder.slotsHeld().empty());
    QCOMPARE(holder.held(), 1);
}

void tst_TransferPool::managersGetSixRequestsAtMost()
{
    Holder holder(20);
    holder.request(20);
    QCOMPARE(holder.held(), 20);

    std::map<QNetworkAccessManager *, int> requests;
    for (TransferSlot &slot : holder.slotsHeld()) {
        slot.connectTo(someUrl);
        ++requests[&slot.group()];
    }
    QCOMPARE(requests.size(), std::size_t(4));
    for (const auto &[manager, count] : requests)
        QVERIFY(count <= 6);
}

void tst_TransferPool::raisedLimitServesWaitingRequests()
{
    Holder holder(1);
    holder.request(4);
    QCOMPARE(holder.held(), 1);

    holder.setLimit(3);
    QCOMPARE(holder.held(), 3);
}

void tst_TransferPool::loweredLimitAppliesBeforeNewRequestsStart()
{
    Holder holder(4);
    holder.request(4);
    QCOMPARE(holder.held(), 4);
    holder.setLimit(2);
    QCOMPARE(holder.pool().freeSlots(), 0);
    holder.request(3);

    for (const int held : {3, 2, 2, 2, 2, 1, 0}) {
        holder.releaseFirst();
        QCOMPARE(holder.held(), held);
    }
    QCOMPARE(holder.pool().freeSlots(), 2);
}

void tst_TransferPool::limitLoweredAndRaisedCountsTakenSlotsOnce()
{
    Holder holder(3);
    holder.request(3);
    QCOMPARE(holder.held(), 3);
    holder.setLimit(1);
    holder.setLimit(3);
    holder.request(5);

    QCOMPARE(holder.held(), 3);
    for (const int held : {3, 3, 3, 3, 3, 2, 1, 0}) {
        holder.releaseFirst();
        QCOMPARE(holder.held(), held);
    }
    QCOMPARE(holder.pool().freeSlots(), 3);
}

void tst_TransferPool::destroyedContextsAreSkipped()
{
    TransferPool pool;
    TransferSettings settings;
    settings.limit = 1;
    pool.setSettings(settings);
    QList<int> served;
    auto shortLived = std::make_unique<QObject>();
    pool.requestSlot(someUrl, shortLived.get(), [&served](TransferSlot) { served.append(1); });
    pool.requestSlot(someUrl, this, [&served](TransferSlot) { served.append(2); });
    pool.requestSlot(someUrl, shortLived.get(), [&served](TransferSlot) { served.append(3); });
    pool.requestSlot(someUrl, this, [&served](TransferSlot) { served.append(4); });
    shortLived.reset();

    QTRY_COMPARE(served, (QList<int>{2, 4}));
    QCOMPARE(pool.freeSlots(), 1);
}

void tst_TransferPool::contextMayBeDestroyedInsideAGrant()
{
    TransferPool pool;
    auto *shortLived = new QObject;
    int served = 0;
    for (int i = 0; i < 3; ++i) {
        pool.requestSlot(someUrl, shortLived, [&served, shortLived](TransferSlot) {
            ++served;
            delete shortLived;
        });
    }

    QTRY_COMPARE(pool.freeSlots(), pool.settings().limit);
    QCOMPARE(served, 1);
}

void tst_TransferPool::freeSlotsExcludeWaitingRequests()
{
    Holder holder(3);
    QCOMPARE(holder.pool().freeSlots(), 3);
    holder.request(1);
    QCOMPARE(holder.pool().freeSlots(), 2);
    holder.held();
    QCOMPARE(holder.pool().freeSlots(), 2);
    holder.request(4);
    QCOMPARE(holder.pool().freeSlots(), -2);
    holder.held();
    QCOMPARE(holder.pool().freeSlots(), -2);
    holder.releaseFirst();
    QCOMPARE(holder.pool().freeSlots(), -1);
}

void tst_TransferPool::canTakeMoreWhileFewRequestsWait()
{
    Holder holder(1);
    holder.request(2 + TransferPool::waitingAhead);
    QCOMPARE(holder.held(), 1);
    QVERIFY(!holder.pool().canTakeMore());
    const QSignalSpy moreWanted(&holder.pool(), &TransferPool::moreWanted);

    holder.releaseFirst();
    QCOMPARE(holder.held(), 1);
    QVERIFY(!holder.pool().canTakeMore());
    QCOMPARE(moreWanted.count(), 0);

    holder.releaseFirst();
    QCOMPARE(holder.held(), 1);
    QVERIFY(holder.pool().canTakeMore());
    QCOMPARE(moreWanted.count(), 1);
}

void tst_TransferPool::dispatchedSlotIsGrantedAtOnce()
{
    Holder holder(1);
    holder.request(2);
    QCOMPARE(holder.held(), 1);
    const QSignalSpy moreWanted(&holder.pool(), &TransferPool::moreWanted);
    TransferSlot first = holder.takeFirst();
    first.connectTo(someUrl);
    const QNetworkAccessManager *manager = &first.group();

    first.releaseAndDispatchNext();
    QCOMPARE(holder.slotsHeld().size(), std::size_t(1));
    TransferSlot &next = holder.slotsHeld().front();
    next.connectTo(someUrl);
    QCOMPARE(&next.group(), manager);
    QCOMPARE(moreWanted.count(), 0);
    QTRY_COMPARE(moreWanted.count(), 1);
}

void tst_TransferPool::poolMayBeDestroyedWhileRequestsWait()
{
    Holder holder(2);
    holder.request(5);

    holder.destroyPool();
    QCOMPARE(holder.held(), 0);
}

void tst_TransferPool::workTakesTurnsInOrder()
{
    TransferPool pool;
    QByteArray done;
    auto destroyed = std::make_unique<QObject>();
    pool.runInTurns(this, [&done] { return (done += 'a').size() == 3; });
    pool.runInTurns(destroyed.get(), [&done] { return !(done += 'x').isEmpty(); });
    pool.runInTurns(this, [&done] { return !(done += 'b').isEmpty(); });
    destroyed.reset();

    QCOMPARE(done, QByteArray());
    QCoreApplication::processEvents(); // one turn
    QVERIFY(done.size() <= 1);
    QTRY_COMPARE(done, "aaab"_ba);
}

void tst_TransferPool::silenceLastsUntilAnythingArrives()
{
    Holder holder(2);
    QCOMPARE(holder.pool().silence(SteadyTime::clock::now()), 0ms);
    holder.request(2);
    QCOMPARE(holder.held(), 2);
    QTRY_VERIFY(holder.pool().silence(SteadyTime::clock::now()) >= 5ms);

    const auto before = SteadyTime::clock::now();
    holder.pool().recordArrival();
    QVERIFY(holder.pool().silence(before + 60s) <= 60s);
    QVERIFY(holder.pool().silence(SteadyTime::clock::now() + 60s) >= 60s);
}

void tst_TransferPool::silenceLastsOverSeveralTries()
{
    Holder holder(1);
    holder.request(1);
    QCOMPARE(holder.held(), 1);
    QTRY_VERIFY(holder.pool().silence(SteadyTime::clock::now()) >= 5ms);
    holder.releaseFirst();
    QVERIFY(holder.pool().silence(SteadyTime::clock::now()) >= 5ms);

    const auto again = SteadyTime::clock::now();
    holder.request(1);
    QCOMPARE(holder.held(), 1);
    QVERIFY(holder.pool().silence(again + 60s) >= 60s);
    holder.setLimit(1); // a new batch
    QVERIFY(holder.pool().silence(SteadyTime::clock::now()) < 5ms);
}

void tst_TransferPool::timeWithoutRequestsIsNoSilence()
{
    Holder holder(1);
    const auto first = SteadyTime::clock::now();
    holder.request(1);
    QCOMPARE(holder.held(), 1);
    holder.releaseFirst();
    const auto released = SteadyTime::clock::now();
    QTRY_VERIFY(SteadyTime::clock::now() >= released + 20ms); // a pause by the user

    const auto again = SteadyTime::clock::now();
    holder.request(1);
    QCOMPARE(holder.held(), 1);
    QVERIFY(holder.pool().silence(again + 60s) <= 60s + (released - first));
}

FLAGFETCH_TEST(tst_TransferPool, Core)
#include "tst_transferpool.moc"
