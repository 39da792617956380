#include "tests/support/testprogram.h"
#include "tests/ui/palettes.h"
#include "ui/look/outline.h"
#include "ui/look/stateappearance.h"
#include "ui/look/windowstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>

#include <functional>

using namespace Qt::StringLiterals;

/// Controls that are empty can be seen: their edge has a contrast of at least 3:1 on the window (WCAG
/// 2, 1.4.11), measured in the pixels that are painted.
class TestOutline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void colourReachesContrast_data() { palettes::addRows(); }
    void colourReachesContrast();
    void edgeIsVisible_data() { palettes::addRows(); }
    void edgeIsVisible();
    void dialogButtonsHaveNoIcons();
};

namespace {

/// A control without text, and how much of its width and height its edge takes at least.
struct EmptyControl
{
    QByteArray name;
    std::function<QWidget *()> make;
    QSize edge; ///< device-independent pixels
};

const QList<EmptyControl> &emptyControls()
{
    static const QList<EmptyControl> controls{
        {"check box", [] { return new QCheckBox; }, {12, 12}},
        {"radio button", [] { return new QRadioButton; }, {12, 12}},
        {"line edit", [] { return new QLineEdit; }, {60, 15}},
        {"spin box", [] { return new QSpinBox; }, {30, 15}},
        {"combo box", [] { return new QComboBox; }, {30, 15}},
        {"slider", [] { return new QSlider(Qt::Horizontal); }, {60, 4}},
    };
    return controls;
}

/// The rectangle around the pixels that differ from the window by a contrast of at least 3:1.
QRect edgeOf(const QImage &image, const QColor &window)
{
    QRect bounds;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (contrastRatio(image.pixelColor(x, y), window) >= 3)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

/// How many of the pixels at the middle of the four sides differ from the window.
int visibleSides(const QImage &image, const QColor &window, const QRect &bounds)
{
    int visible = 0;
    for (const QPoint &side :
        {QPoint(bounds.left(), bounds.center().y()), QPoint(bounds.right(), bounds.center().y()),
            QPoint(bounds.left() + bounds.width() / 3, bounds.top()),
            QPoint(bounds.left() + bounds.width() / 3, bounds.bottom())})
        visible += contrastRatio(image.pixelColor(side), window) >= 3 ? 1 : 0;
    return visible;
}

} // namespace

void TestOutline::initTestCase()
{
    QApplication::setStyle(new WindowStyle);
}

void TestOutline::colourReachesContrast()
{
    QFETCH(QPalette, palette);
    const QColor colour = outlineColour(palette);
    QVERIFY(contrastRatio(colour, palette.color(QPalette::Window)) >= 3);
    QVERIFY(contrastRatio(colour, palette.color(QPalette::Base)) >= 3);
}

void TestOutline::edgeIsVisible()
{
    QFETCH(QPalette, palette);
    QApplication::setPalette(palette);
    const QColor ground = palette.color(QPalette::Window);
    for (const EmptyControl &control : emptyControls()) {
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *other = new QPushButton;
        QWidget *widget = control.make();
        layout->addWidget(other);
        layout->addWidget(widget, 1);
        window.resize(300, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        other->setFocus();
        const QImage image = window.grab(QRect(widget->pos(), widget->size())).toImage();
        const QRect edge = edgeOf(image, ground);
        QVERIFY2(edge.width() >= control.edge.width() && edge.height() >= control.edge.height(),
            qPrintable(u"%1: %2 x %3"_s.arg(QString::fromLatin1(control.name))
                           .arg(edge.width())
                           .arg(edge.height())));
        if (control.name != "slider" && control.name != "radio button")
            QVERIFY2(visibleSides(image, ground, edge) == 4, control.name.constData());
    }
}

void TestOutline::dialogButtonsHaveNoIcons()
{
    QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Close
        | QDialogButtonBox::RestoreDefaults);
    const auto buttons = box.buttons();
    QCOMPARE(buttons.size(), 4);
    for (const QAbstractButton *button : buttons)
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
}

FLAGFETCH_TEST(TestOutline, Widgets)
#include "tst_outline.moc"
