#pragma once

#include "app/measuring/limitmeasurement.h"
#include "app/terminal/options.h"

#include <QObject>
#include <QTimer>

class BuiltinServers;
class Catalogue;
class Console;

/// Runs --measure-limits: prints a line for each limit when it is measured, and then what they show. main()
/// calls start() and waits for finished().
class MeasureRun final : public QObject
{
    Q_OBJECT

public:
    /// The options name exactly one source.
    MeasureRun(const Options &options, const Catalogue &catalogue, const BuiltinServers &servers,
        Console &console, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MeasureRun)
    ~MeasureRun() override = default;

    void start();

    /// Cancels the requests. Prints what the complete runs show, then emits finished().
    void interrupt();

Q_SIGNALS:
    /// Emitted once, after everything is printed. 0: every run has fetched every flag.
    void finished(int exitStatus);

private:
    [[nodiscard]] MeasurementRequest request() const;
    void printOutline(const MeasurementRequest &request);
    void printRun(const MeasuredRun &run);
    void printConclusion(const Measurement &measurement);
    void printWrapped(const QString &text);
    void drawProgress();
    void eraseProgress();
    void finish(const Measurement &measurement);

    const Options m_options;
    const Catalogue &m_catalogue;
    const BuiltinServers &m_servers;
    Console &m_console;
    LimitMeasurement m_measurement;
    QTimer m_frames; // active while a progress line is drawn
    bool m_interrupted = false;
};
