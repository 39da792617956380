#pragma once

#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"
#include "app/downloads/pendingqueue.h"
#include "app/saving/saveflag.h"
#include "app/transfer/transferpool.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

/// Detects that a source is unreachable: the host, the network or the proxy cannot be reached, or the source
/// does not answer. The batch can then report one reason instead of the same failure for every country.
class CircuitBreaker final
{
public:
    /// Returns true if the source is unreachable: after `threshold` consecutive results with such a failure,
    /// or at once if the source still limits the rate after all retries. A timeout is such a failure only if
    /// the source has sent no response at all in this batch (`hasAnswered`): one that is slow, or silent
    /// about some flags, may still send the others.
    [[nodiscard]] bool recordResult(const FlagResult &result, bool hasAnswered);

private:
    static constexpr int threshold = 5;

    int m_consecutive = 0;
};

class FlagJob;
class QThreadPool;
class SharedNames;

/// The part of a batch that one source serves: its pending countries, jobs, connections and rate limits. The
/// SourceScheduler owns it and starts its jobs. The DownloadQueue decides when jobs may start and handles
/// their results. A source that is given up gets no more requests in this batch. Connections stay open
/// between batches. Lives on the thread of the DownloadQueue.
class SourceQueue final : public QObject
{
    Q_OBJECT

public:
    SourceQueue(QThreadPool &savers, const SaveTask &save, QObject *parent = nullptr);
    ~SourceQueue() override;
    Q_DISABLE_COPY_MOVE(SourceQueue)

    /// Starts a new batch with an empty queue. `source` is one of the sources of `request`; both must outlive
    /// the batch. `transfer` contains the rate limits of this source.
    void begin(const DownloadRequest &request, const Source &source, const TransferSettings &transfer);

    /// Call before the first job. `set` records the batch. `known` contains the existing flags by country
    /// code.
    void useSet(std::shared_ptr<OpenSet> set, const QHash<QString, SetFlag> &known);

    [[nodiscard]] const Source &source() const { return *m_source; }

    /// Pending countries are sorted by code.
    void add(const Country &country) { m_pending.putBack(country); }
    [[nodiscard]] qsizetype countPending() const { return m_pending.size(); }
    [[nodiscard]] bool canStartJob() const { return m_pending.hasNext() && m_transfers.canTakeMore(); }
    /// Call only if canStartJob().
    void startJob();

    /// Destroys the jobs that still wait for a slot and match `isMeant`. Their countries become pending
    /// again.
    void takeBackWaitingJobs(const std::function<bool(const Country &)> &isMeant);
    /// See PendingQueue. hold() also takes back a job that has not started.
    bool hold(const QString &code);
    bool release(const QString &code) { return m_pending.release(code); }

    /// Removes the country and cancels its job. Returns nothing if the country is unknown or is being saved.
    [[nodiscard]] std::optional<Country> take(const QString &code);
    [[nodiscard]] QList<Country> takeOnHold() { return m_pending.takeOnHold(); }
    /// Removes all countries, sorted by code, and cancels their jobs. Saves that have begun continue.
    [[nodiscard]] QList<Country> takeAll();

    /// Sends no more requests to the source in this batch. The caller then removes the pending countries.
    void giveUp(const Failure &reason) { m_givenUpReason = reason; }
    /// The failure of a flag that shows that the source is unreachable, as a reason for all flags.
    [[nodiscard]] Failure reasonToGiveUp(Failure ofFlag) const;
    [[nodiscard]] const std::optional<Failure> &givenUpReason() const { return m_givenUpReason; }

    void setLimit(int limit) { m_transfers.setLimit(limit); }
    [[nodiscard]] int limit() const { return m_transfers.settings().limit; }
    /// See TransferPool. They stay for the next batch.
    [[nodiscard]] int managers() const { return m_transfers.managers(); }
    [[nodiscard]] bool hasInFlight() const { return m_transfers.inFlight() > 0; }
    [[nodiscard]] std::chrono::milliseconds silence(SteadyTime now) const { return m_transfers.silence(now); }

    /// Size of the pictures in memory that are not yet written to disk.
    [[nodiscard]] qint64 unsavedBytes() const { return m_unsavedBytes; }

Q_SIGNALS:
    /// A connection may be available for the next job.
    void moreWanted();
    void downloading(const QString &code);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    /// Emitted once for each job that ended. `isHopeless`: the source is unreachable for the same reason, so
    /// further requests will fail too.
    void ended(const FlagResult &result, bool isHopeless);
    /// A job was destroyed. `result` has the requests that it has sent, and no final state.
    void dropped(const FlagResult &result);
    /// The file with all names is unavailable, so no new flag of this source can be saved.
    void namesFailed(const Failure &failure);

private:
    void onJobFinished(FlagJob *job, const FlagResult &result);
    void destroy(FlagJob *job);
    void requestNames();
    void forgetNames();

    QThreadPool &m_savers;
    const SaveTask &m_save;
    TransferPool m_transfers;
    const DownloadRequest *m_request = nullptr; // of the running batch
    const Source *m_source = nullptr;
    std::shared_ptr<OpenSet> m_set;
    QHash<QString, SetFlag> m_known;
    SharedNames *m_names = nullptr; // a child; null if the source has no such file
    bool m_areNamesRequested = false;
    PendingQueue m_pending;
    CircuitBreaker m_breaker;
    std::optional<Failure> m_givenUpReason;
    QHash<QString, FlagJob *> m_jobs; // by code; children
    qint64 m_unsavedBytes = 0;
};
