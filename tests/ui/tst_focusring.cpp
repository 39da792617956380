#include "tests/support/testprogram.h"
#include "tests/ui/palettes.h"
#include "ui/header/batchbuttons.h"
#include "ui/header/categorychip.h"
#include "ui/header/headerfields.h"
#include "ui/look/focusring.h"
#include "ui/look/stateappearance.h"
#include "ui/look/windowstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QRadioButton>
#include <QSlider>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

/// Every kind of control shows the focus with a contrast of at least 3:1 (WCAG 2.2, 2.4.13: against the same
/// pixels without focus), measured in the pixels that are painted.
class TestFocusRing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void focusIsVisible_data();
    void focusIsVisible();
    void ringLeavesTheTextOfAnEntry();
    void colourReachesContrastOnEveryGround();
};

namespace {

using MakeWidget = std::function<QWidget *()>;

const QList<std::pair<QByteArray, MakeWidget>> &kinds()
{
    static const QList<std::pair<QByteArray, MakeWidget>> kinds{
        {"push button", [] { return new QPushButton(u"Select"_s); }},
        {"download button",
            [] {
                auto *button = new DownloadButton;
                button->showDownload(20, 20);
                return button;
            }},
        {"chip", [] { return new CategoryChip(u"Saved"_s, {}, CategoryChip::Length::Whole); }},
        {"checked chip",
            [] {
                auto *chip = new CategoryChip(u"Saved"_s, {}, CategoryChip::Length::Whole);
                chip->setChecked(true);
                return chip;
            }},
        {"combo box",
            [] {
                auto *box = new QComboBox;
                box->addItem(u"Built-in"_s);
                return box;
            }},
        {"spin box", [] { return new LimitBox; }},
        {"search", [] { return new SearchField; }},
        {"check box", [] { return new QCheckBox(u"PNG"_s); }},
        {"radio button", [] { return new QRadioButton(u"Keep"_s); }},
        {"slider", [] { return new QSlider(Qt::Horizontal); }},
        {"list",
            [] {
                auto *list = new QListWidget;
                list->addItems({u"one"_s, u"two"_s});
                return list;
            }},
        {"text", [] { return new QTextBrowser; }},
    };
    return kinds;
}

/// The pixels that the focus changes by a contrast of at least 3:1, and the rectangle around them.
struct Indicator
{
    int pixels = 0;
    QRect bounds;
};

Indicator indicatorOf(const QImage &before, const QImage &after)
{
    Indicator indicator;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (contrastRatio(before.pixelColor(x, y), after.pixelColor(x, y)) < 3)
                continue;
            ++indicator.pixels;
            indicator.bounds |= QRect(x, y, 1, 1);
        }
    }
    return indicator;
}

} // namespace

void TestFocusRing::initTestCase()
{
    QApplication::setStyle(new WindowStyle);
}

void TestFocusRing::focusIsVisible_data()
{
    palettes::addRows();
}

void TestFocusRing::focusIsVisible()
{
    QFETCH(QPalette, palette);
    QApplication::setPalette(palette);
    for (const auto &[name, make] : kinds()) {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *other = new QPushButton;
        QWidget *widget = make();
        layout->addWidget(other);
        layout->addWidget(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        const QImage before = widget->grab().toImage();
        widget->setFocus();
        QVERIFY(widget->hasFocus());
        const QImage after = widget->grab().toImage();
        const Indicator indicator = indicatorOf(before, after);
        // A line around it, one pixel wide.
        const int perimeter = 2 * (indicator.bounds.width() + indicator.bounds.height()) - 4;
        const QString found = u"%1: %2 pixels around %3 x %4"_s.arg(QString::fromLatin1(name))
                                  .arg(indicator.pixels)
                                  .arg(indicator.bounds.width())
                                  .arg(indicator.bounds.height());
        QVERIFY2(indicator.bounds.width() >= 16 && indicator.bounds.height() >= 12, qPrintable(found));
        QVERIFY2(indicator.pixels >= perimeter * 0.9, qPrintable(found));
    }
}

// Regression: the ring covered the upper and the lower ends of the letters.
void TestFocusRing::ringLeavesTheTextOfAnEntry()
{
    constexpr int ringOnBothSides = 4; // pixels of height
    QListWidget list;
    list.addItem(u"circle-flags"_s);
    list.show();
    QVERIFY(list.visualItemRect(list.item(0)).height() >= list.fontMetrics().height() + ringOnBothSides);
}

void TestFocusRing::colourReachesContrastOnEveryGround()
{
    const QPalette palette = palettes::make("#efefef", "#ffffff", "#000000", "#308cc6", "#ffffff");
    for (int lightness = 0; lightness <= 255; lightness += 5) {
        const QColor ground(lightness, lightness, lightness);
        QVERIFY2(contrastRatio(focusColour(palette, ground), ground) >= 4.5, qPrintable(ground.name()));
    }
}

FLAGFETCH_TEST(TestFocusRing, Widgets)
#include "tst_focusring.moc"
