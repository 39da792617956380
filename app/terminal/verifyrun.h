#pragma once

#include "app/sets/loadedset.h"
#include "app/sets/verification.h"
#include "app/tasks/latestjob.h"
#include "app/terminal/options.h"

#include <QObject>

#include <memory>

class BuiltinServers;
class Catalogue;
class Console;
class HeadlessRun;

/// Runs --verify: checks the files of a set, prints the report and, with --repair, downloads the damaged
/// files again. main() calls start() and waits for finished().
class VerifyRun final : public QObject
{
    Q_OBJECT

public:
    VerifyRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(VerifyRun)
    ~VerifyRun() override;

    void start();
    void interrupt();

Q_SIGNALS:
    /// Emitted once, after the report is printed. 0: every file is intact.
    void finished(int exitStatus);

private:
    void onLoaded(const Result<LoadedSet> &set);
    void onVerified(const Verification &verification);
    void drawProgress(int checked, int files);
    void printReport(const Verification &verification);
    void repair(const QStringList &codes);

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    LatestJob<Result<LoadedSet>> m_loading;
    LoadedSet m_set; // once it is loaded
    LatestJob<Verification> m_verifying;
    bool m_isInterrupted = false;
    std::unique_ptr<HeadlessRun> m_repair; // null until the repair starts
};
