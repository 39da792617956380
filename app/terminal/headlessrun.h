#pragma once

#include "app/downloads/freshnesscheck.h"
#include "app/downloads/serverwaits.h"
#include "app/downloads/summarytext.h"
#include "app/freshness/flagfreshness.h"
#include "app/session/downloadsession.h"
#include "app/terminal/options.h"
#include "app/terminal/progressdisplay.h"

#include <QList>
#include <QObject>

#include <memory>

class BuiltinServers;
class Catalogue;
class Console;

/// Runs one operation without a window, from the options to the exit status: starts the session and prints
/// what it reports.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeadlessRun)
    ~HeadlessRun() override = default;

    /// The operation of the options.
    void start();
    /// Another operation.
    void startOperation(const Operation &operation);

    /// Requests nothing more; finished() follows when the files in hand are written.
    void interrupt();

Q_SIGNALS:
    /// Once, when everything is printed.
    void finished(int exitStatus);

private:
    [[nodiscard]] Operation requestedOperation() const;
    [[nodiscard]] Download requestedDownload() const;
    void followSession();
    void printOutline(const OperationOutline &outline);
    void cancelIfPaused();
    void takeResult(const FlagResult &result);
    void takeChecked(const FlagResult &result, const std::optional<FlagFreshness> &freshness);
    void printWait(const QString &code, std::chrono::milliseconds duration);
    void printArrival(const FlagResult &result);
    void endProgress();
    void takeReport(const SessionReport &report);
    void finishWhenChecked();
    [[nodiscard]] QStringList closingLines() const;
    void finish();
    [[nodiscard]] int exitStatus() const;

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    DownloadSession m_session;
    FreshnessCheck m_freshness;
    QList<WrongPicture> m_wrong;
    QString m_olderPictures; // that a built-in source serves instead of its own
    std::unique_ptr<ProgressDisplay> m_progressDisplay;
    ServerWaits m_waits; // that were printed
    ServedCounts m_served;
    QList<FlagResult> m_notSaved;
    QStringList m_changed; // codes
    QStringList m_narrow; // codes whose pictures have fewer pixels than requested
    SteadyTime m_began;
    std::optional<SessionReport> m_report; // once the session has ended; some pictures may still be checked
    bool m_isOnSet = false; // an operation on a set, not a download
    bool m_hasPrintedArrivals = false; // and their line on standard error is not ended yet
    bool m_interrupted = false;
    bool m_isIncomplete = false; // something could not be requested at all
};
