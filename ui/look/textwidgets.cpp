#include "ui/look/textwidgets.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int minimumCharacters = 10; // of an elided text
// Factor: words do not fill their lines, so each of two lines needs more than half of the width.
constexpr double wrapAllowance = 1.25;

/// Sets the colour again after each change of the palette. The field is the parent.
class PlaceholderColour final : public QObject
{
public:
    explicit PlaceholderColour(QLineEdit *field)
        : QObject(field)
        , m_field(field)
    {
        field->installEventFilter(this);
        update();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_field && event->type() == QEvent::PaletteChange)
            update();
        return QObject::eventFilter(watched, event);
    }

private:
    void update()
    {
        const QColor muted = mutedText(m_field->palette());
        if (m_field->palette().color(QPalette::PlaceholderText) == muted)
            return;
        QPalette readable;
        readable.setColor(QPalette::PlaceholderText, muted);
        m_field->setPalette(readable);
    }

    QLineEdit *m_field;
};

} // namespace

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * minimumCharacters),
        sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::Alignment alignment
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft);
    style()->drawItemText(&painter, rect(), int(alignment) | Qt::TextForceLeftToRight, palette(), isEnabled(),
        fontMetrics().elidedText(m_text, m_mode, width()), foregroundRole());
}

CountsLabel::CountsLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CountsLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text);
    updateGeometry();
    update();
}

void CountsLabel::setLines(int lines)
{
    m_lines = lines;
    updateGeometry();
    update();
}

QSize CountsLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, m_lines * fontMetrics().lineSpacing()};
}

QSize CountsLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {m_lines == 1 ? whole.width() : int(whole.width() * wrapAllowance / m_lines), whole.height()};
}

void CountsLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::Alignment alignment
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    // The direction of the text, as in QLabel: in a mirrored layout, "20 flags" would become "flags 20".
    const Qt::TextFlag direction
        = m_text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    style()->drawItemText(&painter, rect(), int(alignment) | Qt::TextWordWrap | direction, palette(),
        isEnabled(), m_text, foregroundRole());
}

ProblemText::ProblemText(int lines, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(wrappingLabel())
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(lines * fontMetrics().lineSpacing());
    m_icon->setAlignment(Qt::AlignTop);
    m_icon->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    updateIcon();
}

void ProblemText::setText(const QString &text)
{
    const bool isNew = !text.isEmpty() && text != m_text->text();
    m_text->setText(text);
    m_icon->setVisible(!text.isEmpty());
    if (!isNew)
        return;
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProblemText::setNotice(const QString &text)
{
    m_text->setText(text);
    m_icon->hide();
}

QString ProblemText::text() const
{
    return m_text->text();
}

bool ProblemText::isProblem() const
{
    return !m_icon->isHidden();
}

void ProblemText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void ProblemText::updateIcon()
{
    m_icon->setPixmap(svgPixmap(
        u"failed"_s, StateIcons::side, stateColour(FlagState::Failed, palette()), devicePixelRatioF()));
}

QLabel *wrappingLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void keepPlaceholderReadable(QLineEdit *field)
{
    new PlaceholderColour(field);
}

void describe(QWidget &widget, const QString &name, const QString &description)
{
    if (widget.accessibleName() != name)
        widget.setAccessibleName(name);
    if (widget.accessibleDescription() != description)
        widget.setAccessibleDescription(description);
}
