#pragma once

#include "app/downloads/sourcequeue.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

class StartableThreads;

/// Owns the SourceQueues of a batch: one for each source, in the order of the sources. Distributes the
/// countries among them. Limits what they share: file descriptors, threads, and memory for data not yet
/// written to disk. Forwards the signals of the queues; the DownloadQueue, which owns it, handles the
/// results.
class SourceScheduler final : public QObject
{
    Q_OBJECT

public:
    using Queues = std::span<const std::unique_ptr<SourceQueue>>;

    /// `savers` and `save` must outlive the scheduler.
    SourceScheduler(QThreadPool &savers, const SaveTask &save, QObject *parent = nullptr);
    ~SourceScheduler() override;
    Q_DISABLE_COPY_MOVE(SourceScheduler)

    /// Starts a new batch. Adds each country to the queue of the source that its known flag came from, or to
    /// the first queue. `request` must outlive the batch. Fails with TooManyThreads if the system does not
    /// grant enough threads for any request; then no job may start.
    [[nodiscard]] std::optional<Failure> begin(const DownloadRequest &request);
    /// For every queue. Call before the first job.
    void useSet(const std::shared_ptr<OpenSet> &set, const QHash<QString, SetFlag> &known);
    /// Starts as many jobs as connections and memory allow.
    void startJobs();

    /// The queues after `queue`, in the order of the sources. They are the fallbacks for flags that the
    /// source of `queue` does not have.
    [[nodiscard]] Queues behind(const SourceQueue &queue) const;
    [[nodiscard]] bool areAllGivenUp() const;
    [[nodiscard]] qsizetype countPending() const;
    /// See BatchProgress::silence.
    [[nodiscard]] std::chrono::milliseconds silence(SteadyTime now) const;

    /// See SourceQueue. hold(), release() and take() use the queue that has the country.
    void takeBackWaitingJobs();
    bool hold(const QString &code);
    bool release(const QString &code);
    [[nodiscard]] std::optional<Country> take(const QString &code);
    /// Removes the countries of all queues and returns them sorted by code.
    [[nodiscard]] QList<Country> takeAll();

    /// Sets the limit of the first queue.
    void setLimit(int limit);

Q_SIGNALS:
    // See the signals of SourceQueue.
    void moreWanted();
    void downloading(const QString &code);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    void ended(SourceQueue *queue, const FlagResult &result, bool isHopeless);
    void dropped(const FlagResult &result);
    void namesFailed(SourceQueue *queue, const Failure &failure);

private:
    [[nodiscard]] Queues ofThisBatch() const;
    [[nodiscard]] std::unique_ptr<SourceQueue> createQueue();
    void distributeCountries();
    [[nodiscard]] TransferSettings settingsFor(const Source &source, int limit) const;
    /// How many of the `wanted` requests the limits of the process allow to the source of `queue`. 0 if
    /// none.
    [[nodiscard]] int limitWithinProcess(
        const SourceQueue &queue, int wanted, StartableThreads &threads) const;
    void recordLimit() const;
    [[nodiscard]] qint64 unsavedBytes() const;

    QThreadPool &m_savers;
    const SaveTask &m_save;
    const DownloadRequest *m_request = nullptr; // of the running batch
    std::vector<std::unique_ptr<SourceQueue>> m_queues; // may be more than the batch has sources
};
