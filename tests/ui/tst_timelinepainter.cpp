#include "tests/support/testprogram.h"
#include "tests/ui/palettes.h"
#include "tests/ui/timelinerecords.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/phaselook.h"
#include "ui/timeline/timelinepainter.h"

#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>

#include <chrono>
#include <cstdlib>
#include <functional>

using namespace std::chrono_literals;
using namespace timelinerecords;
using namespace Qt::StringLiterals;

/// What a timeline looks like: only what is visible is drawn, phases and marks differ in form, and their
/// colours have enough contrast.
class TestTimelinePainter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursHaveContrast_data();
    void coloursHaveContrast();
    void phasesDifferWithoutColour();
    void marksDifferWithoutColour();
    void imagesOfMarksAreTheMarks_data();
    void imagesOfMarksAreTheMarks();
    void onlyVisibleRowsAreDrawn();
    void barsAreWhereTheLayoutSays();
    void shortWorkIsDrawnTogether();
    void shortestRequestIsVisible();
    void pictureIsHigherThanMetadata();
    void limitAndComparedRunAreDrawn();
    void blockedLoopIsDrawn();
    void everyGridLineHasATime_data();
    void everyGridLineHasATime();
    void namesStayInTheirColumn_data();
    void namesStayInTheirColumn();
    void currentRowIsRinged();
};

namespace {

constexpr QSize pictureSize(700, 360);

/// Colours with 16 bits for each part are rounded in one way or the other.
bool isSame(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) <= 1 && std::abs(one.green() - other.green()) <= 1
        && std::abs(one.blue() - other.blue()) <= 1;
}

/// A layout and its drawing.
struct Drawing
{
    explicit Drawing(const Timeline &drawn, bool isMirrored = false)
        : timeline(drawn)
        , image(pictureSize, QImage::Format_ARGB32_Premultiplied)
    {
        const QFont font = QApplication::font();
        layout.setSizes(TimelineSizes(QFontMetrics(font)));
        layout.setViewport(pictureSize, isMirrored);
        layout.update(timeline, at(0ms));
        painter.setLook(palette, font);
        painter.setNames({{u"AA"_s, u"Atlantis"_s}});
    }

    int paint(std::optional<int> current = {}, const InFlightLine *compared = nullptr)
    {
        QPainter device(&image);
        return painter.paint(device, layout,
            {.timeline = timeline,
                .now = timeline.endOr(at(0ms)),
                .inFlight = inFlightLineOf(timeline, at(0ms)),
                .compared = compared,
                .currentRow = current,
                .isFocused = true});
    }
    [[nodiscard]] int pixelsOf(const QColor &colour, const QRect &area) const
    {
        int found = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                found += isSame(image.pixelColor(x, y), colour) ? 1 : 0;
        }
        return found;
    }
    /// The pixel in the middle of a phase of a row.
    [[nodiscard]] QColor colourAt(int row, std::chrono::microseconds time) const
    {
        const QRectF bar = layout.barRect(layout.rowRect(row), 1, time, time);
        return image.pixelColor(int(bar.left()), int(bar.top()));
    }

    const Timeline &timeline;
    QPalette palette = QApplication::palette();
    TimelineLayout layout;
    TimelinePainter painter;
    QImage image;
};

QImage drawnInBlack(const std::function<void(QPainter &)> &draw)
{
    QImage image(40, 24, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// The share of the pixels that differ clearly.
double shareOfDifference(const QImage &one, const QImage &other)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 100 ? 1 : 0;
    }
    return double(different) / (one.width() * one.height());
}

} // namespace

void TestTimelinePainter::coloursHaveContrast_data()
{
    palettes::addRows();
}

void TestTimelinePainter::coloursHaveContrast()
{
    QFETCH(const QPalette, palette);
    const QColor base = palette.color(QPalette::Base);
    for (const QColor &ground : {base, rowTint(palette)}) {
        const auto require = [&ground](const QColor &colour, const QString &name) {
            QVERIFY2(contrastRatio(colour, ground) >= 3, qPrintable(name + u" "_s + colour.name()));
        };
        for (const Phase phase : allPhases)
            require(phaseColour(phase, palette), nameOf(phase));
        for (const Mark mark : allMarks)
            require(markColour(mark, palette), nameOf(mark));
        require(inFlightColour(palette), u"in flight"_s);
        require(comparedColour(palette), u"compared"_s);
    }
}

void TestTimelinePainter::phasesDifferWithoutColour()
{
    QList<QImage> images;
    for (const Phase phase : allPhases)
        images.append(drawnInBlack(
            [phase](QPainter &painter) { paintPhase(painter, QRectF(0, 8, 40, 8), phase, Qt::black); }));
    for (int i = 0; i < images.size(); ++i) {
        for (int j = 0; j < i; ++j)
            QVERIFY2(shareOfDifference(images.at(i), images.at(j)) > 0.02,
                qPrintable(
                    nameOf(allPhases[std::size_t(i)]) + u" and "_s + nameOf(allPhases[std::size_t(j)])));
    }
}

void TestTimelinePainter::marksDifferWithoutColour()
{
    QPalette black;
    black.setColor(QPalette::Base, Qt::white);
    black.setColor(QPalette::Text, Qt::black);
    QList<QImage> images;
    for (const Mark mark : allMarks)
        images.append(
            drawnInBlack([&](QPainter &painter) { paintMark(painter, QPointF(20, 12), 10, mark, black); }));
    for (int i = 0; i < images.size(); ++i) {
        for (int j = 0; j < i; ++j)
            QVERIFY2(shareOfDifference(images.at(i), images.at(j)) > 0.02,
                qPrintable(nameOf(allMarks[std::size_t(i)]) + u" and "_s + nameOf(allMarks[std::size_t(j)])));
    }
}

void TestTimelinePainter::imagesOfMarksAreTheMarks_data()
{
    QTest::addColumn<int>("pixelRatio");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
}

void TestTimelinePainter::imagesOfMarksAreTheMarks()
{
    QFETCH(const int, pixelRatio);
    const QPalette palette = QApplication::palette();
    constexpr double side = 7; // the images have 13 pixels, and their centre is that of a pixel
    MarkImages images;
    images.prepare(side, pixelRatio, palette);
    for (const Mark mark : allMarks) {
        QImage drawn(QSize(40, 24) * pixelRatio, QImage::Format_RGB32);
        drawn.fill(palette.color(QPalette::Base));
        QImage copied = drawn;
        for (QImage *image : {&drawn, &copied})
            image->setDevicePixelRatio(pixelRatio);
        const QPointF centre(20.5, 12.5);
        QPainter onDrawn(&drawn);
        paintMark(onDrawn, centre, side, mark, palette);
        onDrawn.end();
        QPainter onCopied(&copied);
        images.paint(onCopied, centre, mark);
        onCopied.end();
        QVERIFY2(shareOfDifference(drawn, copied) < 0.002, qPrintable(nameOf(mark)));
    }
}

void TestTimelinePainter::onlyVisibleRowsAreDrawn()
{
    const Timeline timeline = runOf(676);
    Drawing drawing(timeline);
    const int most = drawing.layout.rowsArea().height() / drawing.layout.sizes().rowHeight + 2;
    for (const int scroll : {0, 1000, drawing.layout.contentHeight() - drawing.layout.rowsArea().height()}) {
        drawing.layout.scrollTo(scroll);
        const int painted = drawing.paint();
        QVERIFY2(painted > most / 2 && painted <= most, qPrintable(QString::number(painted)));
    }
    drawing.layout.setViewport({700, drawing.layout.wholeHeight()}, false);
    drawing.layout.scrollTo(0);
    QCOMPARE(drawing.paint(), 2 * 676);
}

void TestTimelinePainter::barsAreWhereTheLayoutSays()
{
    const Timeline timeline = runOf(1);
    Drawing drawing(timeline);
    QCOMPARE(drawing.paint(), 2);
    QVERIFY(isSame(drawing.colourAt(0, 35ms), phaseColour(Phase::Server, drawing.palette)));
    QVERIFY(isSame(drawing.colourAt(0, 70ms), phaseColour(Phase::Receiving, drawing.palette)));
    QVERIFY(isSame(drawing.colourAt(0, 85ms), phaseColour(Phase::Thread, drawing.palette)));
    QVERIFY(isSame(drawing.colourAt(1, 70ms), phaseColour(Phase::Receiving, drawing.palette)));
    QVERIFY(isSame(drawing.colourAt(1, 130ms), drawing.palette.color(QPalette::Base))); // it has ended
    const QRect track = drawing.layout.trackRect(0);
    const QRectF saving = drawing.layout.barRect(track, 3, 95ms, 105ms);
    QVERIFY(drawing.pixelsOf(phaseColour(Phase::Saving, drawing.palette), saving.toRect()) > 10);
}

// 676 pieces of work on two threads, which leave a pixel or two for each.
void TestTimelinePainter::shortWorkIsDrawnTogether()
{
    const Timeline timeline = runOf(676);
    Drawing drawing(timeline);
    drawing.paint();
    const QColor saving = phaseColour(Phase::Saving, drawing.palette); // its longer phase
    for (const int thread : {0, 1}) {
        const QRect track = drawing.layout.trackRect(thread);
        const int left = int(drawing.layout.barRect(track, 1, 95ms, 95ms).left()) + 2;
        const int right = int(drawing.layout.barRect(track, 1, 6800ms, 6800ms).left());
        int columns = 0;
        for (int x = left; x < right; ++x)
            columns += drawing.pixelsOf(saving, QRect(x, track.top(), 1, track.height())) > 0 ? 1 : 0;
        QVERIFY2(columns > (right - left) / 2, qPrintable(QString::number(columns)));
    }
}

void TestTimelinePainter::shortestRequestIsVisible()
{
    RequestLog log;
    log.begin(runStart);
    const auto id = log.add(record(u"AA"_s, RequestPart::Picture, 5000ms));
    log.addTry(id, at(5s));
    log.setFirstByte(id, at(5s + 20us));
    log.finish(id, at(5s + 40us), 10);
    log.end(at(10s));
    Timeline timeline;
    timeline.update(log.takeChanges());
    Drawing drawing(timeline);
    QCOMPARE(drawing.paint(), 1);
    QVERIFY(drawing.pixelsOf(phaseColour(Phase::Receiving, drawing.palette), drawing.layout.rowRect(0)) >= 4);
}

void TestTimelinePainter::pictureIsHigherThanMetadata()
{
    const Timeline timeline = runOf(1);
    Drawing drawing(timeline);
    drawing.paint();
    const QColor colour = phaseColour(Phase::Receiving, drawing.palette);
    const int picture = drawing.pixelsOf(colour, drawing.layout.rowRect(0));
    const int metadata = drawing.pixelsOf(colour, drawing.layout.rowRect(1));
    QVERIFY2(
        metadata > 0 && picture > metadata * 4 / 3, qPrintable(u"%1 and %2"_s.arg(picture).arg(metadata)));
}

void TestTimelinePainter::limitAndComparedRunAreDrawn()
{
    const Timeline timeline = runOf(10, 30);
    Drawing drawing(timeline);
    drawing.paint();
    const QRect graph = drawing.layout.graph();
    const QRect top(graph.left(), graph.top(), graph.width(), 6);
    QVERIFY(drawing.pixelsOf(mutedText(drawing.palette), top) > graph.width() / 4); // dashes
    QCOMPARE(drawing.pixelsOf(comparedColour(drawing.palette), graph), 0);
    const Timeline other = runOf(4);
    const InFlightLine line = inFlightLineOf(other, at(0ms));
    drawing.paint({}, &line);
    QVERIFY(drawing.pixelsOf(comparedColour(drawing.palette), graph) > 20);
}

// Distinct without colour, too: from all bars.
void TestTimelinePainter::blockedLoopIsDrawn()
{
    RequestLog log;
    log.begin(runStart);
    addCountry(log, u"AA"_s, 0ms);
    log.addLoopBlock({at(20ms), at(120ms), 100ms});
    log.end(at(200ms));
    Timeline timeline;
    timeline.update(log.takeChanges());
    Drawing drawing(timeline);
    drawing.paint();
    const QColor colour = blockedColour(drawing.palette);
    const QRect band = drawing.layout.loop();
    const QRect slept = drawing.layout.barRect(band, band.height(), 20ms, 120ms).toAlignedRect();
    QVERIFY(drawing.pixelsOf(colour, slept) > slept.width());
    QCOMPARE(drawing.pixelsOf(colour, band), drawing.pixelsOf(colour, slept));

    const QRectF bar(4, 8, 30, 9);
    const QImage blocked = drawnInBlack([&](QPainter &painter) { paintBlocked(painter, bar, Qt::black); });
    for (const Phase phase : allPhases) {
        const QImage other
            = drawnInBlack([&](QPainter &painter) { paintPhase(painter, bar, phase, Qt::black); });
        QVERIFY2(shareOfDifference(blocked, other) > 0.04, qPrintable(nameOf(phase)));
    }
}

void TestTimelinePainter::everyGridLineHasATime_data()
{
    QTest::addColumn<int>("milliseconds");
    for (const int milliseconds : {200, 500, 780, 1000, 1570, 3300, 9900})
        QTest::addRow("%d ms", milliseconds) << milliseconds;
}

void TestTimelinePainter::everyGridLineHasATime()
{
    QFETCH(const int, milliseconds);
    RequestLog log;
    log.begin(runStart);
    log.end(at(std::chrono::milliseconds(milliseconds)));
    Timeline timeline;
    timeline.update(log.takeChanges());
    Drawing drawing(timeline);
    drawing.paint();
    const QRect axis = drawing.layout.axis().adjusted(0, 1, 0, -2);
    const auto isInk = [&](int x, int y) {
        return qGray(drawing.image.pixel(x, y)) < qGray(drawing.palette.color(QPalette::Base).rgb()) - 8;
    };
    const auto isLine = [&](int x) { return isInk(x, axis.top()) && isInk(x, axis.bottom()); };
    const auto hasInk = [&](int from, int to) {
        for (int x = std::max(from, axis.left()); x <= std::min(to, axis.right()); ++x) {
            for (int y = axis.top(); y <= axis.bottom(); ++y) {
                if (isInk(x, y) && !isLine(x))
                    return true;
            }
        }
        return false;
    };
    constexpr int reach = 20; // of a label at one side of its line, in pixels
    int lines = 0;
    for (int x = axis.left(); x <= axis.right(); ++x) {
        if (!isLine(x))
            continue;
        ++lines;
        QVERIFY2(hasInk(x + 1, x + reach) || hasInk(x - reach, x - 1), qPrintable(QString::number(x)));
    }
    QVERIFY(lines >= 2);
}

void TestTimelinePainter::namesStayInTheirColumn_data()
{
    QTest::addColumn<bool>("isMirrored");
    QTest::newRow("left") << false;
    QTest::newRow("right") << true;
}

void TestTimelinePainter::namesStayInTheirColumn()
{
    QFETCH(const bool, isMirrored);
    const Timeline timeline = runOf(1);
    Drawing drawing(timeline, isMirrored);
    drawing.painter.setNames({{u"AA"_s, QString(200, u'W')}});
    drawing.layout.time().zoomBy(1000, 500); // no bar is visible
    drawing.paint();
    const QRect row = drawing.layout.blockRect(0);
    const QColor base = drawing.palette.color(QPalette::Base);
    const QRect names = drawing.layout.names() & row;
    QVERIFY(drawing.pixelsOf(base, names) < names.width() * names.height() * 19 / 20);
    const QRect plot = drawing.layout.plot() & row;
    int columns = 0; // of text; the grid has one line in about 100 pixels
    for (int x = plot.left(); x <= plot.right(); ++x)
        columns += drawing.pixelsOf(base, QRect(x, row.top(), 1, row.height())) < row.height() ? 1 : 0;
    QVERIFY2(columns < 20, qPrintable(QString::number(columns)));
}

void TestTimelinePainter::currentRowIsRinged()
{
    const Timeline timeline = runOf(10);
    Drawing drawing(timeline);
    drawing.paint();
    const QImage before = drawing.image;
    drawing.paint(4);
    const QRect block = drawing.layout.blockRect(2); // which is tinted
    const QRect row = drawing.layout.rowRect(4).adjusted(0, -3, 0, 3);
    int changed = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (before.pixelColor(x, y) == drawing.image.pixelColor(x, y))
                continue;
            QVERIFY(row.contains(x, y) || block.contains(x, y));
            changed += contrastRatio(before.pixelColor(x, y), drawing.image.pixelColor(x, y)) >= 3 ? 1 : 0;
        }
    }
    QVERIFY2(changed > 2 * row.width(), qPrintable(QString::number(changed)));
}

FLAGFETCH_TEST(TestTimelinePainter, Widgets)
#include "tst_timelinepainter.moc"
