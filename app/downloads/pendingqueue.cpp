#include "app/downloads/pendingqueue.h"

#include <utility>

PendingQueue::PendingQueue(const QList<Country> &countries)
{
    for (const Country &country : countries)
        m_ready.emplace(country.code, country);
}

Country PendingQueue::takeNext()
{
    return m_ready.extract(m_ready.begin()).mapped();
}

void PendingQueue::putBack(const Country &country)
{
    m_ready.emplace(country.code, country);
}

bool PendingQueue::hold(const QString &code)
{
    return move(code, m_ready, m_onHold);
}

bool PendingQueue::release(const QString &code)
{
    return move(code, m_onHold, m_ready);
}

bool PendingQueue::move(const QString &code, Countries &from, Countries &to)
{
    return to.insert(from.extract(code)).inserted;
}

std::optional<Country> PendingQueue::take(const QString &code)
{
    for (Countries *countries : {&m_ready, &m_onHold}) {
        if (auto node = countries->extract(code))
            return std::move(node.mapped());
    }
    return std::nullopt;
}

QList<Country> PendingQueue::takeOnHold()
{
    return takeAllFrom(m_onHold);
}

QList<Country> PendingQueue::takeAll()
{
    m_ready.merge(std::exchange(m_onHold, {}));
    return takeAllFrom(m_ready);
}

QList<Country> PendingQueue::takeAllFrom(Countries &from)
{
    QList<Country> countries;
    countries.reserve(qsizetype(from.size()));
    for (auto &[code, country] : std::exchange(from, {}))
        countries += country;
    return countries;
}
