#include "ui/look/windowstyle.h"

#include "ui/look/focusring.h"
#include "ui/look/outline.h"
#include "ui/look/windowplacement.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QIconEngine>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool isMotionReduced = false;

/// Loads an icon of a style when it is first painted.
class LateIcon final : public QIconEngine
{
public:
    LateIcon(const QStyle *style, QStyle::StandardPixmap icon)
        : m_style(style)
        , m_icon(icon)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        loaded().paint(painter, rect, Qt::AlignCenter, mode, state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().pixmap(size, mode, state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().actualSize(size, mode, state);
    }
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().availableSizes(mode, state);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LateIcon(*this); }

private:
    [[nodiscard]] const QIcon &loaded()
    {
        if (m_loaded.isNull() && m_style)
            m_loaded = m_style->standardIcon(m_icon);
        return m_loaded;
    }

    QPointer<const QStyle> m_style;
    QStyle::StandardPixmap m_icon;
    QIcon m_loaded;
};

bool hasFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
}

/// A button with a face, which is wider than the focus rectangle of the style.
bool isFaceOfButton(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) != nullptr
        || qobject_cast<const QToolButton *>(widget) != nullptr;
}

/// The colour under a focus rectangle.
QColor groundOf(const QStyleOption *option, const QWidget *widget)
{
    const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(option);
    if (focus != nullptr && option->state.testFlag(QStyle::State_Item))
        return focus->backgroundColor;
    const auto *flat = qobject_cast<const QToolButton *>(widget);
    const bool isFlat = flat != nullptr && flat->autoRaise() && !flat->isChecked();
    return option->palette.color(isFaceOfButton(widget) && !isFlat ? QPalette::Button : QPalette::Window);
}

void drawRing(QPainter *painter, const QStyleOption *option, const QRect &area, const QColor &ground)
{
    paintFocusRing(*painter, area, focusColour(option->palette, ground));
}

void drawEdge(
    QPainter *painter, const QStyleOption *option, const QRect &area, OutlineShape shape = OutlineShape::Box)
{
    paintOutline(*painter, area, outlineColour(option->palette), shape);
}

void drawRing(QPainter *painter, const QStyleOption *option, QPalette::ColorRole ground)
{
    drawRing(painter, option, option->rect, option->palette.color(ground));
}

/// Tab enters the box at its focus proxy, goes on to the right and ends with the buttons at its left.
void orderTabs(const QDialogButtonBox &buttons)
{
    const QLayout *layout = buttons.layout();
    QList<QWidget *> order;
    for (int place = 0; layout != nullptr && place < layout->count(); ++place) {
        if (QWidget *button = layout->itemAt(place)->widget())
            order.append(button);
    }
    const auto entered = std::ranges::find(order, buttons.focusProxy());
    // Not std::ranges::rotate(): clang 14 cannot rotate a QList with it.
    std::rotate(order.begin(), entered == order.end() ? order.begin() : entered, order.end());
    for (qsizetype next = 1; next < order.size(); ++next)
        QWidget::setTabOrder(order[next - 1], order[next]);
}

/// Orders the buttons of a box each time that it is shown: QDialogButtonBox chooses its focus proxy then.
/// Owned by the box.
class TabOrder final : public QObject
{
public:
    explicit TabOrder(QDialogButtonBox &buttons)
        : QObject(&buttons)
        , m_buttons(buttons)
    {
        setObjectName(name());
        m_buttons.installEventFilter(this);
    }
    static QString name() { return u"tabOrder"_s; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show)
            QMetaObject::invokeMethod(
                this, [this] { orderTabs(m_buttons); }, Qt::QueuedConnection);
        return false;
    }

private:
    QDialogButtonBox &m_buttons;
};

} // namespace

void WindowStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    keepOverParent(*widget);
    auto *buttons = qobject_cast<QDialogButtonBox *>(widget);
    if (buttons != nullptr && buttons->findChild<QObject *>(TabOrder::name()) == nullptr)
        new TabOrder(*buttons);
    auto *label = qobject_cast<QLabel *>(widget);
    if (label == nullptr)
        return;
    // Qt polishes the label of a tooltip before it sets the first text, and uses the label again for others.
    if (label->windowType() == Qt::ToolTip)
        label->setTextFormat(Qt::PlainText);
    if (label->buddy() != nullptr) {
        QFont font = label->font();
        font.setKerning(false);
        label->setFont(font);
    }
}

QIcon WindowStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return QIcon(new LateIcon(baseStyle(), icon));
    return QProxyStyle::standardIcon(icon, option, widget);
}

int WindowStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    const bool moves = hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate;
    return moves && isMotionReduced ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize WindowStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    constexpr QSize ringOfEntry(0, 6);
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return type == CT_ItemViewItem ? size + ringOfEntry : size;
}

void WindowStyle::setMotionReduced(bool reduced)
{
    static QList<Qt::UIEffect> disabled; // those that the desktop had enabled
    isMotionReduced = reduced;
    for (const Qt::UIEffect effect : std::as_const(disabled))
        QApplication::setEffectEnabled(effect, true);
    disabled.clear();
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
             Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
        if (!reduced || !QApplication::isEffectEnabled(effect))
            continue;
        QApplication::setEffectEnabled(effect, false);
        disabled.append(effect);
    }
}

// Styles draw the focus of buttons, check boxes, sliders, tabs and items with PE_FrameFocusRect, that of
// fields with their frame.
void WindowStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        constexpr int margin = 2; // the frame that styles draw around the face
        const QRect area = isFaceOfButton(widget) ? widget->rect().adjusted(margin, margin, -margin, -margin)
                                                  : option->rect;
        return drawRing(painter, option, area, groundOf(option, widget));
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck
        || element == PE_FrameLineEdit || element == PE_PanelMenu)
        drawEdge(painter, option, option->rect);
    else if (element == PE_IndicatorRadioButton)
        drawEdge(painter, option, option->rect, OutlineShape::Ellipse);
    if (element == PE_FrameLineEdit && hasFocus(option))
        drawRing(painter, option, QPalette::Base);
}

void WindowStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton && hasFocus(option))
        drawPrimitive(PE_FrameFocusRect, option, painter, widget);
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    if (element == CE_ShapedFrame && area != nullptr && area->frameShape() != QFrame::NoFrame
        && hasFocus(option))
        drawRing(painter, option, QPalette::Base);
}

void WindowStyle::drawEdgeOf(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if ((control == CC_SpinBox && spin != nullptr && spin->frame)
        || (control == CC_ComboBox && combo != nullptr && combo->frame))
        drawEdge(painter, option, option->rect);
    if (control != CC_Slider)
        return;
    drawEdge(painter, option, subControlRect(CC_Slider, option, SC_SliderGroove, widget));
    drawEdge(painter, option, subControlRect(CC_Slider, option, SC_SliderHandle, widget));
}

void WindowStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    drawEdgeOf(control, option, painter, widget);
    if (!hasFocus(option))
        return;
    if (control == CC_SpinBox)
        drawRing(painter, option, QPalette::Base);
    else if (control == CC_ComboBox)
        drawRing(painter, option, QPalette::Button);
    else if (control == CC_Slider)
        drawRing(painter, option, QPalette::Window);
    else if (control == CC_ToolButton)
        drawPrimitive(PE_FrameFocusRect, option, painter, widget);
}
