#pragma once

#include "app/countries/country.h"

#include <QList>

#include <map>
#include <optional>

/// The countries of a batch that have no job yet. Each country is in the queue once, and the queue is sorted
/// by code. A country on hold keeps its position, but takeNext() skips it.
class PendingQueue final
{
public:
    PendingQueue() = default;
    explicit PendingQueue(const QList<Country> &countries);

    [[nodiscard]] qsizetype size() const { return qsizetype(m_ready.size() + m_onHold.size()); }
    [[nodiscard]] bool hasNext() const { return !m_ready.empty(); }

    /// Call only if hasNext().
    [[nodiscard]] Country takeNext();
    void putBack(const Country &country);

    /// hold() returns whether the country was ready to start and is now on hold; release() the opposite.
    bool hold(const QString &code);
    bool release(const QString &code);

    [[nodiscard]] std::optional<Country> take(const QString &code);
    [[nodiscard]] QList<Country> takeOnHold();
    [[nodiscard]] QList<Country> takeAll();

private:
    using Countries = std::map<QString, Country>;

    static QList<Country> takeAllFrom(Countries &from);
    static bool move(const QString &code, Countries &from, Countries &to);

    Countries m_ready;
    Countries m_onHold;
};
