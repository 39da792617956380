#pragma once

#include "app/transfer/connectiongroups.h"
#include "app/transfer/throttle.h"
#include "app/transfer/tlstrust.h"
#include "app/transfer/transfersettings.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

class TransferPool;

/// The right to have one request in flight. Its destructor returns it to the pool, which must outlive it.
class TransferSlot final
{
public:
    TransferSlot() = default;
    TransferSlot(TransferSlot &&other) noexcept;
    TransferSlot &operator=(TransferSlot &&other) noexcept;
    ~TransferSlot();

    /// Returns the slot and starts the next waiting request before this function returns. If many responses
    /// arrive together, a way through the event loop would delay each request until all of them are handled.
    void releaseAndDispatchNext();

    /// Makes group() one that has a free connection for a request to `url`. The slot must not be empty.
    void connectTo(const QUrl &url);
    /// The group for the request. Valid after connectTo() or useDedicatedGroup().
    [[nodiscard]] ConnectionGroup &group() const { return *m_group; }

    /// Call after a timeout: no further slot gets this group. A manager reads all its responses on one
    /// thread, and an endless header blocks that thread.
    void retireGroup();
    /// Replaces group() with one that no other slot uses, until the slot is returned. If the system grants
    /// no thread for it, the next connectTo() chooses a group, as for other slots.
    void useDedicatedGroup();
    /// Call if the HTTP/2 connection has ended. Emits TransferPool::connectionLost().
    void replaceLostGroup();

private:
    friend class TransferPool;
    TransferSlot(TransferPool &pool, int index);

    TransferPool *m_pool = nullptr;
    int m_index = -1;
    std::shared_ptr<ConnectionGroup> m_group;
    bool m_isDedicated = false;
};

/// Grants slots for requests, in the order of the calls to requestSlot(). Never exceeds the limit of requests
/// in flight, and the rate that the source allows. Each SourceQueue owns one; lives on
/// the thread of its requests.
class TransferPool final : public QObject
{
    Q_OBJECT

public:
    using Grant = std::function<void(TransferSlot)>;

    explicit TransferPool(QObject *parent = nullptr);
    ~TransferPool() override;
    Q_DISABLE_COPY_MOVE(TransferPool)

    /// Applies to requests that start from now on. Resets the retry budget, the throttle, hasAnswered() and
    /// silence(). A lower limit takes effect as requests in flight end.
    void setSettings(const TransferSettings &settings);
    void setLimit(int limit);
    [[nodiscard]] const TransferSettings &settings() const { return m_settings; }
    [[nodiscard]] TlsTrust &trust() { return m_trust; }

    /// Calls `grant` as soon as there is a slot for a request to `url`: from the event loop, or from
    /// releaseAndDispatchNext() of another slot, which means in the middle of that caller's work. Never calls
    /// it after `context` is destroyed.
    void requestSlot(const QUrl &url, QObject *context, Grant grant);

    /// Calls `step` in turns of the event loop until it returns true or `context` is destroyed: one step in
    /// each turn, and only after all steps of earlier calls. So many large responses neither block the loop
    /// nor need memory at the same time.
    void runInTurns(QObject *context, std::function<bool()> step);

    /// The request rate of the source. Slots are granted as it allows; requests in flight continue.
    [[nodiscard]] Throttle &throttle() { return m_throttle; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    /// Number of managers that exist and serve further requests, six each. Each has a thread.
    [[nodiscard]] int managers() const { return m_groups.countHttp1(); }

    /// Whether any response has arrived since setSettings(), at least its header.
    [[nodiscard]] bool hasAnswered() const { return m_hasAnswered; }
    /// A part of a response has arrived.
    void recordArrival();
    /// For how long requests have been in flight since anything arrived, over several tries. Stays while
    /// none is in flight.
    [[nodiscard]] std::chrono::milliseconds silence(SteadyTime now) const;
    void recordTimeout() { ++m_timeouts; }
    /// Whether nothing was answered although every slot has waited as long as one request with all its tries.
    /// More tries of the same request would only delay the end.
    [[nodiscard]] bool isSilent() const
    {
        return !m_hasAnswered && m_timeouts >= m_settings.retry.tries * m_slotCount;
    }

    /// Whether the budget of the settings has a retry left.
    [[nodiscard]] bool hasRetries() const { return m_retriesLeft > 0; }
    /// Takes one retry from the budget, which must have one.
    void takeRetry() { --m_retriesLeft; }

    /// Free slots minus waiting requests; negative if requests have to wait.
    [[nodiscard]] int freeSlots() const;

    /// Whether to add more requests: enough for all slots, plus a few that wait so that no slot stays unused.
    [[nodiscard]] bool canTakeMore() const { return freeSlots() > -waitingAhead; }
    static constexpr int waitingAhead = 4;

Q_SIGNALS:
    /// Emitted from the event loop after slots were returned, if canTakeMore().
    void moreWanted();
    /// All requests in flight on this group must be sent again.
    void connectionLost(const ConnectionGroup *group);

private:
    friend class TransferSlot;

    struct Waiting
    {
        QUrl url;
        QPointer<QObject> context;
        Grant grant;
    };

    struct Work
    {
        QPointer<QObject> context;
        std::function<bool()> step;
    };

    /// Whether the system grants the thread of a manager for a single request.
    [[nodiscard]] bool takeDedicatedThread();
    void releaseSlot(int slot);
    void releaseAndDispatchNext(int slot);
    void scheduleGrants();
    void onGrantsDue();
    void grantSlots();
    void runStep();

    TransferSettings m_settings;
    TlsTrust m_trust;
    int m_retriesLeft = 0;
    bool m_hasAnswered = false;
    // See silence().
    SteadyTime m_silentSince; // valid while requests are in flight
    std::chrono::nanoseconds m_earlierSilence{0}; // before the time without requests in flight
    int m_timeouts = 0; // since setSettings()
    ConnectionGroups m_groups;
    std::vector<int> m_freeSlots; // most recently used last: its connection is the likeliest to be alive
    std::vector<bool>
        m_isTaken; // by slot; longer than m_slotCount while slots above a lowered limit are in use
    int m_slotCount = 0;
    int m_dedicatedThreads = 0; // that the system has granted, and that no manager uses yet
    int m_inFlight = 0; // may exceed m_slotCount after the limit was lowered
    std::deque<Waiting> m_waiting;
    Throttle m_throttle;
    QTimer m_throttleTimer; // fires when the throttle allows the next request
    std::deque<Work> m_work; // of runInTurns()
    QTimer m_workTimer; // fires in every turn of the event loop while there is work
    bool m_grantScheduled = false;
    bool m_isGranting = false;
};
