#include "app/terminal/progressdisplay.h"

#include "app/session/downloadsession.h"
#include "app/terminal/console.h"
#include "app/terminal/progressline.h"

using namespace std::chrono_literals;

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
    // The last column stays free: a character there would make some terminals begin a new line.
    const QString line = progressLine(
        m_session.progress(), m_latestCode, m_waits.longest(SteadyTime::clock::now()), m_console.width() - 1);
    m_console.printErrorRaw('\r' + line.toUtf8() + "\x1b[K");
}
