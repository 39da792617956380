#include "app/downloads/batchrecord.h"

#include "app/logging/logging.h"

#include <exception>
#include <utility>

namespace {

/// Waits for all tasks, even if one threw. Throws the first exception then.
std::optional<Failure> waitForAll(QList<QFuture<void>> tasks)
{
    std::exception_ptr thrown;
    for (QFuture<void> &task : tasks) {
        try {
            task.waitForFinished();
        } catch (...) {
            thrown = thrown ? thrown : std::current_exception();
        }
    }
    if (thrown)
        std::rethrow_exception(thrown);
    return std::nullopt;
}

} // namespace

BatchRecord::BatchRecord(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_beginning([this](const std::optional<Failure> &failure) { onBegun(failure); })
    , m_ending([this](const std::optional<Failure> &failure) { onEnded(failure); })
{
}

void BatchRecord::begin(const std::shared_ptr<OpenSet> &set, const BatchSpec &spec)
{
    m_state = State::Beginning;
    m_set = set;
    m_beginning.start(m_pool, [set, spec] { return set ? set->begin(spec) : std::nullopt; });
}

void BatchRecord::onBegun(const std::optional<Failure> &failure)
{
    m_state = State::Open;
    Q_EMIT begun(failure);
}

void BatchRecord::markDone(const QString &code)
{
    if (m_set)
        m_marks.append(QtConcurrent::run(&m_pool, [set = m_set, code] { set->markDone(code); }));
}

void BatchRecord::end()
{
    m_state = State::Ending;
    m_ending.start(m_pool, [marks = std::exchange(m_marks, {})] { return waitForAll(marks); });
}

void BatchRecord::onEnded(const std::optional<Failure> &failure)
{
    if (failure) // a country that is not marked is only inspected again by the next batch
        qCWarning(lcDownloads).noquote() << "the journal is incomplete:" << failure->detail;
    m_state = State::Idle;
    m_set.reset();
    Q_EMIT ended();
}
