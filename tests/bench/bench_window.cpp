// Measures how responsive the window is during a download of all flags: a timer of one millisecond on the GUI
// thread shows how long its event loop blocked. Prints a Markdown table.

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/language/translation.h"
#include "app/session/downloadsession.h"
#include "app/sources/sourcelist.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// Records the intervals of a timer of one millisecond. Time beyond that was spent in other work of the event
/// loop.
class Heartbeat final
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
            [this] { m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6), m_since.start(); });
    }

    void start()
    {
        m_since.start();
        m_timer.start(1);
    }

    [[nodiscard]] std::vector<double> stop()
    {
        m_timer.stop();
        std::ranges::sort(m_gaps);
        return m_gaps;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps; // milliseconds
};

class PaintCounter final : public QObject
{
public:
    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++count;
        return false;
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    installTranslation(application);
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());

    const Catalogue catalogue;
    const SourceList sources = SourceList::shipped();
    BuiltinServers servers({});
    DownloadSession session(catalogue, servers);
    WindowOptions options;
    options.ticked = everyPairOfLetters();
    options.folder = folder.filePath(u"flags"_s);
    options.conflict = ConflictPolicy::Overwrite;
    MainWindow window(session, catalogue, sources, servers, options);
    PaintCounter paints;
    window.resize(1400, 900);
    window.show();

    Heartbeat heartbeat;
    QElapsedTimer sinceClick;
    qint64 firstFlag = -1;
    qint64 lastFlag = -1;
    QObject::connect(&session, &DownloadSession::flagFinished, &window, [&](const FlagResult &result) {
        if (result.state != FlagState::Saved)
            return;
        lastFlag = sinceClick.elapsed();
        if (firstFlag < 0)
            firstFlag = lastFlag;
    });
    QTimer::singleShot(1500, &window, [&] {
        for (QWidget *widget : window.findChildren<QWidget *>())
            widget->installEventFilter(&paints);
        heartbeat.start();
        sinceClick.start();
        for (auto *button : window.findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
    });
    int saved = 0;
    QObject::connect(&session, &DownloadSession::finished, &window, [&](const SessionReport &report) {
        saved = report.progress.saved;
        QTimer::singleShot(
            500, &application, &QApplication::quit); // time to paint and fade in the last cells
    });
    QTimer::singleShot(60'000, &application, [] { QApplication::exit(1); });
    if (QApplication::exec() != 0)
        return 1;

    const auto gaps = heartbeat.stop();
    const auto percentile
        = [&gaps](double share) { return gaps[std::size_t(double(gaps.size() - 1) * share)]; };
    QTextStream out(stdout);
    out << "## The window\n\n"
        << "| flags | first flag, ms | last flag, ms | longest gap, ms | 99th percentile, ms | widgets "
           "painted |\n"
        << "|---:|---:|---:|---:|---:|---:|\n"
        << QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
               .arg(saved)
               .arg(firstFlag)
               .arg(lastFlag)
               .arg(gaps.back(), 0, 'f', 1)
               .arg(percentile(0.99), 0, 'f', 1)
               .arg(paints.count);
    return 0;
}
