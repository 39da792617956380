#pragma once

#include "app/exports/exportjob.h"
#include "app/exports/setflags.h"
#include "app/tasks/latestjob.h"
#include "app/terminal/options.h"

#include <QObject>

class Catalogue;
class Console;

/// Runs --contact-sheet, --sprite or --data: loads a folder of flags and exports it. main() calls start() and
/// waits for finished().
class ExportRun final : public QObject
{
    Q_OBJECT

public:
    ExportRun(
        const Options &options, const Catalogue &catalogue, Console &console, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ExportRun)
    ~ExportRun() override = default;

    void start();

    /// Cancels the export and keeps an older result. finished() follows.
    void interrupt();

Q_SIGNALS:
    /// Emitted once, after the messages are printed. 0: the result is saved and contains every requested
    /// flag.
    void finished(int exitStatus);

private:
    void exportFlags(const Result<SetFlags> &set);
    [[nodiscard]] QStringList codesNotIn(const QList<ExportFlag> &flags) const;
    void drawProgress(int done, int total);
    void finish(const ExportOutcome &outcome);
    void fail(const QString &text);

    const Options m_options;
    const SetChoice m_choice;
    Console &m_console;
    LatestJob<Result<SetFlags>> m_loading;
    ExportJob m_job;
    qsizetype m_flags = 0;
    bool m_isIncomplete = false; ///< a named flag is not in the set
    bool m_interrupted = false;
};
