#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

/// What this process uses, from start() to stop(): the new threads and the additional memory, both as the
/// highest value of samples every 5 ms, and the processor time of all threads. It measures the whole process,
/// with its built-in server and window, so only one measurement at a time makes sense. Lives in a thread with
/// an event loop.
class ProcessSampler final : public QObject
{
    Q_OBJECT

public:
    struct Usage
    {
        int threads = 0; ///< at the same time, without those that existed at the start
        qint64 memory = 0; ///< bytes of resident memory more than at the start
        std::chrono::nanoseconds processorTime{0};
    };

    explicit ProcessSampler(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProcessSampler)
    ~ProcessSampler() override = default;

    void start();
    void stop();

    [[nodiscard]] const Usage &usage() const { return m_usage; }

private:
    void sample();

    QTimer m_timer;
    Usage m_usage;
    std::vector<int> m_threadsAtStart; // ids, sorted
    qint64 m_memoryAtStart = 0;
    std::chrono::nanoseconds m_processorTimeAtStart{0};
};
