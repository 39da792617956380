#pragma once

#include "app/downloads/sourcequeue.h"

#include <memory>
#include <span>
#include <vector>

/// The lanes of a batch, one for each of its sources and in their order. Deals the countries out to them,
/// and shares among them what there is only one of: descriptors, and memory for what the disk has not taken
/// yet. What follows from a result is for the DownloadQueue to say.
class SourceScheduler final : public QObject
{
    Q_OBJECT

public:
    using Queues = std::span<const std::unique_ptr<SourceQueue>>;

    /// `savers` and `save` outlive it.
    SourceScheduler(QThreadPool &savers, const SaveTask &save, QObject *parent = nullptr);
    ~SourceScheduler() override;
    Q_DISABLE_COPY_MOVE(SourceScheduler)

    /// A new batch: each country waits where its flag came from, if that is known, else in the first lane.
    /// `request` outlives the batch.
    void begin(const DownloadRequest &request);
    /// For every lane, before the first job.
    void useSet(const std::shared_ptr<OpenSet> &set, const QHash<QString, SetFlag> &known);
    /// As many as connections and memory allow.
    void startJobs();

    /// Who is asked when `lane` does not have a flag, in the order of the sources.
    [[nodiscard]] Queues behind(const SourceQueue &queue) const;
    [[nodiscard]] bool areAllGone() const;
    [[nodiscard]] qsizetype waiting() const;

    /// See SourceQueue; of the lane that has the country.
    void takeBackWaitingJobs();
    bool hold(const QString &code);
    bool release(const QString &code);
    [[nodiscard]] std::optional<Country> take(const QString &code);
    /// In the order of the codes, whichever lanes they come from.
    [[nodiscard]] QList<Country> takeAll();

    /// Of the first lane.
    void setLimit(int limit);

Q_SIGNALS:
    // As SourceQueue's.
    void moreWanted();
    void downloading(const QString &code);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    void ended(SourceQueue *queue, const FlagResult &result, bool isHopeless);
    void namesFailed(SourceQueue *queue, const Failure &failure);

private:
    [[nodiscard]] Queues ofThisBatch() const;
    [[nodiscard]] std::unique_ptr<SourceQueue> newQueue();
    void dealOut();
    [[nodiscard]] TransferSettings settingsFor(const Source &source) const;
    [[nodiscard]] int limitWithinDescriptors() const;
    [[nodiscard]] qint64 unsavedBytes() const;

    QThreadPool &m_savers;
    const SaveTask &m_save;
    const DownloadRequest *m_request = nullptr; // of the batch that runs
    std::vector<std::unique_ptr<SourceQueue>> m_queues; // more than there are sources, after batches of more
};
