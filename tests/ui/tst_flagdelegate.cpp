#include "tests/support/testprogram.h"
#include "tests/ui/palettes.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flagdelegate.h"
#include "ui/grid/flagmodel.h"
#include "ui/look/stateappearance.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal pixelRatio = 2;

QPalette lightPalette()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    return palette;
}
} // namespace

class TestFlagDelegate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whiteFlagHasBorder();
    void pictureKeepsRatioAndIsCentred();
    void statesDifferWithoutColour();
    void failedCellKeepsPlaceholder();
    void tickShowsBadgeAndTint();
    void emptyBadgeStandsOut_data() { coloursAreReadable_data(); }
    void emptyBadgeStandsOut();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void placeholderIsReadable_data() { coloursAreReadable_data(); }
    void placeholderIsReadable();
    void focusIsVisible_data();
    void focusIsVisible();
    void readableGroundReachesContrast();
    void longNamesUseTwoLines();

private:
    [[nodiscard]] QImage painted(
        int row, const QPalette &palette, QStyle::State state = QStyle::State_Enabled);
    [[nodiscard]] QRect pictureArea() const;
    void save(const QString &code, const QSize &size, const QColor &colour);

    FadeIn m_fade;
    CellMetrics m_metrics;
    std::unique_ptr<FlagModel> m_model;
};

void TestFlagDelegate::init()
{
    m_metrics = CellMetrics(128, QFontMetrics(QFont()));
    m_model = std::make_unique<FlagModel>(someCountries());
    m_model->setPictureBox(m_metrics.picture() * pixelRatio, pixelRatio);
}

QImage TestFlagDelegate::painted(int row, const QPalette &palette, QStyle::State state)
{
    FlagDelegate delegate(m_fade);
    delegate.setMetrics(m_metrics);
    delegate.setAppearance(palette, pixelRatio);
    QImage image(m_metrics.cell() * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = QRect(QPoint(), m_metrics.cell());
    option.state = QStyle::State_Enabled | state;
    delegate.paint(&painter, option, m_model->index(row));
    return image;
}

// The result is in device pixels.
QRect TestFlagDelegate::pictureArea() const
{
    const QRect area = m_metrics.pictureArea(QRect(QPoint(), m_metrics.cell()));
    return {area.topLeft() * pixelRatio, area.size() * pixelRatio};
}

void TestFlagDelegate::save(const QString &code, const QSize &size, const QColor &colour)
{
    FlagResult result;
    result.country.code = code;
    result.state = FlagState::Saved;
    result.thumbnail = QImage(size, QImage::Format_ARGB32_Premultiplied);
    result.thumbnail.fill(colour);
    m_model->setResult(result);
}

void TestFlagDelegate::whiteFlagHasBorder()
{
    save(u"JP"_s, m_metrics.picture() * pixelRatio, Qt::white);
    const QImage image = painted(3, lightPalette());
    const QRect area = pictureArea();
    const int middle = area.center().y();
    const QColor edge = image.pixelColor(area.left(), middle);
    QVERIFY2(edge.lightness() > 180 && edge.lightness() < 225, qPrintable(edge.name()));
    QCOMPARE(image.pixelColor(area.left() - 1, middle), QColor(Qt::white));
    QCOMPARE(image.pixelColor(area.left() + 1, middle), QColor(Qt::white));
    QCOMPARE(image.pixelColor(area.right(), middle), edge);
    QCOMPARE(image.pixelColor(area.center().x(), area.top()), edge);
    QCOMPARE(image.pixelColor(area.center().x(), area.bottom()), edge);
}

void TestFlagDelegate::pictureKeepsRatioAndIsCentred()
{
    save(u"JP"_s, {100, 100}, Qt::red);
    const QImage image = painted(3, lightPalette());
    const QPoint centre = pictureArea().center();
    QCOMPARE(image.pixelColor(centre), QColor(Qt::red));
    QCOMPARE(image.pixelColor(centre + QPoint(48, 0)), QColor(Qt::red));
    QCOMPARE(image.pixelColor(centre + QPoint(54, 0)), QColor(Qt::white));
    QCOMPARE(image.pixelColor(centre - QPoint(54, 0)), QColor(Qt::white));
}

void TestFlagDelegate::statesDifferWithoutColour()
{
    QList<QImage> seen;
    for (int state = 0; state <= static_cast<int>(FlagState::Cancelled); ++state) {
        if (state == static_cast<int>(FlagState::Fetched)) // never in the grid
            continue;
        m_model->setState(u"JP"_s, static_cast<FlagState>(state));
        // Compares only which pixels are painted, not their colours.
        const QImage ink
            = painted(3, lightPalette()).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        QVERIFY2(!seen.contains(ink), qPrintable(QString::number(state)));
        seen.append(ink);
    }
}

void TestFlagDelegate::failedCellKeepsPlaceholder()
{
    const QRect area = pictureArea();
    const QImage before = painted(3, lightPalette()).copy(area);
    m_model->setState(u"JP"_s, FlagState::Failed);
    QCOMPARE(painted(3, lightPalette()).copy(area), before);
    QVERIFY(before.pixelColor(area.width() / 8, area.height() / 2) != QColor(Qt::white));
}

void TestFlagDelegate::tickShowsBadgeAndTint()
{
    const QImage before = painted(3, lightPalette());
    m_model->setTicked({u"JP"_s});
    const QImage after = painted(3, lightPalette());
    const QPoint beside(pictureArea().left() - 4, pictureArea().center().y());
    QCOMPARE(before.pixelColor(beside), QColor(Qt::white));
    QCOMPARE(after.pixelColor(beside).rgb(), tickedTint(lightPalette()).rgb());
    const QRect badge = CellMetrics::badge(m_metrics.pictureArea(QRect(QPoint(), m_metrics.cell())));
    const QPoint inBadge = QPoint(badge.left() + 3, badge.center().y()) * pixelRatio;
    QCOMPARE(after.pixelColor(inBadge), lightPalette().color(QPalette::Highlight));
}

// Faint everywhere, and at 3:1 under the mouse and in the current cell.
void TestFlagDelegate::emptyBadgeStandsOut()
{
    QFETCH(QPalette, palette);
    const QRect badge = CellMetrics::badge(m_metrics.pictureArea(QRect(QPoint(), m_metrics.cell())));
    const QPoint onRing = QPoint(badge.left(), badge.center().y()) * pixelRatio + QPoint(2, 1);
    const QColor base = palette.color(QPalette::Base);
    const auto contrastWith = [&](QStyle::State state) {
        return contrastRatio(painted(3, palette, state).pixelColor(onRing), base);
    };
    const double quiet = contrastWith({});
    QVERIFY2(quiet > 1.3, qPrintable(QString::number(quiet)));
    for (const QStyle::State state : {QStyle::State_MouseOver, QStyle::State_HasFocus})
        QVERIFY2(contrastWith(state) >= 3, qPrintable(QString::number(contrastWith(state))));
    QVERIFY(contrastWith(QStyle::State_MouseOver) > quiet);
}

void TestFlagDelegate::coloursAreReadable_data()
{
    palettes::addRows();
}

// The grounds: cells, ticked cells, both under the mouse, and the window, where messages have the same
// colours.
void TestFlagDelegate::coloursAreReadable()
{
    QFETCH(QPalette, palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor ticked = tickedTint(palette);
    for (int i = 0; i <= static_cast<int>(FlagState::Cancelled); ++i) {
        const QColor colour = stateColour(static_cast<FlagState>(i), palette);
        for (const QColor &ground : {base, ticked, hoveredTint(base, palette), hoveredTint(ticked, palette),
                 palette.color(QPalette::Window)}) {
            const double ratio = contrastRatio(colour, ground);
            QVERIFY2(
                ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(colour.name(), ground.name()).arg(ratio)));
        }
    }
}

// Measured in what is painted: the ink of the code against the ground around it.
void TestFlagDelegate::placeholderIsReadable()
{
    QFETCH(QPalette, palette);
    for (const QStringList &ticked : {QStringList(), QStringList{u"JP"_s}}) {
        m_model->setTicked(ticked);
        for (const QStyle::State state : {QStyle::State_None, QStyle::State_MouseOver}) {
            const QImage image = painted(3, palette, state).copy(pictureArea());
            const QColor ground = image.pixelColor(image.width() / 8, image.height() / 2);
            double best = 1;
            for (int y = image.height() / 3; y < image.height() * 2 / 3; ++y) {
                for (int x = image.width() / 4; x < image.width() * 3 / 4; ++x)
                    best = std::max(best, contrastRatio(image.pixelColor(x, y), ground));
            }
            QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
        }
    }
}

void TestFlagDelegate::focusIsVisible_data()
{
    palettes::addRows();
}

void TestFlagDelegate::focusIsVisible()
{
    QFETCH(QPalette, palette);
    for (const QStringList &ticked : {QStringList(), QStringList{u"JP"_s}}) {
        m_model->setTicked(ticked);
        const QImage before = painted(3, palette);
        const QImage after = painted(3, palette, QStyle::State_Enabled | QStyle::State_HasFocus);
        int ring = 0;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x)
                ring += contrastRatio(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3 ? 1 : 0;
        }
        // In device pixels: a line of 2 device-independent pixels around the cell.
        const int perimeter = 2 * (after.width() + after.height());
        QVERIFY2(ring >= perimeter * 2 * pixelRatio * 0.8, qPrintable(QString::number(ring)));
    }
}

void TestFlagDelegate::readableGroundReachesContrast()
{
    const QColor enough = readableGround(Qt::black, Qt::white, 7);
    QCOMPARE(enough, QColor(Qt::black));
    for (const QColor &text : {QColor(Qt::white), QColor(Qt::black)}) {
        const QColor ground = readableGround(QColor(0x3d, 0xae, 0xe9), text, 7);
        QVERIFY(contrastRatio(ground, text) >= 7);
        QVERIFY(ground != QColor(Qt::black));
    }
}

void TestFlagDelegate::longNamesUseTwoLines()
{
    CellText text;
    text.setSpace(QFont(), 100);
    QCOMPARE(text.linesOf(u"Japan"_s).count, 1);
    const NameLines lines = text.linesOf(u"South Georgia and the rather remote South Sandwich Islands"_s);
    QCOMPARE(lines.count, 2);
    QVERIFY(lines.lines[0].startsWith(u"South"_s));
    QVERIFY(lines.lines[1].contains(u'…'));
    QVERIFY(lines.lines[1].endsWith(u's'));
    QVERIFY(QFontMetrics(QFont()).horizontalAdvance(lines.lines[1]) <= 100);
}

FLAGFETCH_TEST(TestFlagDelegate, Widgets)
#include "tst_flagdelegate.moc"
