#include "app/downloads/batchrecord.h"

#include "app/failures/taskresult.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace {

std::optional<Failure> beginIn(const std::shared_ptr<OpenSet> &set, const BatchSpec &spec)
{
    return set ? set->begin(spec) : std::nullopt;
}

void waitForAll(QList<QFuture<void>> tasks)
{
    for (QFuture<void> &task : tasks)
        task.waitForFinished();
}

} // namespace

BatchRecord::BatchRecord(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    connect(&m_beginning, &QFutureWatcherBase::finished, this, &BatchRecord::onBegun);
    connect(&m_ending, &QFutureWatcherBase::finished, this, &BatchRecord::onEnded);
}

void BatchRecord::begin(const std::shared_ptr<OpenSet> &set, const BatchSpec &spec)
{
    m_state = State::Beginning;
    m_set = set;
    m_beginning.setFuture(QtConcurrent::run(&m_pool, &beginIn, set, spec));
}

void BatchRecord::onBegun()
{
    m_state = State::Open;
    Q_EMIT begun(resultOf(m_beginning));
}

void BatchRecord::markDone(const QString &code)
{
    if (m_set)
        m_marks.append(QtConcurrent::run(&m_pool, [set = m_set, code] { set->markDone(code); }));
}

void BatchRecord::end()
{
    m_state = State::Ending;
    m_ending.setFuture(QtConcurrent::run(&m_pool, &waitForAll, std::exchange(m_marks, {})));
}

void BatchRecord::onEnded()
{
    m_state = State::Idle;
    m_set.reset();
    Q_EMIT ended();
}
