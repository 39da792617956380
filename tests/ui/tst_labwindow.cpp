#include "app/builtin/picturefolders.h"
#include "app/measuring/conclusion.h"
#include "tests/support/testprogram.h"
#include "tests/ui/palettes.h"
#include "tests/ui/windowsession.h"
#include "ui/lab/labchart.h"
#include "ui/lab/labexport.h"
#include "ui/lab/labform.h"
#include "ui/lab/labresults.h"
#include "ui/lab/labwindow.h"
#include "ui/lesson/runningactivity.h"
#include "ui/look/remarklabel.h"
#include "ui/look/stateappearance.h"
#include "ui/look/textwidgets.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/phaselook.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QXmlStreamReader>

#include <cmath>

using namespace std::chrono_literals;

/// The window of the concurrency lab.
class TestLabWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keyOpensOneWindow();
    void runDrawsAPointForEachLimit();
    void conclusionIsShownAndAccessible();
    void tableIsCopied();
    void badLimitsAreExplained();
    void settingsAreRemembered();
    void invalidSettingsBecomeDefaults();
    void unknownSourceBecomesTheDefault();
    void tickedCountriesAreMeasured();
    void choiceOfTickedCountriesIsKept();
    void expectedTimeFollowsTheTicks();
    void runReadsTheTicks();
    void serverFieldsAreOnlyForTheSlowSource();
    void cancelKeepsWhatIsComplete();
    void closingInMidRunEndsIt();
    void operationOfTheWindowBlocksTheLab();
    void missingPicturesAreExplained();
    void exportedFilesAreValid();
    void pictureIsDrawnWhenAFileIsChosen();
    void fileOfASetIsNotReplaced();
    void chartFollowsThePalette_data();
    void chartFollowsThePalette();
    void idealIsAStraightLineToTheHighestLimit();
    void oldLabelsDisappear();
    void slowRunsStayInTheChart_data();
    void slowRunsStayInTheChart();
    void limitInEffectIsShown();
    void everyControlHasANameAndAToolTip();
    void narrowWindowStacksTheCharts();

private:
    [[nodiscard]] std::unique_ptr<LabWindow> opened(const LabSettings &settings);
    /// With these limits, two flags, and short delays.
    [[nodiscard]] std::unique_ptr<LabWindow> openedFast(const QList<int> &limits);
    /// Measures m_ticked with one limit, and each response after `delay` ms.
    [[nodiscard]] std::unique_ptr<LabWindow> openedForTicked(int limit, int delay);
    [[nodiscard]] static QPushButton *button(const QWidget &window, const QString &text);
    static void measure(const LabWindow &window);

    std::unique_ptr<WindowFolders> m_home;
    const Catalogue m_catalogue;
    std::unique_ptr<SourceRegistry> m_registry;
    RunningActivity m_activity;
    QList<Country> m_ticked; // in the main window
};

namespace {

bool isIdle(const LabWindow &window)
{
    return window.measurement().state() == LimitMeasurement::State::Idle;
}

Measurement measuredWith(const QList<int> &limits)
{
    Measurement measurement{.sourceLimit = 5};
    for (const int limit : limits)
        measurement.runs.append({.limit = limit,
            .effectiveLimit = limit,
            .elapsed = 8000ms / limit,
            .summedTime = 8s,
            .requests = 40,
            .mostInFlight = limit,
            .fetched = 20});
    return measurement;
}

} // namespace

void TestLabWindow::init()
{
    m_home = std::make_unique<WindowFolders>();
    m_ticked.clear();
    m_registry = std::make_unique<SourceRegistry>(
        SourceList::shipped(), OwnSources(), QList<Source>(), m_home->path(u"sources.json"_s));
}

std::unique_ptr<LabWindow> TestLabWindow::opened(const LabSettings &settings)
{
    settings.store();
    auto window = std::make_unique<LabWindow>(LabContext{.catalogue = m_catalogue,
        .registry = *m_registry,
        .picturesFolder = {},
        .transfer = {},
        .activity = m_activity,
        .ticked = [this] { return m_ticked; }});
    window->show();
    return window;
}

std::unique_ptr<LabWindow> TestLabWindow::openedForTicked(int limit, int delay)
{
    LabSettings settings;
    settings.usesTicked = true;
    settings.limits = {limit};
    settings.delay = delay;
    settings.jitter = 0;
    return opened(settings);
}

std::unique_ptr<LabWindow> TestLabWindow::openedFast(const QList<int> &limits)
{
    LabSettings settings;
    settings.limits = limits;
    settings.flags = 2;
    settings.delay = 30; // long enough that the requests overlap
    settings.jitter = 0;
    return opened(settings);
}

QPushButton *TestLabWindow::button(const QWidget &window, const QString &text)
{
    const auto buttons = window.findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

void TestLabWindow::measure(const LabWindow &window)
{
    QTest::mouseClick(button(window, u"&Run"_s), Qt::LeftButton);
    QVERIFY(!isIdle(window));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(window), 30'000);
}

void TestLabWindow::keyOpensOneWindow()
{
    WindowSession session(m_home->options({u"BR"_s}));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F8, Qt::ControlModifier);
    QPointer<LabWindow> window = session.part<LabWindow>();
    QTRY_COMPARE(QApplication::activeWindow(), window.data());
    session.window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &session.window);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F8, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::activeWindow(), window.data());
    QCOMPARE(session.window.findChildren<LabWindow *>().size(), 1);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QVERIFY(session.window.isVisible());
}

void TestLabWindow::runDrawsAPointForEachLimit()
{
    const auto window = openedFast({1, 2, 8});
    QVERIFY(!button(*window, u"Export"_s)->isEnabled());
    measure(*window);
    const Measurement &measurement = window->measurement().measurement();
    QCOMPARE(measurement.runs.size(), 3);
    const auto charts = window->findChildren<LabChart *>();
    QCOMPARE(charts.size(), 2);
    for (const LabChart *chart : charts) {
        const QList<QPointF> points = chart->points();
        QCOMPARE(points.size(), 3);
        QCOMPARE(points.at(0).x(), 0.0);
        QCOMPARE(points.at(2).x(), 3.0);
        QVERIFY(points.at(1).y() > 0);
        QVERIFY(!chart->idealPoints().isEmpty());
    }
    QCOMPARE(charts.last()->points().first().y(), 1.0); // the speed-up of one after another
    const auto *table = window->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(2, LabModel::LimitColumn).data().toString(), u"8"_s);
    QCOMPARE(table->model()->index(2, LabModel::InFlightColumn).data().toString(), u"4"_s);
    QCOMPARE(table->model()->index(2, LabModel::FetchedColumn).data().toString(), u"2"_s);
    QVERIFY(button(*window, u"Export"_s)->isEnabled());
    QVERIFY(button(*window, u"&Run"_s)->hasFocus());
}

void TestLabWindow::conclusionIsShownAndAccessible()
{
    const auto window = openedFast({1, 100});
    measure(*window);
    const auto *results = window->findChild<LabResults *>();
    QCOMPARE(results->conclusion(), conclusionText(conclude(window->measurement().measurement())));
    QVERIFY(results->conclusion().endsWith(u'.'));
    for (const LabChart *chart : window->findChildren<LabChart *>())
        QVERIFY(chart->accessibleDescription().contains(u"100: "_s));
}

void TestLabWindow::tableIsCopied()
{
    const auto window = openedFast({1, 2});
    measure(*window);
    auto *table = window->findChild<QTableView *>();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith(u"Limit\tTime\tIdeal\t"_s));
    QVERIFY(lines.at(2).startsWith(u"2\t"_s));
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).startsWith(u"2\t"_s));
}

void TestLabWindow::badLimitsAreExplained()
{
    const auto window = opened({});
    auto *limits = window->findChild<LabForm *>()->limits();
    const auto *problem = window->findChild<ProblemText *>();
    QVERIFY(problem->text().isEmpty());
    limits->setText(u"1, x"_s);
    QVERIFY(problem->text().contains(u"whole numbers from 1 to 1000"_s));
    QVERIFY(!button(*window, u"&Run"_s)->isEnabled());
    QCOMPARE(limits->accessibleDescription(), problem->text());
    limits->setText(u"2, 1"_s);
    QVERIFY(problem->text().isEmpty());
    QVERIFY(button(*window, u"&Run"_s)->isEnabled());
}

void TestLabWindow::settingsAreRemembered()
{
    LabSettings settings;
    settings.sourceId = u"builtin-slow"_s;
    settings.limits = {3, 7};
    settings.flags = 12;
    settings.delay = 150;
    settings.jitter = 40;
    settings.errors = 5;
    settings.capacity = 4;
    settings.seed = 99;
    {
        const auto window = opened(settings);
        QVERIFY(window->findChild<LabForm *>()->settings() == settings);
        window->findChild<LabForm *>()->limits()->setText(u"5"_s);
        window->close();
    }
    settings.limits = {5};
    QVERIFY(LabSettings::load() == settings);
    const FaultSettings faults = settings.faults();
    QCOMPARE(faults.shortestDelay, 110ms);
    QCOMPARE(faults.longestDelay, 190ms);
    QCOMPARE(faults.errorRate, 0.05);
    QCOMPARE(faults.capacity, 4);
}

void TestLabWindow::invalidSettingsBecomeDefaults()
{
    QSettings stored;
    stored.setValue(u"lab/limits"_s, u"many"_s);
    stored.setValue(u"lab/flags"_s, -3);
    stored.setValue(u"lab/delay"_s, u"x"_s);
    stored.setValue(u"lab/capacity"_s, 5000);
    stored.setValue(u"lab/ticked"_s, u"maybe"_s);
    stored.sync();
    QVERIFY(LabSettings::load() == LabSettings());
}

void TestLabWindow::unknownSourceBecomesTheDefault()
{
    LabSettings settings;
    settings.sourceId = u"of-another-file"_s;
    QVERIFY(opened(settings)->findChild<LabForm *>()->settings() == LabSettings());
}

void TestLabWindow::tickedCountriesAreMeasured()
{
    const auto window = openedFast({1});
    auto *ticked = window->findChild<QCheckBox *>();
    QVERIFY(!ticked->isEnabled());
    m_ticked
        = {m_catalogue.countryFor(u"DE"_s), m_catalogue.countryFor(u"FR"_s), m_catalogue.countryFor(u"JP"_s)};
    window->updateTicked();
    QVERIFY(ticked->isEnabled());
    ticked->click();
    QVERIFY(!window->findChild<QSpinBox *>()->isEnabled());
    measure(*window);
    QCOMPARE(window->measurement().measurement().runs.first().fetched, 3);
    m_ticked.clear();
    window->updateTicked();
    QVERIFY(!ticked->isChecked());
}

void TestLabWindow::choiceOfTickedCountriesIsKept()
{
    LabSettings settings;
    settings.usesTicked = true;
    opened(settings)->close(); // nothing is ticked
    QVERIFY(LabSettings::load().usesTicked);
}

void TestLabWindow::expectedTimeFollowsTheTicks()
{
    m_ticked = {m_catalogue.countryFor(u"DE"_s), m_catalogue.countryFor(u"FR"_s)};
    const auto window = openedForTicked(1, 500);
    const auto *status = window->findChild<RemarkLabel *>();
    QVERIFY2(status->text().contains(u"about 2 seconds"_s) || status->text().contains(u"about 2 second(s)"_s),
        qPrintable(status->text()));
    m_ticked += m_catalogue.countryFor(u"JP"_s);
    window->updateTicked();
    QVERIFY2(status->text().contains(u"about 3 second"_s), qPrintable(status->text()));
}

void TestLabWindow::runReadsTheTicks()
{
    m_ticked = {m_catalogue.countryFor(u"DE"_s)};
    const auto window = openedForTicked(5, 10);
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    m_ticked = {m_catalogue.countryFor(u"FR"_s), m_catalogue.countryFor(u"JP"_s)};
    measure(*window);
    QCOMPARE(window->measurement().measurement().runs.first().fetched, 2);
}

void TestLabWindow::serverFieldsAreOnlyForTheSlowSource()
{
    const auto window = opened({});
    auto *source = window->findChild<QComboBox *>();
    const auto *server = window->findChild<QGroupBox *>();
    QVERIFY(server->isVisible());
    source->setCurrentIndex(0); // the plain built-in source
    QVERIFY(!server->isVisible());
    QCOMPARE(window->findChild<LabForm *>()->source().embedded, Embedded::Plain);
    for (const LabChart *chart : window->findChildren<LabChart *>())
        QVERIFY(!chart->showsSourceLimit());
}

void TestLabWindow::cancelKeepsWhatIsComplete()
{
    LabSettings settings;
    settings.flags = 3;
    settings.delay = 150;
    settings.jitter = 0;
    settings.capacity = 1;
    settings.limits = {4, 5};
    const auto window = opened(settings);
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QSignalSpy completed(&window->measurement(), &LimitMeasurement::runFinished);
    QTRY_VERIFY(button(*window, u"&Run"_s)->hasFocus());
    QTest::keyClick(window->focusWidget(), Qt::Key_Return);
    QVERIFY(button(*window, u"&Cancel"_s)->hasFocus());
    QTRY_VERIFY_WITH_TIMEOUT(completed.size() == 1, 20'000);
    QTest::keyClick(window.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(isIdle(*window));
    QVERIFY(window->findChild<LabResults *>()->conclusion().startsWith(u"Cancelled."_s));
    QCOMPARE(window->findChild<LabChart *>()->points().size(), 1);
}

void TestLabWindow::closingInMidRunEndsIt()
{
    LabSettings settings;
    settings.delay = 2000;
    auto window = opened(settings);
    window->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<LabWindow> guard(window.release());
    QSignalSpy started(&guard->measurement(), &LimitMeasurement::runStarted);
    QTest::mouseClick(button(*guard, u"&Run"_s), Qt::LeftButton);
    QTRY_COMPARE(started.size(), 1);
    guard->close();
    QTRY_VERIFY(!guard);
}

void TestLabWindow::operationOfTheWindowBlocksTheLab()
{
    LabSettings settings;
    settings.delay = 2000;
    settings.store();
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F8, Qt::ControlModifier);
    const auto *lab = session.part<LabWindow>();
    QVERIFY(button(*lab, u"&Run"_s)->isEnabled());
    QTest::mouseClick(button(*lab, u"&Run"_s), Qt::LeftButton);
    QVERIFY(!isIdle(*lab));
    session.press();
    QTRY_VERIFY(session.downloads.isRunning());
    QTRY_VERIFY(isIdle(*lab));
    QVERIFY(lab->findChild<LabResults *>()->conclusion().contains(u"has started in the main window"_s));
    QVERIFY(!button(*lab, u"&Run"_s)->isEnabled());
    QTest::mouseClick(session.cancel(), Qt::LeftButton);
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(button(*lab, u"&Run"_s)->isEnabled());
}

void TestLabWindow::missingPicturesAreExplained()
{
    LabWindow window({.catalogue = m_catalogue,
        .registry = *m_registry,
        .picturesFolder = m_home->path(u"nowhere"_s),
        .transfer = {},
        .activity = m_activity});
    window.show();
    measure(window);
    QCOMPARE(window.findChild<LabResults *>()->conclusion(),
        failureText(picturesMissing(m_home->path(u"nowhere"_s)), {}));
}

void TestLabWindow::exportedFilesAreValid()
{
    LabResults results;
    results.resize(900, 600);
    results.begin({1, 2, 5}, 5);
    results.setMeasurement(measuredWith({1, 2, 5}));
    results.setConclusion(u"What it shows."_s);
    results.show();
    QVERIFY(QTest::qWaitForWindowExposed(&results));

    const LabPicture picture = results.picture();
    const QImage image = QImage::fromData(contentOf(picture, LabFormat::Png)().value(), "PNG");
    QVERIFY(image.width() > 2 * 600 && image.height() > 2 * 100);
    const QByteArray svg = contentOf(picture, LabFormat::Svg)().value();
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(svg.contains("What it shows."));
    QVERIFY(!svg.contains("<image")); // lines, not a picture of them
    QVERIFY(contentOf(picture, LabFormat::Csv)().value().startsWith("limit,ms,"));

    LabExport exporting(results);
    QSignalSpy notices(&exporting, &LabExport::notice);
    exporting.write([] { return QByteArray("content"); }, m_home->path(u"limits.csv"_s));
    QTRY_COMPARE(notices.size(), 1);
    QFile file(m_home->path(u"limits.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("content"));
}

void TestLabWindow::pictureIsDrawnWhenAFileIsChosen()
{
    const QString path = m_home->path(u"limits.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("older") == 5 && file.flush());
    QWidget window;
    LabExport exporting(window);
    QSignalSpy notices(&exporting, &LabExport::notice);
    QSignalSpy errors(&exporting, &LabExport::error);
    LabChart chart(LabChart::Quantity::Time);
    int drawn = 0;
    const auto shown = [&] {
        ++drawn;
        chart.resize(200, 17'000); // twice as many pixels are too many
        return LabPicture{.charts = {&chart}, .title = u"Title"_s, .conclusion = {}, .measurement = {}};
    };
    exporting.choose(shown, LabFormat::Png);
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(drawn, 0);
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(drawn, 1);
    QTRY_COMPARE(errors.size(), 1);
    QVERIFY(errors.first().first().toString().contains(u" × 34,"_s));
    QVERIFY(notices.isEmpty());
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), QByteArray("older"));
    QCOMPARE(QFileInfo(path).size(), 5);
    dialog->close();
}

void TestLabWindow::fileOfASetIsNotReplaced()
{
    WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(m_home->files().size(), 1, 20'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    const QString path = m_home->path(u"flags/"_s + m_home->files().first());
    QWidget window;
    LabExport exporting(window);
    QSignalSpy errors(&exporting, &LabExport::error);
    exporting.write([] { return QByteArray("content"); }, path);
    QTRY_COMPARE(errors.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() != QByteArray("content"));
}

void TestLabWindow::chartFollowsThePalette_data()
{
    palettes::addRows();
}

void TestLabWindow::chartFollowsThePalette()
{
    QFETCH(const QPalette, palette);
    LabChart chart(LabChart::Quantity::SpeedUp);
    chart.setPalette(palette);
    const QColor base = palette.color(QPalette::Base);
    QCOMPARE(chart.chart()->backgroundBrush().color(), base);
    QCOMPARE(chart.chart()->titleBrush().color(), palette.color(QPalette::Text));
    QSet<int> dashes;
    const auto series = chart.chart()->series();
    for (const QAbstractSeries *each : series) {
        const auto *line = qobject_cast<const QXYSeries *>(each);
        if (each->type() != QAbstractSeries::SeriesTypeLine)
            continue;
        QVERIFY(contrastRatio(line->pen().color(), base) >= 3);
        dashes.insert(int(line->pen().style()));
    }
    QCOMPARE(dashes.size(), 3); // no two lines differ in colour only
}

void TestLabWindow::idealIsAStraightLineToTheHighestLimit()
{
    LabChart chart(LabChart::Quantity::SpeedUp);
    chart.setMeasurement(measuredWith({1, 2, 5}), {1, 2, 5, 64});
    QCOMPARE(chart.idealPoints().first(), QPointF(0, 1));
    QCOMPARE(chart.idealPoints().last(), QPointF(6, 64));
    for (const QPointF &point : chart.idealPoints())
        QVERIFY(std::abs(std::log2(point.y()) - point.x()) < 1e-9);
    QVERIFY(chart.showsSourceLimit());
    QCOMPARE(chart.points().last().y(), 5.0);

    LabChart time(LabChart::Quantity::Time);
    time.setMeasurement(measuredWith({1, 2, 5}), {1, 2, 5, 64});
    QCOMPARE(time.idealPoints().first().y(), 8.0);
    QCOMPARE(time.idealPoints().last().y(), 0.125);
}

// The labels of the first and the last point reach out of the rectangle between the axes.
void TestLabWindow::oldLabelsDisappear()
{
    const auto runOf = [](int limit, std::chrono::milliseconds elapsed) {
        return MeasuredRun{.limit = limit, .effectiveLimit = limit, .elapsed = elapsed, .fetched = 20};
    };
    LabChart chart(LabChart::Quantity::Time);
    chart.resize(400, 480);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const auto isShown = [&chart] {
        const QImage shown = chart.screen()->grabWindow(chart.winId()).toImage();
        return shown.convertToFormat(QImage::Format_RGB32)
            == chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
    };
    chart.setMeasurement({.runs = {runOf(1, 409ms), runOf(1000, 338ms)}}, {1, 1000});
    QTRY_VERIFY(isShown());
    chart.setMeasurement({.runs = {runOf(1, 69ms)}}, {1, 7, 1000});
    QTRY_VERIFY(isShown());
}

void TestLabWindow::slowRunsStayInTheChart_data()
{
    QTest::addColumn<int>("times"); // slower than one at a time
    QTest::addColumn<double>("expected");
    QTest::newRow("3 times") << 3 << 0.33;
    QTest::newRow("100 times") << 100 << 0.01;
    QTest::newRow("a million times") << 1'000'000 << 0.001;
}

void TestLabWindow::slowRunsStayInTheChart()
{
    QFETCH(const int, times);
    QFETCH(const double, expected);
    Measurement measurement = measuredWith({1, 2});
    measurement.runs.last().elapsed = 8000ms * times;
    LabChart chart(LabChart::Quantity::SpeedUp);
    chart.setMeasurement(measurement, {1, 2});
    QCOMPARE(chart.points().size(), 2);
    QCOMPARE(chart.points().last().y(), expected);
    const auto *axis = qobject_cast<const QLogValueAxis *>(chart.chart()->axes(Qt::Vertical).first());
    QVERIFY(axis->min() > 0 && axis->min() < expected);
}

void TestLabWindow::limitInEffectIsShown()
{
    Measurement measurement = measuredWith({1, 8});
    measurement.runs.last().effectiveLimit = 4;
    LabModel model;
    model.setMeasurement(measurement);
    const auto textOf = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(textOf(0, LabModel::LimitColumn), u"1"_s);
    QCOMPARE(textOf(1, LabModel::LimitColumn), u"8 (4 in effect)"_s);
    QCOMPARE(textOf(1, LabModel::IdealColumn), shortDuration(2s));
    LabChart chart(LabChart::Quantity::SpeedUp);
    chart.setMeasurement(measurement, {1, 8, 64});
    QCOMPARE(chart.idealPoints().last().y(), 4.0);
}

void TestLabWindow::everyControlHasANameAndAToolTip()
{
    const auto window = opened({});
    QList<QWidget *> controls = window->findChild<LabForm *>()->findChildren<QWidget *>();
    controls.removeIf([](const QWidget *each) {
        return each->focusPolicy() == Qt::NoFocus || !each->isVisible() || each->inherits("QGroupBox")
            || each->parentWidget()->inherits("QAbstractSpinBox")
            || each->parentWidget()->inherits("QComboBox") || each->inherits("QAbstractItemView");
    });
    QVERIFY(controls.size() >= 9);
    for (QWidget *control : std::as_const(controls)) {
        QVERIFY2(!control->toolTip().isEmpty(), control->metaObject()->className());
        const auto *interface = QAccessible::queryAccessibleInterface(control);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), control->metaObject()->className());
    }
    const auto *model = window->findChild<QTableView *>()->model();
    for (int column = 0; column < LabModel::ColumnCount; ++column) {
        QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().endsWith(u'.'));
    }
    for (const LabChart *chart : window->findChildren<LabChart *>())
        QVERIFY(!chart->accessibleName().isEmpty());
    QVERIFY(!window->findChild<QTableView *>()->accessibleName().isEmpty());
    // A button with another key does not react to the letter that it underlines.
    for (const QAbstractButton *each : window->findChildren<QAbstractButton *>()) {
        const QKeySequence underlined = QKeySequence::mnemonic(each->text());
        QVERIFY2(underlined.isEmpty() || each->shortcut() == underlined, qPrintable(each->text()));
    }
}

void TestLabWindow::narrowWindowStacksTheCharts()
{
    const auto window = opened({});
    const auto charts = window->findChildren<LabChart *>();
    const auto place = [&](int number) { return charts.at(number)->mapTo(window.get(), QPoint()); };
    QTRY_COMPARE(place(0).y(), place(1).y());
    QVERIFY(place(0).x() < place(1).x());
    window->resize(800, 600);
    QTRY_COMPARE(place(0).x(), place(1).x());
    QVERIFY(place(0).y() < place(1).y());
    QCOMPARE(window->size(), QSize(800, 600));
}

FLAGFETCH_TEST(TestLabWindow, Widgets)
#include "tst_labwindow.moc"
