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
        m_pool->giveBack(m_index);
}

void TransferSlot::releaseAndDispatchNext()
{
    m_manager.reset();
    if (TransferPool *pool = std::exchange(m_pool, nullptr))
        pool->releaseAndDispatchNext(m_index);
}

void TransferSlot::distrustManager()
{
    m_pool->retire(m_manager);
}

void TransferSlot::useOwnManager()
{
    m_manager = m_pool->newManager();
    m_pool->m_retired.push_back(m_manager);
}

TransferPool::TransferPool(QObject *parent)
    : QObject(parent)
{
    m_mayStart.setSingleShot(true);
    m_mayStart.setTimerType(Qt::PreciseTimer);
    connect(&m_mayStart, &QTimer::timeout, this, &TransferPool::onGrantsDue);
    setSettings(m_settings);
}

TransferPool::~TransferPool()
{
    // Abandoned requests hold slots.
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
    grantLater();
}

void TransferPool::requestSlot(QObject *context, Grant grant)
{
    m_waiting.push_back({context, std::move(grant)});
    grantLater();
}

bool TransferPool::takeRetry()
{
    return m_retriesLeft > 0 && m_retriesLeft-- > 0;
}

int TransferPool::room() const
{
    return std::max(m_slotCount - m_inFlight, 0) - int(m_waiting.size());
}

TransferPool::Manager TransferPool::newManager() const
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
    if (manager && manager->isOutOfStep())
        retire(Manager(manager));
    if (!manager)
        manager = newManager();
    return manager;
}

void TransferPool::retire(const Manager &manager)
{
    const auto shared = std::ranges::find(m_managers, manager);
    if (manager && shared != m_managers.end())
        m_retired.push_back(std::exchange(*shared, {}));
}

// Those that nobody uses any more. Elsewhere, because a manager waits for its thread when it is destroyed.
void TransferPool::clearRetired()
{
    const auto inUse = [](const Manager &manager) { return manager.use_count() > 1; };
    const auto unused = std::partition(m_retired.begin(), m_retired.end(), inUse);
    for (Manager &manager : std::span(unused, m_retired.end())) {
        // Else they are moved, too: Qt then walks through the connections to them without a lock, while the
        // thread of the network takes these apart. Nobody hears of them any more.
        qDeleteAll(manager->findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly));
        manager->moveToThread(nullptr);
        QThreadPool::globalInstance()->start([manager = std::move(manager)]() mutable { manager.reset(); });
    }
    m_retired.erase(unused, m_retired.end());
}

void TransferPool::giveBack(int slot)
{
    m_isTaken[std::size_t(slot)] = false;
    --m_inFlight;
    if (slot < m_slotCount)
        m_freeSlots.push_back(slot);
    grantLater();
}

void TransferPool::releaseAndDispatchNext(int slot)
{
    giveBack(slot);
    if (!m_isGranting)
        grantWaiting();
}

// From the event loop, because slots are given back in the middle of the work of those who had them.
void TransferPool::grantLater()
{
    if (std::exchange(m_grantScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &TransferPool::onGrantsDue, Qt::QueuedConnection);
}

void TransferPool::onGrantsDue()
{
    m_grantScheduled = false;
    clearRetired();
    grantWaiting();
    if (wantsMore())
        Q_EMIT moreWanted();
}

void TransferPool::grantWaiting()
{
    const QScopedValueRollback granting(m_isGranting, true);
    while (!m_waiting.empty() && m_inFlight < std::min(m_slotCount, m_throttle.mostAtOnce())) {
        const auto now = SteadyTime::clock::now();
        if (now < m_throttle.nextStart()) {
            m_mayStart.start(std::chrono::ceil<std::chrono::milliseconds>(m_throttle.nextStart() - now));
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
