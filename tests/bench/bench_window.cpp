// Measures the window: the CPU time of the GUI thread for each turn of its event loop, for an idle control
// window and during a download of all flags while the grid scrolls, without and with the timeline; what the
// timeline costs to draw; how long the program takes to paint its window, compared with an empty window of
// Qt; what the open window costs while it is not used; and how long the program takes to end. Prints Markdown
// tables.

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/language/translation.h"
#include "app/session/sessionthread.h"
#include "app/sources/sourcelist.h"
#include "tests/bench/idleprocess.h"
#include "tests/bench/loopturns.h"
#include "tests/bench/startup.h"
#include "tests/bench/timelinepage.h"
#include "ui/grid/flaggrid.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize windowSize(1400, 900);
constexpr auto frame = 16ms;
// Then the window has all its memory. An idle process may lose it to the system.
constexpr auto warmUp = 2s;
constexpr int startsOfEach = 9;

/// The value at a share of the sorted values, such as 0.99.
double percentile(const std::vector<double> &sorted, double share)
{
    return sorted.empty() ? 0 : sorted[std::size_t(double(sorted.size() - 1) * share)];
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return percentile(values, 0.5);
}

QString fixed(double number, int digits)
{
    return QString::number(number, 'f', digits);
}

void print(const QStringList &lines)
{
    QTextStream out(stdout);
    for (const QString &line : lines)
        out << line << '\n';
}

QString turnsRow(const QString &what, const std::vector<double> &turns)
{
    return u"| %1 | %2 | %3 | %4 | %5 |"_s.arg(what)
        .arg(turns.size())
        .arg(fixed(percentile(turns, 0.5), 3), fixed(percentile(turns, 0.99), 2),
            fixed(percentile(turns, 1), 2));
}

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

/// Scrolls the grid up and down, from its top to its end in about three seconds.
class Scroller final
{
public:
    explicit Scroller(const FlagGrid &grid)
        : m_bar(*grid.verticalScrollBar())
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
    }

    void start()
    {
        m_since.start();
        m_timer.start(frame);
    }
    /// Forgets the steps before.
    void measure()
    {
        m_since.start();
        m_gaps.clear();
    }
    /// The time between two steps, in milliseconds, the shortest first.
    [[nodiscard]] std::vector<double> gaps() const
    {
        std::vector<double> sorted = m_gaps;
        std::ranges::sort(sorted);
        return sorted;
    }

private:
    void step()
    {
        m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
        constexpr int pixels = 60; // a quick turn of the wheel
        if (m_bar.value() == m_bar.maximum())
            m_direction = -1;
        else if (m_bar.value() == m_bar.minimum())
            m_direction = 1;
        m_bar.setValue(m_bar.value() + m_direction * pixels);
    }

    QScrollBar &m_bar;
    QTimer m_timer;
    int m_direction = 1;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

/// An empty widget that repaints itself for each frame. Its longest turn shows what the computer adds to a
/// turn.
std::vector<double> measureControlWindow()
{
    QWidget window;
    window.resize(windowSize);
    window.show();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &window, qOverload<>(&QWidget::update));
    LoopTurns turns;
    timer.start(frame);
    QTimer::singleShot(warmUp, &window, [&turns] { turns.start(); });
    QTimer::singleShot(warmUp + 3s, qApp, &QCoreApplication::quit);
    QApplication::exec();
    return turns.stop();
}

struct DownloadFigures
{
    int saved = 0;
    qint64 firstFlag = -1; // ms after the click
    qint64 lastFlag = -1; // ms
    int paints = 0;
    std::vector<double> scrollGaps; // ms
    std::vector<double> turns; // CPU ms
};

void clickDownload(const QWidget &window)
{
    for (auto *button : window.findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
}

std::optional<DownloadFigures> measureDownload(const QString &folder, bool isTimelineShown)
{
    const Catalogue catalogue;
    const SourceList sources = SourceList::shipped();
    BuiltinServers servers({});
    const SessionThread thread(catalogue, servers);
    WindowOptions options;
    options.ticked = everyPairOfLetters();
    options.folder = folder;
    options.conflict = ConflictPolicy::Overwrite;
    MainWindow window(thread.session(), catalogue, sources, servers, options);
    window.resize(windowSize);
    window.show();
    window.findChild<TimelinePanel *>()->toggle()->setChecked(isTimelineShown);

    DownloadFigures figures;
    LoopTurns turns;
    PaintCounter paints;
    Scroller scroller(*window.findChild<FlagGrid *>());
    QElapsedTimer sinceClick;
    QObject::connect(&window.session(), &SessionClient::flagFinished, &window, [&](const FlagResult &result) {
        if (result.state != FlagState::Saved)
            return;
        figures.lastFlag = sinceClick.elapsed();
        if (figures.firstFlag < 0)
            figures.firstFlag = figures.lastFlag;
    });
    scroller.start();
    QTimer::singleShot(warmUp, &window, [&] {
        for (QWidget *widget : window.findChildren<QWidget *>())
            widget->installEventFilter(&paints);
        scroller.measure();
        sinceClick.start();
        turns.start();
        // A click of a user is an event of its own.
        QTimer::singleShot(0, &window, [&window] { clickDownload(window); });
    });
    QObject::connect(&window.session(), &SessionClient::finished, &window, [&](const SessionReport &report) {
        figures.saved = report.progress.saved;
        QTimer::singleShot(500ms, qApp, &QCoreApplication::quit); // paints and fades in the last cells
    });
    QTimer::singleShot(60s, qApp, [] { QCoreApplication::exit(1); });
    if (QApplication::exec() != 0)
        return {};
    figures.turns = turns.stop();
    figures.paints = paints.count;
    figures.scrollGaps = scroller.gaps();
    return figures;
}

bool printTurns(const QString &folder)
{
    const std::vector<double> control = measureControlWindow();
    const auto download = measureDownload(folder, false);
    const auto withTimeline = measureDownload(folder + u"-timeline"_s, true);
    if (!download || !withTimeline)
        return false;
    if (download->saved == 0 || withTimeline->saved == 0) {
        qCritical("No flag was saved, so there is nothing to measure.");
        return false;
    }
    const auto row = [](const QString &name, const DownloadFigures &figures) {
        return u"| %1 | %2 | %3 | %4 | %5 | %6 | %7 |"_s.arg(name)
            .arg(figures.saved)
            .arg(figures.firstFlag)
            .arg(figures.lastFlag)
            .arg(figures.paints)
            .arg(fixed(percentile(figures.scrollGaps, 0.99), 1), fixed(percentile(figures.scrollGaps, 1), 1));
    };
    print({u"### Turns of the event loop"_s, {},
        u"| window | turns | median, CPU ms | 99th percentile, CPU ms | longest, CPU ms |"_s,
        u"|---|---:|---:|---:|---:|"_s, turnsRow(u"empty, repainted for each frame"_s, control),
        turnsRow(u"676 codes arrive while the grid scrolls"_s, download->turns),
        turnsRow(u"the same, with the timeline"_s, withTimeline->turns), {},
        u"| window | flags | first flag, ms | last flag, ms | widgets painted | 99th percentile between two "
        u"steps of "
        "scrolling, ms | longest, ms |"_s,
        u"|---|---:|---:|---:|---:|---:|---:|"_s, row(u"without the timeline"_s, *download),
        row(u"with the timeline"_s, *withTimeline), {}});
    return true;
}

/// The settings and the cache of fonts are in `home`.
QProcessEnvironment environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    for (const auto variable : {"XDG_CONFIG_HOME"_L1, "XDG_CACHE_HOME"_L1, "XDG_DATA_HOME"_L1})
        environment.remove(variable);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home); // without it, Qt prints a warning
    return environment;
}

/// The first start of each program, which fills the cache of fonts, does not count.
bool printFirstPaint(const QProcessEnvironment &environment)
{
    std::vector<double> emptyWall;
    std::vector<double> emptyCpu;
    std::vector<double> wall;
    std::vector<double> cpu;
    std::vector<double> wallRatios;
    std::vector<double> cpuRatios;
    for (int turn = -1; turn < startsOfEach; ++turn) {
        const auto empty = measureFirstPaint(
            QStringLiteral(BENCH_EMPTY_WINDOW), QStringLiteral(BENCH_FIRST_PAINT), environment);
        const auto program = measureFirstPaint(
            QStringLiteral(FLAGFETCH_PROGRAM), QStringLiteral(BENCH_FIRST_PAINT), environment);
        if (!empty || !program)
            return false;
        if (turn < 0)
            continue;
        emptyWall.push_back(empty->wall);
        emptyCpu.push_back(empty->cpu);
        wall.push_back(program->wall);
        cpu.push_back(program->cpu);
        wallRatios.push_back(program->wall / empty->wall);
        cpuRatios.push_back(program->cpu / empty->cpu);
    }
    print({u"### First paint"_s, {}, u"Medians of %1 starts each, in turns."_s.arg(startsOfEach), {},
        u"| | empty window, ms | Flagfetch, ms | ratio |"_s, u"|---|---:|---:|---:|"_s,
        u"| from the start of the process | %1 | %2 | %3 |"_s.arg(
            fixed(median(emptyWall), 1), fixed(median(wall), 1), fixed(median(wallRatios), 2)),
        u"| CPU time of all threads | %1 | %2 | %3 |"_s.arg(
            fixed(median(emptyCpu), 1), fixed(median(cpu), 1), fixed(median(cpuRatios), 2)),
        {}});
    return true;
}

/// The window shows a folder with all flags.
bool printIdle(const QString &home, const QProcessEnvironment &environment)
{
    const QString folder = home + u"/album"_s;
    QProcess download;
    download.setProcessEnvironment(environment);
    download.start(QStringLiteral(FLAGFETCH_PROGRAM), {u"--headless"_s, u"--all"_s, u"--output"_s, folder});
    if (!download.waitForFinished(60'000) || download.exitCode() != 0)
        return false;
    const auto empty = measureIdle(QStringLiteral(BENCH_EMPTY_WINDOW), {}, environment);
    const auto program = measureIdle(QStringLiteral(FLAGFETCH_PROGRAM), {u"--output"_s, folder}, environment);
    if (!empty || !program)
        return false;
    const auto row = [](const QString &name, const IdleProcess &idle) {
        return u"| %1 | %2 | %3 | %4 |"_s.arg(
            name, fixed(idle.wakeUpsPerSecond, 1), fixed(idle.residentMiB, 1), fixed(idle.closing, 0));
    };
    print(
        {u"### Idle window"_s, {}, u"A folder with all flags, seconds after the start, on one window each."_s,
            {}, u"| window | wake-ups a second | resident MiB | from SIGTERM to the end, ms |"_s,
            u"|---|---:|---:|---:|"_s, row(u"empty, ends without cleaning up"_s, *empty),
            row(u"Flagfetch"_s, *program)});
    return true;
}

bool printEnd(const QProcessEnvironment &environment)
{
    std::vector<double> times;
    for (int turn = 0; turn < startsOfEach; ++turn) {
        const auto time = measureEnd(QStringLiteral(FLAGFETCH_PROGRAM), environment);
        if (!time)
            return false;
        times.push_back(*time);
    }
    print({u"### End"_s, {}, u"| | median, ms | longest, ms |"_s, u"|---|---:|---:|"_s,
        u"| idle, from the signal to the end of the process | %1 | %2 |"_s.arg(
            fixed(median(times), 1), fixed(*std::ranges::max_element(times), 1))});
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as app/main.cpp does
    qputenv("FLAGFETCH_RENDER", BENCH_RENDER_PROGRAM);
    const QApplication application(argc, argv);
    installTranslation(*qApp);
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());

    const QStringList parts = QCoreApplication::arguments().mid(1);
    const auto isWanted = [&parts](const QString &part) { return parts.isEmpty() || parts.contains(part); };
    print({u"## The window"_s, {}});
    if (isWanted(u"turns"_s) && !printTurns(folder.filePath(u"flags"_s)))
        return 1;
    if (isWanted(u"timeline"_s))
        print(timelinePageTable());
    const QProcessEnvironment environment = environmentIn(folder.path());
    if (isWanted(u"first-paint"_s) && !printFirstPaint(environment))
        return 1;
    if (isWanted(u"end"_s) && !printEnd(environment))
        return 1;
    if (isWanted(u"idle"_s) && !printIdle(folder.path(), environment))
        return 1;
    return 0;
}
