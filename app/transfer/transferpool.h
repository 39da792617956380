#pragma once

#include "app/transfer/connectiongroup.h"
#include "app/transfer/requesttimings.h"
#include "app/transfer/throttle.h"
#include "app/transfer/tlstrust.h"
#include "app/transfer/transfersettings.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class TransferPool;

/// The right to have one request in flight. Given back when it is destroyed; must not outlive its pool.
class TransferSlot final
{
public:
    TransferSlot() = default;
    TransferSlot(TransferSlot &&other) noexcept;
    TransferSlot &operator=(TransferSlot &&other) noexcept;
    ~TransferSlot();

    /// Gives the slot back and, if a request waits for one, lets that begin before this returns: where many
    /// answers arrive together, the way over the event loop would make each wait for all of them.
    void releaseAndDispatchNext();

    /// The manager that has a connection to spare for this request. Not for an empty slot.
    [[nodiscard]] ConnectionGroup &manager() const { return *m_manager; }

    /// After a timeout: no further slot gets this manager. A manager reads all its answers on one thread, and
    /// a header without an end holds that thread up for as long as it comes.
    void distrustManager();
    /// From here on manager() is one that no other slot has.
    void useOwnManager();

private:
    friend class TransferPool;
    TransferSlot(TransferPool &pool, int index);

    TransferPool *m_pool = nullptr;
    int m_index = -1;
    std::shared_ptr<ConnectionGroup> m_manager;
};

/// Spreads requests over as many managers as the limit needs, because a QNetworkAccessManager has six
/// connections to a host and everything beyond waits inside it, where a waiting request can time out or fail
/// with its neighbour. Requests in flight never exceed the limit; those that wait are served in the order in
/// which they asked.
class TransferPool final : public QObject
{
    Q_OBJECT

public:
    using Grant = std::function<void(TransferSlot)>;

    explicit TransferPool(QObject *parent = nullptr);
    ~TransferPool() override;
    Q_DISABLE_COPY_MOVE(TransferPool)

    /// For the requests that start from now on, and with the whole retry budget again and a free throttle. A
    /// lower limit is reached as requests in flight end.
    void setSettings(const TransferSettings &settings);
    void setLimit(int limit);
    [[nodiscard]] const TransferSettings &settings() const { return m_settings; }
    [[nodiscard]] TlsTrust &trust() { return m_trust; }

    /// Calls `grant` when there is a slot: from the event loop, or from releaseAndDispatchNext() of the one
    /// before, and thus in the middle of somebody else's work; never, if `context` is destroyed before.
    void requestSlot(QObject *context, Grant grant);

    /// The pace of the source. Nothing is granted against it; requests in flight go on.
    [[nodiscard]] Throttle &throttle() { return m_throttle; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }

    /// Takes one try from the settings' budget; false if it is used up.
    [[nodiscard]] bool takeRetry();

    /// Slots that nobody has or waits for; negative if some wait for one.
    [[nodiscard]] int room() const;

    /// Whether to bring more requests: as many as there are slots, and a few that wait so that no slot does.
    [[nodiscard]] bool wantsMore() const { return room() > -waitingAhead; }
    static constexpr int waitingAhead = 4;

Q_SIGNALS:
    /// From the event loop, after slots were given back, if wantsMore().
    void moreWanted();

private:
    friend class TransferSlot;

    struct Waiting
    {
        QPointer<QObject> context;
        Grant grant;
    };

    using Manager = std::shared_ptr<ConnectionGroup>;

    [[nodiscard]] Manager newManager() const;
    [[nodiscard]] Manager managerOf(int slot);
    void retire(const Manager &manager);
    void clearRetired();
    void giveBack(int slot);
    void releaseAndDispatchNext(int slot);
    void grantLater();
    void onGrantsDue();
    void grantWaiting();

    TransferSettings m_settings;
    TlsTrust m_trust;
    int m_retriesLeft = 0;
    std::vector<Manager> m_managers; // of connectionsPerManager slots each
    std::vector<Manager> m_retired; // given to no further slot
    std::vector<int> m_freeSlots; // the last one was used last: its connection is the likeliest to be alive
    std::vector<bool>
        m_isTaken; // by slot; may be longer than m_slotCount while requests above a lowered limit end
    int m_slotCount = 0;
    int m_inFlight = 0; // may be above m_slotCount for the same reason
    std::deque<Waiting> m_waiting;
    Throttle m_throttle;
    QTimer m_mayStart; // when the throttle lets the next one go
    bool m_grantScheduled = false;
    bool m_isGranting = false;
};
