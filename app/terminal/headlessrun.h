#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/downloads/freshnesscheck.h"
#include "app/downloads/servedcounts.h"
#include "app/downloads/serverwaits.h"
#include "app/downloads/setplan.h"
#include "app/freshness/freshnesstext.h"
#include "app/terminal/options.h"
#include "app/terminal/progressdisplay.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

#include <memory>
#include <stop_token>

class BuiltinServers;
class Catalogue;
class Console;

/// A download, or an errand for a set, without a window, from the options to the exit status.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeadlessRun)
    ~HeadlessRun() override;

    void start();
    /// Instead: exactly what a set's manifest says of these codes.
    void startRepair(const QString &folder, const QStringList &codes);
    /// Instead: what was planned for the set in this folder.
    void startPlanned(const SetPlanOrFailure &planned, const QString &folder);

    /// Asks for nothing more; finished() follows when the files in hand are written.
    void interrupt();

Q_SIGNALS:
    /// Once. Everything has been said by then.
    void finished(int exitStatus);

private:
    [[nodiscard]] DownloadRequest requestFor(const QList<Source> &sources) const;
    [[nodiscard]] QString folder() const;
    void startDownload();
    void startPlanning();
    void followPlan(const QFuture<SetPlanOrFailure> &plan, const QString &folder);
    void fillIn(DownloadRequest &batch) const;
    void startBatches(const QList<DownloadRequest> &batches);
    void startNextBatch();
    void cancelComing();
    void followQueue();
    void giveUpPaused();
    void takeResult(const FlagResult &result);
    void takeChecked(const FlagResult &result, const std::optional<FlagFreshness> &freshness);
    void printWait(const QString &code, std::chrono::milliseconds duration);
    void printArrival(const FlagResult &result);
    void endProgress();
    void takeBatch(const BatchProgress &progress);
    void finishWhenChecked();
    void finish();
    [[nodiscard]] int exitStatus() const;

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    QFutureWatcher<SetPlanOrFailure> m_planning;
    std::stop_source m_stop; // of planning
    QString m_setFolder; // of a plan
    QList<DownloadRequest> m_batches; // that are still to come
    BatchProgress m_progress; // of all so far
    DownloadQueue m_queue;
    FreshnessCheck m_freshness;
    QList<WrongPicture> m_wrong;
    QString m_olderPictures; // that a built-in source serves instead of its own
    std::unique_ptr<ProgressDisplay> m_progressDisplay;
    ServerWaits m_waits; // that were told
    ServedCounts m_served;
    QList<FlagResult> m_notSaved;
    QStringList m_changed; // codes
    QStringList m_narrow; // codes whose pictures had fewer pixels than was asked for
    SteadyTime m_began;
    bool m_hasPrintedArrivals = false; ///< and their line on standard error is not ended yet
    bool m_interrupted = false;
    bool m_isEnding = false; ///< all batches have ended; some pictures are still looked at
    bool m_isIncomplete = false; ///< something could not be asked at all
};
