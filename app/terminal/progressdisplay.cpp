#include "app/terminal/progressdisplay.h"

#include "app/downloads/summarytext.h"
#include "app/language/columns.h"
#include "app/session/downloadsession.h"
#include "app/terminal/console.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString bar(const BatchProgress &progress, qsizetype length)
{
    const qsizetype filled = progress.total > 0 ? length * progress.done() / progress.total : 0;
    QString inside(filled, u'=');
    if (filled < length)
        inside += u'>';
    return u'[' + inside.leftJustified(length) + u']';
}

} // namespace

QString progressLine(
    const BatchProgress &progress, const QString &latestCode, std::chrono::seconds serverWait, int width)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 40;
    const QString latest = serverWait.count() > 0 ? serverWaitText(serverWait) : latestCode.leftJustified(2);
    const QString words = u"%1  %2  %3"_s.arg(progressText(progress), latest, elapsedText(progress.elapsed));
    const qsizetype free = width - columnsOf(words) - 3; // both brackets and a space
    const QString line = free < shortest ? words : bar(progress, std::min(free, longest)) + u' ' + words;
    return firstColumns(line, width);
}

ProgressDisplay::ProgressDisplay(Console &console, const DownloadSession &session, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, &ProgressDisplay::draw);
    connect(&session, &DownloadSession::flagFinished, this, [this](const FlagResult &result) {
        m_latestCode = result.country.code;
        m_waits.end(m_latestCode);
    });
    connect(&session, &DownloadSession::retryScheduled, this,
        [this](const QString &code, std::chrono::milliseconds duration) {
            m_waits.begin(code, duration, SteadyTime::clock::now());
        });
    m_timer.start(100ms);
}

ProgressDisplay::~ProgressDisplay()
{
    m_console.printErrorRaw("\r\x1b[K");
}

void ProgressDisplay::draw()
{
    // The last column stays free: some terminals start a new line after a character there.
    const QString line = progressLine(
        m_session.progress(), m_latestCode, m_waits.longest(SteadyTime::clock::now()), m_console.width() - 1);
    m_console.printErrorRaw('\r' + line.toUtf8() + "\x1b[K");
}
