#pragma once

#include "app/downloads/comparison.h"
#include "app/terminal/options.h"

#include <QObject>

class BuiltinServers;
class Catalogue;
class Console;

/// One comparison of two sources without a window, from the options to the exit status.
class CompareRun final : public QObject
{
    Q_OBJECT

public:
    /// The options ask exactly two sources.
    CompareRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers, Console &console,
        QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CompareRun)
    ~CompareRun() override = default;

    void start();

    /// Asks for nothing more; what is known by then is told.
    void interrupt();

Q_SIGNALS:
    /// Once. Everything has been said by then. 0: every country could be compared.
    void finished(int exitStatus);

private:
    void take(const ComparedFlag &flag);
    void finish();

    const Options m_options;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    Console &m_console;
    Comparison m_comparison;
    QList<ComparedFlag> m_flags;
    bool m_interrupted = false;
};
