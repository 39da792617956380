#pragma once

#include "app/downloads/downloadrequest.h"
#include "app/downloads/flagresult.h"
#include "app/downloads/sharednames.h"
#include "app/saving/flagfiles.h"
#include "app/saving/saveflag.h"
#include "app/transfer/httpget.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;
class TransferPool;

/// What all jobs of a batch at one source share. Outlives them.
struct BatchContext
{
    const DownloadRequest &request;
    const Source &source; // one of those of the request
    TransferPool &transfers;
    QThreadPool &savers;
    const SharedNames *names; ///< null: the source has no such file
    const SaveTask &save; // a copy of it goes to the pool
    std::shared_ptr<OpenSet> set = {}; ///< null: nothing is kept of the batch
    std::optional<SetFlag> known = {}; ///< of this country
};

/// One country's way: picture and metadata together, then one task on the pool that checks and saves. A flag
/// is saved only if both are good; a source without metadata for a country that it has a picture of gives the
/// catalogue's name. Of a flag that a set knows, the file is looked at first: whoever has it already is not
/// asked for again, or only whether it has changed; and what a Restore can make of that file needs no source.
/// Destroying the job cancels it; a save that has begun runs to its end.
class FlagJob final : public QObject
{
    Q_OBJECT

public:
    FlagJob(const Country &country, const BatchContext &batch, QObject *parent = nullptr);
    ~FlagJob() override;
    Q_DISABLE_COPY_MOVE(FlagJob)

    void start();

    [[nodiscard]] const Country &country() const { return m_result.country; }
    /// Until then it only waits, and nothing is lost if it is taken back.
    [[nodiscard]] bool hasStarted() const { return m_stage >= Stage::Downloading; }
    /// From here on it cannot be taken back, and the result says what became of the file.
    [[nodiscard]] bool isSaving() const { return m_stage == Stage::Saving; }
    /// What received() said; zero if it was not emitted.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }

Q_SIGNALS:
    /// The source is needed. Never for a flag that is there already.
    void asking();
    void downloading();
    /// The picture's bytes are in memory, until they are saved or the job is destroyed. At most once.
    void received(qint64 bytes);
    void retryScheduled(std::chrono::milliseconds duration);
    /// Exactly once, and last.
    void finished(const FlagResult &result);

private:
    enum class Stage {
        Waiting, ///< for its files to be looked at, or for a slot
        Downloading,
        Saving,
        Ended,
    };

    void inspect();
    void onInspected();
    void endAsKnown(FlagState state);
    void ask();
    void askForMetadata();
    void onStarted();
    void onImage(const HttpOutcome &outcome);
    void onMetadata(const HttpOutcome &outcome);
    void decide();
    [[nodiscard]] const SharedNames *names() const;
    void countReceived(qint64 bytes);
    void save(QByteArray picture);
    void onSaved();
    void fail(const Failure &failure);
    void finish();

    const BatchContext m_batch;
    std::optional<SetFlag> m_known; // by the set; the name is known too, then
    std::unique_ptr<HttpGet> m_imageGet;
    std::unique_ptr<HttpGet> m_metadataGet; // null: the source has no metadata
    std::optional<HttpOutcome> m_image;
    std::optional<HttpOutcome> m_metadata;
    QFutureWatcher<InspectedFlag> m_inspecting;
    InspectedFlag m_inspected;
    QFutureWatcher<SavedFlag> m_saving;
    Stage m_stage = Stage::Waiting;
    qint64 m_bytesReceived = 0;
    FlagResult m_result;
};
