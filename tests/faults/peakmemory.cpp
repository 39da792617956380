#include "tests/faults/peakmemory.h"

#include <QByteArray>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool hasShadowMemory = true; // keeps what was freed
#else
constexpr bool hasShadowMemory = false;
#endif

/// `name` with its colon.
qint64 statusOfProcess(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).chopped(3).trimmed().toLongLong(); // without " kB"
    }
    return 0;
}

bool resetPeak()
{
    QFile references(u"/proc/self/clear_refs"_s);
    return references.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && references.write("5") == 1;
}

} // namespace

PeakMemory::PeakMemory()
{
    if (!hasShadowMemory && resetPeak())
        m_before = statusOfProcess("VmRSS:");
}

qint64 PeakMemory::growth() const
{
    return statusOfProcess("VmHWM:") - m_before;
}
