#pragma once

#include "app/downloads/freshnesscheck.h"
#include "app/downloads/samepictures.h"
#include "app/downloads/serverwaits.h"
#include "app/downloads/summarytext.h"
#include "app/freshness/flagfreshness.h"
#include "app/session/downloadsession.h"
#include "app/tasks/latestjob.h"
#include "app/terminal/options.h"
#include "app/terminal/progressdisplay.h"

#include <QList>
#include <QObject>

#include <memory>

class BuiltinServers;
class Catalogue;
class Console;

/// Runs one operation (download, update, repair, rebuild or resume) without a window, from the options to the
/// exit status. Starts the session and prints its reports on the console. Lives in the main thread. Emits
/// finished() once, at the end.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeadlessRun)
    ~HeadlessRun() override = default;

    /// Starts the operation that the options describe.
    void start();
    /// Starts this operation instead of that of the options.
    void startOperation(const Operation &operation);

    /// Stops sending requests. Emits finished() when the files in progress are written.
    void interrupt();

Q_SIGNALS:
    /// Emitted once, after all output is printed.
    void finished(int exitStatus);

private:
    [[nodiscard]] Operation requestedOperation();
    [[nodiscard]] Download requestedDownload();
    void followSession();
    void printOutline(const OperationOutline &outline);
    void cancelIfPaused();
    void addResult(const FlagResult &result);
    void onFreshnessChecked(const FlagResult &result, const std::optional<FlagFreshness> &freshness);
    void printWait(const QString &code, std::chrono::milliseconds duration);
    void printArrival(const FlagResult &result);
    void endProgress();
    void onSessionFinished(const SessionReport &report);
    void finishWhenChecked();
    [[nodiscard]] QStringList closingLines() const;
    void finish();
    void writeTraceAndEnd();
    void onTraceWritten(const std::optional<Failure> &failure);
    [[nodiscard]] int exitStatus() const;

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    const std::shared_ptr<RequestLog> m_log; // null without --trace
    LatestJob<std::optional<Failure>> m_writingTrace;
    DownloadSession m_session;
    FreshnessCheck m_freshness;
    QList<WrongPicture> m_wrong;
    QString m_olderPictures; // notice: a built-in source serves older pictures
    std::unique_ptr<ProgressDisplay> m_progressDisplay;
    ServerWaits m_waits; // the waits already printed
    ServedCounts m_served;
    SamePictures m_samePictures;
    QList<FlagResult> m_notSaved;
    QStringList m_changed; // codes
    QStringList m_keptAltered; // codes of flags that were kept although they have changed on disk
    QStringList m_narrow; // codes whose pictures have fewer pixels than requested
    SteadyTime m_began;
    std::optional<SessionReport> m_report; // set when the session ends; checks may be pending
    bool m_isOnSet = false; // an operation on a set, not a download
    bool m_hasPrintedArrivals = false; // their line on standard error has no newline yet
    bool m_interrupted = false;
    bool m_isIncomplete = false; // some flags could not be requested
};
