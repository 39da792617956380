#include "tests/bench/startup.h"

#include <QProcess>
#include <QThread>

#include <ctime>

using namespace Qt::StringLiterals;

namespace {

qint64 monotonicTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace

std::optional<FirstPaint> measureFirstPaint(
    const QString &program, const QString &library, QProcessEnvironment environment)
{
    constexpr int longest = 10'000; // ms
    environment.insert(u"LD_PRELOAD"_s, library);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 start = monotonicTime();
    process.start(program, QStringList());
    if (!process.waitForFinished(longest))
        return {};
    const QByteArrayList times = process.readAllStandardOutput().trimmed().split(' ');
    if (times.size() != 2)
        return {};
    return FirstPaint{.wall = double(times.first().toLongLong() - start) / 1e6,
        .cpu = double(times.last().toLongLong()) / 1e6};
}

std::optional<double> measureEnd(const QString &program, const QProcessEnvironment &environment)
{
    constexpr int longest = 10'000; // ms
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, QStringList());
    if (!process.waitForStarted())
        return {};
    QThread::sleep(1);
    const qint64 start = monotonicTime();
    process.terminate();
    if (!process.waitForFinished(longest))
        return {};
    return double(monotonicTime() - start) / 1e6;
}
