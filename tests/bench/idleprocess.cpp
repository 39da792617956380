#include "tests/bench/idleprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto settling = 4s;
constexpr auto observed = 5s;

/// The number after a key in a file of /proc such as "VmRSS:    1234 kB".
qint64 valueOf(const QString &path, const QByteArray &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key) && line.size() > key.size() && line.at(key.size()) == ':')
            return line.mid(key.size() + 1).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

/// How often the threads of a process have begun to wait until now. Each wait ends with a wake-up.
qint64 countWaits(const QString &process)
{
    qint64 waits = 0;
    const QStringList threads = QDir(process + u"/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads)
        waits += valueOf(process + u"/task/"_s + thread + u"/status"_s, "voluntary_ctxt_switches");
    return waits;
}

} // namespace

std::optional<IdleProcess> measureIdle(
    const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    constexpr int longest = 10'000; // ms
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForStarted()
        || process.waitForFinished(int(std::chrono::milliseconds(settling).count())))
        return {};
    const QString files = u"/proc/%1"_s.arg(process.processId());
    IdleProcess idle;
    const qint64 before = countWaits(files);
    QThread::sleep(observed.count());
    idle.wakeUpsPerSecond = double(countWaits(files) - before) / double(observed.count());
    idle.residentMiB = double(valueOf(files + u"/status"_s, "VmRSS")) / 1024;

    QElapsedTimer timer;
    timer.start();
    process.terminate();
    if (!process.waitForFinished(longest))
        return {};
    idle.closing = double(timer.nsecsElapsed()) / 1e6;
    return idle;
}
