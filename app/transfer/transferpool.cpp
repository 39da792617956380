#include "app/transfer/transferpool.h"

#include "app/transfer/processlimits.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

TransferSlot::TransferSlot(TransferPool &pool, int index)
    : m_pool(&pool)
    , m_index(index)
{
}

TransferSlot::TransferSlot(TransferSlot &&other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr))
    , m_index(other.m_index)
    , m_group(std::move(other.m_group))
    , m_isDedicated(other.m_isDedicated)
{
}

TransferSlot &TransferSlot::operator=(TransferSlot &&other) noexcept
{
    std::swap(m_pool, other.m_pool);
    std::swap(m_index, other.m_index);
    std::swap(m_group, other.m_group);
    std::swap(m_isDedicated, other.m_isDedicated);
    return *this;
}

TransferSlot::~TransferSlot()
{
    if (m_pool)
        m_pool->releaseSlot(m_index);
}

void TransferSlot::releaseAndDispatchNext()
{
    m_group.reset();
    if (TransferPool *pool = std::exchange(m_pool, nullptr))
        pool->releaseAndDispatchNext(m_index);
}

void TransferSlot::connectTo(const QUrl &url)
{
    if (!m_isDedicated)
        m_group = m_pool->m_groups.groupFor(url, m_index);
}

void TransferSlot::retireGroup()
{
    m_pool->m_groups.retire(m_group);
}

void TransferSlot::useDedicatedGroup()
{
    m_isDedicated = m_pool->takeDedicatedThread();
    if (m_isDedicated)
        m_group = m_pool->m_groups.createDedicated();
}

void TransferSlot::replaceLostGroup()
{
    m_pool->m_groups.replaceLost(m_group);
}

TransferPool::TransferPool(QObject *parent)
    : QObject(parent)
{
    m_throttleTimer.setSingleShot(true);
    m_throttleTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_throttleTimer, &QTimer::timeout, this, &TransferPool::onGrantsDue);
    connect(&m_workTimer, &QTimer::timeout, this, &TransferPool::runStep);
    connect(&m_groups, &ConnectionGroups::negotiated, this, &TransferPool::scheduleGrants);
    connect(&m_groups, &ConnectionGroups::lost, this, &TransferPool::connectionLost);
    setSettings(m_settings);
}

TransferPool::~TransferPool()
{
    // Abandoned requests are children of the pool and hold slots.
    const QObjectList orphans = children();
    qDeleteAll(orphans);
}

void TransferPool::setSettings(const TransferSettings &settings)
{
    if (settings.extraCertificates != m_settings.extraCertificates)
        m_trust = TlsTrust(settings.extraCertificates);
    m_settings = settings;
    m_retriesLeft = settings.retryBudget;
    m_hasAnswered = false;
    m_silentSince = SteadyTime::clock::now();
    m_earlierSilence = {};
    m_timeouts = 0;
    m_throttle = Throttle(settings.spacing);
    m_groups.setProxy(settings.proxyChoice, settings.proxy);
    m_groups.beginBatch();
    setLimit(settings.limit);
}

void TransferPool::setLimit(int wanted)
{
    const int limit = std::clamp(wanted, 1, TransferSettings::maximalLimit);
    m_settings.limit = limit;
    m_isTaken.resize(std::max(m_isTaken.size(), std::size_t(limit)));
    for (int slot = limit - 1; slot >= m_slotCount; --slot) {
        if (!m_isTaken[std::size_t(slot)])
            m_freeSlots.push_back(slot);
    }
    std::erase_if(m_freeSlots, [limit](int slot) { return slot >= limit; });
    m_slotCount = limit;
    scheduleGrants();
}

void TransferPool::requestSlot(const QUrl &url, QObject *context, Grant grant)
{
    m_waiting.push_back({url, context, std::move(grant)});
    scheduleGrants();
}

void TransferPool::runInTurns(QObject *context, std::function<bool()> step)
{
    m_work.push_back({context, std::move(step)});
    m_workTimer.start(0);
}

void TransferPool::runStep()
{
    if (!m_work.front().context || m_work.front().step())
        m_work.pop_front();
    if (m_work.empty())
        m_workTimer.stop();
}

void TransferPool::recordArrival()
{
    m_hasAnswered = true;
    m_silentSince = SteadyTime::clock::now();
    m_earlierSilence = {};
}

std::chrono::milliseconds TransferPool::silence(SteadyTime now) const
{
    const auto latest = m_inFlight > 0 ? now - m_silentSince : SteadyTime::duration(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_earlierSilence + latest);
}

int TransferPool::freeSlots() const
{
    return std::max(m_slotCount - m_inFlight, 0) - int(m_waiting.size());
}

bool TransferPool::takeDedicatedThread()
{
    constexpr int atOnce = 8; // asking for each would take too long if a hundred requests need one
    if (m_dedicatedThreads == 0 && areThreadsLeft(atOnce))
        m_dedicatedThreads = atOnce;
    const bool isLeft = m_dedicatedThreads > 0;
    m_dedicatedThreads -= isLeft ? 1 : 0;
    return isLeft;
}

void TransferPool::releaseSlot(int slot)
{
    m_isTaken[std::size_t(slot)] = false;
    if (--m_inFlight == 0)
        m_earlierSilence += SteadyTime::clock::now() - m_silentSince;
    if (slot < m_slotCount)
        m_freeSlots.push_back(slot);
    m_groups.recordRelease(slot);
    scheduleGrants();
}

void TransferPool::releaseAndDispatchNext(int slot)
{
    releaseSlot(slot);
    if (!m_isGranting)
        grantSlots();
}

// Grants slots from the event loop, because slots are released in the middle of their users' work.
void TransferPool::scheduleGrants()
{
    if (std::exchange(m_grantScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &TransferPool::onGrantsDue, Qt::QueuedConnection);
}

void TransferPool::onGrantsDue()
{
    m_grantScheduled = false;
    m_groups.destroyRetired();
    grantSlots();
    if (canTakeMore())
        Q_EMIT moreWanted();
}

void TransferPool::grantSlots()
{
    const QScopedValueRollback granting(m_isGranting, true);
    while (!m_waiting.empty() && m_inFlight < std::min(m_slotCount, m_throttle.maximalInFlight())) {
        const auto now = SteadyTime::clock::now();
        if (now < m_throttle.nextStart()) {
            m_throttleTimer.start(std::chrono::ceil<std::chrono::milliseconds>(m_throttle.nextStart() - now));
            return;
        }
        if (m_waiting.front().context && m_groups.isNegotiating(m_waiting.front().url))
            return; // ConnectionGroups::negotiated follows
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next.context)
            continue;
        const int slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_isTaken[std::size_t(slot)] = true;
        if (m_inFlight++ == 0)
            m_silentSince = now;
        m_throttle.recordStart(now);
        next.grant(TransferSlot(*this, slot));
    }
}
