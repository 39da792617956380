#include "tests/support/testprogram.h"
#include "tests/ui/timelinerecords.h"
#include "tests/ui/windowset.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/phaselook.h"
#include "ui/timeline/timelineexport.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelinepanel.h"

#include <QAction>
#include <QFileDialog>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QXmlStreamReader>

using namespace windowset;
using namespace std::chrono_literals;

/// The files that a timeline is stored in.
class TestTimelineExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pngShowsEveryRequest();
    void largePngHasOnePixelForEach();
    void svgIsValidAndHasTexts();
    void tableAndTraceHaveEveryRequest();
    void filesAreWrittenAndReported_data();
    void filesAreWrittenAndReported();
    void tooLargePictureKeepsTheFile();
    void failureIsReported();
    void fileOfSetIsNotReplaced();
    void menuProposesName();

private:
    static TimelinePicture pictureOf(int countries);

    std::unique_ptr<WindowFolders> m_home;
};

void TestTimelineExport::init()
{
    m_home = std::make_unique<WindowFolders>();
}

TimelinePicture TestTimelineExport::pictureOf(int countries)
{
    return {.timeline = timelinerecords::runOf(countries),
        .now = timelinerecords::at(1h),
        .title = u"Test <run> & more"_s,
        .names = {{u"AA"_s, u"Atlantis"_s}},
        .palette = QApplication::palette(),
        .font = QApplication::font()};
}

void TestTimelineExport::pngShowsEveryRequest()
{
    const TimelinePicture picture = pictureOf(20);
    const QImage image = QImage::fromData(pngOf(picture).value(), "png");
    QCOMPARE(image.size(), sizeOf(picture) * 2);
    const QColor receiving = phaseColour(Phase::Receiving, picture.palette);
    int lines = 0; // of bars, one below the other
    bool wasBar = false;
    for (int y = 0; y < image.height(); ++y) {
        bool isBar = false;
        for (int x = image.width() / 8; x < image.width() && !isBar; ++x)
            isBar = image.pixelColor(x, y) == receiving;
        lines += isBar && !wasBar ? 1 : 0;
        wasBar = isBar;
    }
    QVERIFY2(lines >= 40, qPrintable(QString::number(lines))); // and the graph and the legend
}

void TestTimelineExport::largePngHasOnePixelForEach()
{
    const TimelinePicture picture = pictureOf(676);
    const QImage image = QImage::fromData(pngOf(picture).value(), "png");
    QCOMPARE(image.size(), sizeOf(picture));
}

void TestTimelineExport::svgIsValidAndHasTexts()
{
    const TimelinePicture picture = pictureOf(3);
    QXmlStreamReader reader(svgOf(picture));
    QString texts;
    int shapes = 0;
    QString viewBox;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            texts += reader.text();
        if (reader.isStartElement() && reader.name() == "svg"_L1)
            viewBox = reader.attributes().value("viewBox"_L1).toString();
        shapes
            += reader.isStartElement() && (reader.name() == "rect"_L1 || reader.name() == "path"_L1) ? 1 : 0;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    const QSize size = sizeOf(picture);
    QCOMPARE(viewBox, u"0 0 %1 %2"_s.arg(size.width()).arg(size.height()));
    QVERIFY2(texts.contains(u"Atlantis"_s) && texts.contains(u"Test <run> & more"_s), qPrintable(texts));
    QVERIFY2(shapes > 3 * 8, qPrintable(QString::number(shapes)));
}

void TestTimelineExport::tableAndTraceHaveEveryRequest()
{
    const TimelinePicture picture = pictureOf(3);
    const QByteArray table = contentOf(picture, TimelineFormat::Csv).value();
    QCOMPARE(table.trimmed().count('\n'), 6); // the titles and six requests
    const QJsonDocument trace = QJsonDocument::fromJson(contentOf(picture, TimelineFormat::Trace).value());
    QVERIFY(trace.object().contains(u"traceEvents"_s));
}

void TestTimelineExport::filesAreWrittenAndReported_data()
{
    QTest::addColumn<TimelineFormat>("format");
    for (const TimelineFormat format : timelineFormats)
        QTest::newRow(qPrintable(suffixOf(format))) << format;
}

void TestTimelineExport::filesAreWrittenAndReported()
{
    QFETCH(const TimelineFormat, format);
    QWidget parent;
    TimelineExport exporting(parent);
    QSignalSpy notice(&exporting, &TimelineExport::notice);
    QSignalSpy error(&exporting, &TimelineExport::error);
    const QString path = m_home->path(u"timeline."_s + suffixOf(format));
    QVERIFY(write(path, "older"));
    exporting.write(pictureOf(2), format, path);
    QTRY_COMPARE(notice.count(), 1);
    QVERIFY(notice.first().first().toString().contains(QDir::toNativeSeparators(path)));
    QCOMPARE(error.count(), 0);
    QCOMPARE(read(path), contentOf(pictureOf(2), format).value());
}

void TestTimelineExport::tooLargePictureKeepsTheFile()
{
    TimelinePicture picture = pictureOf(676);
    picture.font.setPointSize(40);
    QVERIFY(sizeOf(picture).height() > 32'000);
    QWidget parent;
    TimelineExport exporting(parent);
    QSignalSpy notice(&exporting, &TimelineExport::notice);
    QSignalSpy error(&exporting, &TimelineExport::error);
    const QString path = m_home->path(u"timeline.png"_s);
    QVERIFY(write(path, "older"));
    exporting.write(picture, TimelineFormat::Png, path);
    QTRY_COMPARE(error.count(), 1);
    QVERIFY(error.first().first().toString().contains(u"SVG"_s));
    QCOMPARE(notice.count(), 0);
    QCOMPARE(read(path), QByteArray("older"));
}

void TestTimelineExport::failureIsReported()
{
    QWidget parent;
    TimelineExport exporting(parent);
    QSignalSpy error(&exporting, &TimelineExport::error);
    exporting.write(pictureOf(1), TimelineFormat::Csv, m_home->path(u"missing/timeline.csv"_s));
    QTRY_COMPARE(error.count(), 1);
    QVERIFY2(!error.first().first().toString().isEmpty(), qPrintable(error.first().first().toString()));
}

void TestTimelineExport::fileOfSetIsNotReplaced()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QWidget parent;
    TimelineExport exporting(parent);
    QSignalSpy error(&exporting, &TimelineExport::error);
    const QString path = windowset::path(*m_home, u"flags.json"_s);
    const QByteArray before = read(path);
    exporting.write(pictureOf(1), TimelineFormat::Trace, path);
    QTRY_COMPARE(error.count(), 1);
    QCOMPARE(read(path), before);
}

void TestTimelineExport::menuProposesName()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *panel = session.part<TimelinePanel>();
    panel->toggle()->setChecked(true);
    QTRY_VERIFY(panel->page() != nullptr);
    const auto buttons = panel->page()->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    QVERIFY(!buttons.first()->isEnabled()); // there is nothing to export
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(buttons.first()->isEnabled(), 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    const auto actions = buttons.first()->menu()->actions();
    QCOMPARE(actions.size(), 4);
    actions.at(1)->trigger();
    auto *dialog = session.window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(!dialog->testOption(QFileDialog::DontConfirmOverwrite));
    const QString proposed = QFileInfo(dialog->selectedFiles().value(0)).fileName();
    QVERIFY2(proposed.startsWith(u"timeline-20"_s) && proposed.endsWith(u".svg"_s), qPrintable(proposed));
    const QString path = m_home->path(u"chosen.svg"_s);
    Q_EMIT dialog->fileSelected(path);
    QTRY_VERIFY(read(path).contains("<svg"));
    QTRY_VERIFY2(session.message().contains(u"chosen.svg"_s), qPrintable(session.message()));
    dialog->close();
}

FLAGFETCH_TEST(TestTimelineExport, Widgets)
#include "tst_timelineexport.moc"
