#pragma once

#include "app/exports/exportjob.h"
#include "app/exports/setflags.h"
#include "app/terminal/options.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>
#include <variant>

class Catalogue;
class Console;

/// One export without a window, from the options to the exit status.
class ExportRun final : public QObject
{
    Q_OBJECT

public:
    ExportRun(
        const Options &options, const Catalogue &catalogue, Console &console, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ExportRun)
    ~ExportRun() override;

    void start();

    /// What was there before stays; finished() follows.
    void interrupt();

Q_SIGNALS:
    /// Once. Everything has been said by then. 0: the result is there, with every flag in it.
    void finished(int exitStatus);

private:
    void exportFlags();
    [[nodiscard]] QStringList codesNotIn(const QList<ExportFlag> &flags) const;
    void drawProgress(int done, int total);
    void finish(const ExportOutcome &outcome);
    void fail(const QString &text);

    const Options m_options;
    const SetChoice m_choice;
    Console &m_console;
    QFutureWatcher<std::variant<SetFlags, Failure>> m_loading;
    std::stop_source m_stop; // of loading
    ExportJob m_job;
    qsizetype m_flags = 0;
    bool m_isIncomplete = false; ///< a flag that was named is not in the set
    bool m_interrupted = false;
};
