#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <csignal>

/// Turns the first SIGINT, SIGTERM or SIGHUP into a Qt signal. A second signal of the same kind ends the
/// process at once, as without this object, unless it follows within 300 ms: timeout(1) sends one to the
/// process and one to its group. A signal that was ignored at the start, as under nohup, stays ignored. One
/// object at a time.
///
/// If the object still exists 1.8 s after the first signal, it ends the process with the status of that
/// signal, whatever the threads do: writing the description of a huge set takes longer. A set can be resumed
/// after a kill.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;
    Q_DISABLE_COPY_MOVE(Interrupt)

    /// Lets signals end the process at once, as without this object. The deadline of the first one stays.
    static void restoreDefaults();

    /// Whether a signal has arrived that interrupted() may not have reported yet. May be called in any
    /// thread.
    [[nodiscard]] static bool hasArrived();
    /// The exit status of an interrupted task.
    static constexpr int interruptedStatus = 128 + SIGINT;
    [[nodiscard]] bool hasInterrupted() const { return m_hasInterrupted; }
    /// The exit status that identifies the received signal, as in a shell.
    [[nodiscard]] int exitStatus() const { return 128 + m_number; }

Q_SIGNALS:
    void interrupted();

private:
    static void prepareDeadline();
    void readSignal();

    std::array<int, 2> m_ends{
        -1, -1}; // of a pipe: write() is one of the few functions allowed in a signal handler
    QSocketNotifier m_notifier{QSocketNotifier::Read};
    int m_number = SIGINT; // of the last signal
    bool m_hasInterrupted = false;
};
