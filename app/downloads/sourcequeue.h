#pragma once

#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"
#include "app/downloads/pendingqueue.h"
#include "app/saving/saveflag.h"
#include "app/transfer/transferpool.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

/// Notices that a batch is hopeless: that the host, the network or the proxy cannot be reached at all, so
/// that one reason can be given instead of the same one for every country.
class CircuitBreaker final
{
public:
    /// Whether this result is one too many of those that say so, with nothing else in between.
    [[nodiscard]] bool recordResult(const FlagResult &result);

private:
    static constexpr int enough = 5;

    int m_inARow = 0;
};

class FlagJob;
class QThreadPool;
class SharedNames;

/// One source's share of a batch: the countries that wait for it, the jobs that ask it, its connections and
/// its manners. Decides nothing about the batch: the DownloadQueue, which owns it, says when a job may start
/// and what follows from its result. A source that is gone is asked nothing more in this batch. Keeps its
/// connections from one batch to the next.
class SourceQueue final : public QObject
{
    Q_OBJECT

public:
    SourceQueue(QThreadPool &savers, const SaveTask &save, QObject *parent = nullptr);
    ~SourceQueue() override;
    Q_DISABLE_COPY_MOVE(SourceQueue)

    /// A new batch, with nobody here yet. `source` is one of the request's; both outlive the batch.
    /// `transfer` has the limits of this source.
    void begin(const DownloadRequest &request, const Source &source, const TransferSettings &transfer);

    /// Before the first job: where the batch is written down, and the flags that are there already, by code.
    void useSet(std::shared_ptr<OpenSet> set, const QHash<QString, SetFlag> &known);

    [[nodiscard]] const Source &source() const { return *m_source; }

    /// Whoever comes waits in the order of the codes.
    void add(const Country &country) { m_pending.putBack(country); }
    [[nodiscard]] qsizetype waiting() const { return m_pending.size(); }
    [[nodiscard]] bool wantsJob() const { return m_pending.hasNext() && m_transfers.wantsMore(); }
    /// Only if wantsJob().
    void startJob();

    /// Jobs that wait for a slot only, and are meant, wait in the line again.
    void takeBackWaitingJobs(const std::function<bool(const Country &)> &isMeant);
    /// As PendingQueue has them.
    bool hold(const QString &code);
    bool release(const QString &code) { return m_pending.release(code); }

    /// Whom nothing can be saved of any more leaves at once, with its job; nothing if the country is not here
    /// or is being saved.
    [[nodiscard]] std::optional<Country> take(const QString &code);
    [[nodiscard]] QList<Country> takeOnHold() { return m_pending.takeOnHold(); }
    /// All of them, in the order of their codes. Only saves that have begun go on.
    [[nodiscard]] QList<Country> takeAll();

    /// For the rest of the batch, and with nobody waiting here any more.
    void setGone(const Failure &reason) { m_goneBecause = reason; }
    [[nodiscard]] const std::optional<Failure> &goneBecause() const { return m_goneBecause; }

    void setLimit(int limit) { m_transfers.setLimit(limit); }

    /// Of pictures in memory that the disk has not taken yet.
    [[nodiscard]] qint64 unsavedBytes() const { return m_unsavedBytes; }

Q_SIGNALS:
    /// The next job may find a connection.
    void moreWanted();
    void downloading(const QString &code);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    /// Once for each job that ended. `isHopeless`: nothing can be had from this source, for the same reason.
    void ended(const FlagResult &result, bool isHopeless);
    /// The names of all countries cannot be had, and so none of the flags.
    void namesFailed(const Failure &failure);

private:
    void onJobFinished(FlagJob *job, const FlagResult &result);
    void destroy(FlagJob *job);
    void askForNames();
    void forgetNames();

    QThreadPool &m_savers;
    const SaveTask &m_save;
    TransferPool m_transfers;
    const DownloadRequest *m_request = nullptr; // of the batch that runs
    const Source *m_source = nullptr;
    std::shared_ptr<OpenSet> m_set;
    QHash<QString, SetFlag> m_known;
    SharedNames *m_names = nullptr; // a child; null where the source has no such file
    bool m_namesAsked = false;
    PendingQueue m_pending;
    CircuitBreaker m_breaker;
    std::optional<Failure> m_goneBecause;
    QHash<QString, FlagJob *> m_jobs; // by code; children
    qint64 m_unsavedBytes = 0;
};
