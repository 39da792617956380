#include "ui/details/valuefield.h"

#include <QPainter>
#include <QStyle>

namespace {
constexpr int minimumCharacters = 8;
}

ValueField::ValueField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setFrame(false);
    setTextMargins(0, 0, 0, 0);
}

void ValueField::setValue(const QString &value, const QString &toolTip)
{
    if (value != text()) {
        setText(value);
        setCursorPosition(0);
    }
    setToolTip(toolTip.isEmpty() ? value : toolTip);
}

QSize ValueField::sizeHint() const
{
    return minimumSizeHint();
}

QSize ValueField::minimumSizeHint() const
{
    return {minimumCharacters * fontMetrics().averageCharWidth(), QLineEdit::minimumSizeHint().height()};
}

void ValueField::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (hasFocus()) {
        painter.end();
        QLineEdit::paintEvent(event);
        QPainter frame(this);
        frame.setPen(palette().color(QPalette::Highlight));
        frame.drawRect(rect().adjusted(0, 0, -1, -1));
        return;
    }
    constexpr int indent = 2; // as QLineEdit
    const QRect line = rect().adjusted(indent, 0, -indent, 0);
    style()->drawItemText(&painter, line,
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), palette(),
        isEnabled(), fontMetrics().elidedText(text(), Qt::ElideMiddle, line.width()), QPalette::WindowText);
}
