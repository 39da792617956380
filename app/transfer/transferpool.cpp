#include "app/transfer/transferpool.h"

#include "app/transfer/proxyrules.h"

#include <QNetworkReply>
#include <QScopedValueRollback>
#include <QThreadPool>

#include <algorithm>
#include <span>
#include <utility>

namespace {

constexpr int connectionsPerManager = 6;

} // namespace

TransferSlot::TransferSlot(TransferPool &pool, int index)
    : m_pool(&pool)
    , m_index(index)
    , m_manager(pool.managerOf(index))
{
}

TransferSlot::TransferSlot(TransferSlot &&other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr))
    , m_index(other.m_index)
    , m_manager(std::move(other.m_manager))
{
}

TransferSlot &TransferSlot::operator=(TransferSlot &&other) noexcept
{
    std::swap(m_pool, other.m_pool);
    std::swap(m_index, other.m_index);
    std::swap(m_manager, other.m_manager);
    return *this;
}

TransferSlot::~TransferSlot()
{
    if (m_pool)
        m_pool->releaseSlot(m_index);
}

void TransferSlot::releaseAndDispatchNext()
{
    m_manager.reset();
    if (TransferPool *pool = std::exchange(m_pool, nullptr))
        pool->releaseAndDispatchNext(m_index);
}

void TransferSlot::retireManager()
{
    m_pool->retire(m_manager);
}

void TransferSlot::useDedicatedManager()
{
    m_manager = m_pool->createManager();
    m_pool->m_retired.push_back(m_manager);
}

TransferPool::TransferPool(QObject *parent)
    : QObject(parent)
{
    m_throttleTimer.setSingleShot(true);
    m_throttleTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_throttleTimer, &QTimer::timeout, this, &TransferPool::onGrantsDue);
    setSettings(m_settings);
}

TransferPool::~TransferPool()
{
    // Abandoned requests are children of the pool and hold slots.
    const QObjectList orphans = children();
    qDeleteAll(orphans);
    m_retired.insert(m_retired.end(), m_managers.begin(), m_managers.end());
    m_managers.clear();
    std::erase(m_retired, nullptr);
    clearRetired();
}

void TransferPool::setSettings(const TransferSettings &settings)
{
    const bool sameProxy
        = settings.proxyChoice == m_settings.proxyChoice && settings.proxy == m_settings.proxy;
    if (settings.extraCertificates != m_settings.extraCertificates)
        m_trust = TlsTrust(settings.extraCertificates);
    m_settings = settings;
    m_retriesLeft = settings.retryBudget;
    m_throttle = Throttle(settings.spacing);
    if (!sameProxy) {
        for (const auto &manager : m_managers) {
            if (manager)
                manager->setProxyFactory(new ProxyRules(settings.proxyChoice, settings.proxy));
        }
    }
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

void TransferPool::requestSlot(QObject *context, Grant grant)
{
    m_waiting.push_back({context, std::move(grant)});
    scheduleGrants();
}

bool TransferPool::takeRetry()
{
    return m_retriesLeft > 0 && m_retriesLeft-- > 0;
}

int TransferPool::freeSlots() const
{
    return std::max(m_slotCount - m_inFlight, 0) - int(m_waiting.size());
}

TransferPool::Manager TransferPool::createManager() const
{
    auto manager = std::make_shared<ConnectionGroup>();
    manager->setAutoDeleteReplies(false);
    manager->setProxyFactory(new ProxyRules(m_settings.proxyChoice, m_settings.proxy));
    return manager;
}

TransferPool::Manager TransferPool::managerOf(int slot)
{
    const auto index = std::size_t(slot / connectionsPerManager);
    if (m_managers.size() <= index)
        m_managers.resize(index + 1);
    auto &manager = m_managers[index];
    if (manager && manager->isDesynchronized())
        retire(Manager(manager));
    if (!manager)
        manager = createManager();
    return manager;
}

void TransferPool::retire(const Manager &manager)
{
    const auto shared = std::ranges::find(m_managers, manager);
    if (manager && shared != m_managers.end())
        m_retired.push_back(std::exchange(*shared, {}));
}

// Destroys the managers that are no longer in use, on the thread pool, because the destructor of a manager
// waits for its thread.
void TransferPool::clearRetired()
{
    const auto inUse = [](const Manager &manager) { return manager.use_count() > 1; };
    const auto unused = std::partition(m_retired.begin(), m_retired.end(), inUse);
    for (Manager &manager : std::span(unused, m_retired.end())) {
        // Deletes the replies first. Otherwise they would change threads too, and Qt would walk through their
        // connections without a lock while the network thread changes these.
        qDeleteAll(manager->findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly));
        manager->moveToThread(nullptr);
        QThreadPool::globalInstance()->start([manager = std::move(manager)]() mutable { manager.reset(); });
    }
    m_retired.erase(unused, m_retired.end());
}

void TransferPool::releaseSlot(int slot)
{
    m_isTaken[std::size_t(slot)] = false;
    --m_inFlight;
    if (slot < m_slotCount)
        m_freeSlots.push_back(slot);
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
    clearRetired();
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
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next.context)
            continue;
        const int slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_isTaken[std::size_t(slot)] = true;
        ++m_inFlight;
        m_throttle.recordStart(now);
        next.grant(TransferSlot(*this, slot));
    }
}
