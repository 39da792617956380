#pragma once

#include "app/downloads/comparison.h"
#include "app/terminal/options.h"

#include <QObject>

class BuiltinServers;
class Catalogue;
class Console;

/// Runs --compare: compares two sources and prints the differences. main() calls start() and waits for
/// finished().
class CompareRun final : public QObject
{
    Q_OBJECT

public:
    /// The options name exactly two sources.
    CompareRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CompareRun)
    ~CompareRun() override = default;

    void start();

    /// Cancels the requests. Prints the results so far, then emits finished().
    void interrupt();

Q_SIGNALS:
    /// Emitted once, after the report is printed. 0: every country was compared.
    void finished(int exitStatus);

private:
    void addResult(const ComparedFlag &flag);
    void finish();

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    Comparison m_comparison;
    QList<ComparedFlag> m_flags;
    bool m_interrupted = false;
};
