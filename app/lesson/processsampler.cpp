#include "app/lesson/processsampler.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto samplingInterval = 5ms;

/// Sorted. Ids and not their number: a thread that is ending at the start must not hide a new one.
std::vector<int> threadIds()
{
    std::vector<int> ids;
    std::error_code error;
    std::filesystem::directory_iterator task("/proc/self/task", error);
    for (; !error && task != std::filesystem::directory_iterator(); task.increment(error))
        ids.push_back(QByteArray::fromStdString(task->path().filename().string()).toInt());
    std::ranges::sort(ids);
    return ids;
}

/// In bytes. proc(5): the second field of /proc/self/statm, in pages.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

std::chrono::nanoseconds processorTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

ProcessSampler::ProcessSampler(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(samplingInterval);
    connect(&m_timer, &QTimer::timeout, this, &ProcessSampler::sample);
}

void ProcessSampler::start()
{
    m_usage = {};
    m_threadsAtStart = threadIds();
    m_memoryAtStart = residentMemory();
    m_processorTimeAtStart = processorTime();
    m_timer.start();
}

void ProcessSampler::stop()
{
    sample();
    m_timer.stop();
}

void ProcessSampler::sample()
{
    const auto isNew = [this](int id) { return !std::ranges::binary_search(m_threadsAtStart, id); };
    m_usage.threads = std::max(m_usage.threads, static_cast<int>(std::ranges::count_if(threadIds(), isNew)));
    m_usage.memory = std::max(m_usage.memory, residentMemory() - m_memoryAtStart);
    m_usage.processorTime = processorTime() - m_processorTimeAtStart;
}
