#include "app/downloads/batchset.h"

#include "app/failures/taskresult.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <tuple>

namespace {

OpenSet::Opened openIfThereIsAny(const QString &folder, const SetOrder &order)
{
    return folder.isEmpty() ? std::shared_ptr<OpenSet>() : OpenSet::open(folder, order);
}

std::optional<Failure> closeIfOpen(const std::shared_ptr<OpenSet> &set, OpenSet::Rest rest)
{
    return set ? set->close(rest) : std::nullopt;
}

} // namespace

BatchSet::BatchSet(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    connect(&m_opening, &QFutureWatcherBase::finished, this, &BatchSet::onOpened);
    connect(&m_closing, &QFutureWatcherBase::finished, this, &BatchSet::onClosed);
}

BatchSet::~BatchSet() = default;

void BatchSet::open(const QString &folder, const SetOrder &order)
{
    m_rest = OpenSet::Rest::Following;
    m_isOpening = true;
    m_opening.setFuture(QtConcurrent::run(&m_pool, &openIfThereIsAny, folder, order));
}

void BatchSet::onOpened()
{
    m_isOpening = false;
    const OpenSet::Opened result = resultOf(m_opening);
    if (const auto *failure = std::get_if<Failure>(&result)) {
        Q_EMIT failed(*failure);
        return;
    }
    m_set = std::get<std::shared_ptr<OpenSet>>(result);
    Q_EMIT opened();
}

void BatchSet::settle(const QString &code)
{
    if (m_set)
        std::ignore = QtConcurrent::run(&m_pool, [set = m_set, code] { set->settle(code); });
}

void BatchSet::close()
{
    m_isClosing = true;
    m_closing.setFuture(QtConcurrent::run(&m_pool, &closeIfOpen, m_set, m_rest));
}

void BatchSet::onClosed()
{
    m_isClosing = false;
    m_set.reset();
    Q_EMIT closed(resultOf(m_closing));
}
