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
    return move(code, m_ready, m_held);
}

bool PendingQueue::release(const QString &code)
{
    return move(code, m_held, m_ready);
}

bool PendingQueue::move(const QString &code, Line &from, Line &to)
{
    return to.insert(from.extract(code)).inserted;
}

std::optional<Country> PendingQueue::take(const QString &code)
{
    for (Line *line : {&m_ready, &m_held}) {
        if (auto node = line->extract(code))
            return std::move(node.mapped());
    }
    return std::nullopt;
}

QList<Country> PendingQueue::takeOnHold()
{
    return emptied(m_held);
}

QList<Country> PendingQueue::takeAll()
{
    m_ready.merge(std::exchange(m_held, {}));
    return emptied(m_ready);
}

QList<Country> PendingQueue::emptied(Line &line)
{
    QList<Country> countries;
    countries.reserve(qsizetype(line.size()));
    for (auto &[code, country] : std::exchange(line, {}))
        countries += country;
    return countries;
}
