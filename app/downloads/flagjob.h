#pragma once

#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"
#include "app/downloads/sharednames.h"
#include "app/saving/flagfiles.h"
#include "app/saving/saveflag.h"
#include "app/tasks/latestjob.h"
#include "app/transfer/httpget.h"

#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;
class TransferPool;

/// What a job needs of its batch and of its source. The referenced objects must outlive the job.
struct JobContext
{
    const DownloadRequest &request;
    const Source &source; // one of the sources of the request
    TransferPool &transfers;
    QThreadPool &savers;
    const SharedNames *names; ///< null: the source has no such file
    const SaveTask &save; // copied for each task on the pool
    std::shared_ptr<OpenSet> set = {}; ///< null: the batch is not recorded
    std::optional<SetFlag> known = {}; ///< the existing flag of this country
};

/// Downloads one country: fetches picture and metadata in parallel, then checks and saves them in one task on
/// the thread pool. Saves a flag only if both are valid. If the source has the picture but no metadata, the
/// name comes from the catalogue. If the set knows the flag, the job inspects its files first. It does not
/// fetch an intact flag again; an Update sends a conditional request for it. A Restore needs no request if it
/// can rebuild the flag from the original on disk. The SourceQueue owns the job. Destroying the job cancels
/// it; a save that has begun runs to its end.
class FlagJob final : public QObject
{
    Q_OBJECT

public:
    FlagJob(const Country &country, const JobContext &batch, QObject *parent = nullptr);
    ~FlagJob() override = default;
    Q_DISABLE_COPY_MOVE(FlagJob)

    void start();

    [[nodiscard]] const Country &country() const { return m_result.country; }
    /// A job that has not started can be destroyed without loss of work.
    [[nodiscard]] bool hasStarted() const { return m_stage >= Stage::Downloading; }
    /// A job that is saving cannot be cancelled. Its result reports the state of the file.
    [[nodiscard]] bool isSaving() const { return m_stage == Stage::Saving; }
    /// The argument of received(); 0 if the signal was not emitted.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }
    /// The requests that have been sent, with their times, for a job that will not end.
    [[nodiscard]] FlagResult resultSoFar() const;

Q_SIGNALS:
    /// The job is about to send requests to the source. Not emitted if the files on disk suffice.
    void aboutToRequest();
    void downloading();
    /// `bytes` of the picture are in memory until they are saved or the job is destroyed. Emitted at most
    /// once.
    void received(qint64 bytes);
    void retryScheduled(std::chrono::milliseconds duration);
    /// Emitted exactly once, as the last signal.
    void finished(const FlagResult &result);

private:
    enum class Stage {
        Waiting, ///< for the inspection of its files, or for a slot
        Downloading,
        Saving,
        Ended,
    };

    void inspect();
    void onInspected(InspectedFlag inspected);
    /// After "not modified".
    void onInspectedAgain(bool isIntact);
    void endAsKnown(FlagState state);
    void request();
    void requestMetadata();
    void onStarted();
    void onImage(const HttpOutcome &outcome);
    void takeImage(const HttpOutcome &outcome);
    void onMetadata(const HttpOutcome &outcome);
    void decide();
    [[nodiscard]] const SharedNames *names() const;
    void countReceived(qint64 bytes);
    void save(QByteArray picture);
    void onSaved(const SavedFlag &saved);
    void fail(const Failure &failure);
    void finish();

    const JobContext m_batch;
    std::optional<SetFlag> m_known; // the flag as the set stores it, with its name
    std::unique_ptr<HttpGet> m_imageGet;
    std::unique_ptr<HttpGet> m_metadataGet; // null: the source has no metadata
    std::optional<HttpOutcome> m_image;
    std::optional<HttpOutcome> m_metadata;
    std::optional<LatestJob<InspectedFlag>> m_inspecting; // only of a known flag
    InspectedFlag m_inspected;
    LatestJob<SavedFlag> m_saving;
    RecordedRequest m_record; // of the picture
    PoolWork m_work; // of m_saving
    Stage m_stage = Stage::Waiting;
    qint64 m_bytesReceived = 0;
    FlagResult m_result;
};
