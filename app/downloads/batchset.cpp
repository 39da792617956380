#include "app/downloads/batchset.h"

#include "app/failures/taskresult.h"

#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

OpenSet::Opened openIfThereIsAny(const QString &folder, const SetOrder &order, const std::stop_token &stop)
{
    return folder.isEmpty() ? std::shared_ptr<OpenSet>() : OpenSet::open(folder, order, stop);
}

/// Waits for settle(), which runs in other threads of the pool.
std::optional<Failure> closeIfOpen(
    const std::shared_ptr<OpenSet> &set, OpenSet::Rest rest, QList<QFuture<void>> settling)
{
    for (QFuture<void> &settled : settling)
        settled.waitForFinished();
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

BatchSet::~BatchSet()
{
    m_stop.request_stop();
}

void BatchSet::open(const QString &folder, const SetOrder &order)
{
    m_rest = OpenSet::Rest::Following;
    m_stop = {};
    m_isOpening = true;
    m_opening.setFuture(QtConcurrent::run(&m_pool, &openIfThereIsAny, folder, order, m_stop.get_token()));
}

void BatchSet::endWith(OpenSet::Rest rest)
{
    m_rest = rest;
    // Short enough for a program that is about to end. Long enough for any set but a huge one to be opened,
    // so that close() can record what is left.
    constexpr auto patience = 1s;
    if (m_isOpening)
        QTimer::singleShot(patience, this, [stop = m_stop]() mutable { stop.request_stop(); });
}

void BatchSet::onOpened()
{
    if (!std::exchange(m_isOpening, false))
        return;
    const OpenSet::Opened result = resultOf(m_opening);
    m_opening.setFuture({}); // which has the set, too
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
        m_settling.append(QtConcurrent::run(&m_pool, [set = m_set, code] { set->settle(code); }));
}

void BatchSet::close()
{
    m_isClosing = true;
    m_closing.setFuture(
        QtConcurrent::run(&m_pool, &closeIfOpen, m_set, m_rest, std::exchange(m_settling, {})));
}

void BatchSet::onClosed()
{
    m_isClosing = false;
    m_keptAside = m_set ? m_set->keptAside() : QList<KeptAside>();
    m_set.reset();
    Q_EMIT closed(resultOf(m_closing));
}
