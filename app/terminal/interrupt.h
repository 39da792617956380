#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <csignal>

/// Turns the first SIGINT, SIGTERM or SIGHUP into a Qt signal. A second one of the same kind ends the process
/// at once, as it would have without this object, unless it comes with the first: timeout(1) sends one to the
/// process and one to its group. A signal that was ignored when the program began, as under
/// nohup, stays ignored. At most one at a time.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;
    Q_DISABLE_COPY_MOVE(Interrupt)

    /// What a task that was interrupted ends with.
    static constexpr int usualStatus = 128 + SIGINT;
    [[nodiscard]] bool hasInterrupted() const { return m_hasInterrupted; }
    /// The exit status from which a shell knows the signal.
    [[nodiscard]] int exitStatus() const { return 128 + m_number; }

Q_SIGNALS:
    void interrupted();

private:
    void take();

    std::array<int, 2> m_ends{-1, -1}; // of a pipe: a signal handler may do little more than write
    QSocketNotifier m_notifier{QSocketNotifier::Read};
    int m_number = SIGINT; // of the last one
    bool m_hasInterrupted = false;
};
