#include "app/downloads/batchset.h"

#include "app/failures/taskresult.h"

#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

OpenSet::Opened openIfThereIsAny(const QString &folder, const BatchSpec &spec, const std::stop_token &stop)
{
    return folder.isEmpty() ? std::shared_ptr<OpenSet>() : OpenSet::open(folder, spec, stop);
}

/// Waits for settle(), which runs in other threads of the pool.
std::optional<Failure> closeIfOpen(
    const std::shared_ptr<OpenSet> &set, PendingPolicy rest, QList<QFuture<void>> marking)
{
    for (QFuture<void> &marked : marking)
        marked.waitForFinished();
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

void BatchSet::open(const QString &folder, const BatchSpec &spec)
{
    m_rest = PendingPolicy::KeepFollowing;
    m_stop = {};
    m_isOpening = true;
    m_opening.setFuture(QtConcurrent::run(&m_pool, &openIfThereIsAny, folder, spec, m_stop.get_token()));
}

void BatchSet::endWith(PendingPolicy rest)
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

void BatchSet::markDone(const QString &code)
{
    if (m_set)
        m_marking.append(QtConcurrent::run(&m_pool, [set = m_set, code] { set->markDone(code); }));
}

void BatchSet::close()
{
    m_isClosing = true;
    m_closing.setFuture(
        QtConcurrent::run(&m_pool, &closeIfOpen, m_set, m_rest, std::exchange(m_marking, {})));
}

void BatchSet::onClosed()
{
    m_isClosing = false;
    m_backedUp = m_set ? m_set->backedUp() : QList<BackedUpFile>();
    m_set.reset();
    Q_EMIT closed(resultOf(m_closing));
}
