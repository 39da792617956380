#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/downloads/servedcounts.h"
#include "app/downloads/serverwaits.h"
#include "app/terminal/options.h"
#include "app/terminal/progressdisplay.h"

#include <QList>
#include <QObject>

#include <memory>

class BuiltinServers;
class Catalogue;
class Console;

/// One batch without a window, from the options to the exit status.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeadlessRun)
    ~HeadlessRun() override = default;

    void start();

    /// Asks for nothing more; finished() follows when the files in hand are written.
    void interrupt();

Q_SIGNALS:
    /// Once. Everything has been said by then.
    void finished(int exitStatus);

private:
    [[nodiscard]] DownloadRequest requestFor(const QList<Source> &sources) const;
    [[nodiscard]] QString folder() const;
    void followQueue();
    void giveUpPaused();
    void takeResult(const FlagResult &result);
    void tellWait(const QString &code, std::chrono::milliseconds duration);
    void tellArrival(const FlagResult &result);
    void endProgress();
    void finish(const BatchProgress &progress);
    [[nodiscard]] int exitStatus(const BatchProgress &progress) const;

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    DownloadQueue m_queue;
    std::unique_ptr<ProgressDisplay> m_progressDisplay;
    ServerWaits m_waits; // that were told
    ServedCounts m_served;
    QList<FlagResult> m_notSaved;
    QStringList m_narrow; // codes whose pictures had fewer pixels than was asked for
    SteadyTime m_began;
    bool m_arrivalsTold = false; ///< and their line on standard error is not ended yet
    bool m_interrupted = false;
};
