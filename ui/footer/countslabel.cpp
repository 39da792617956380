#include "ui/footer/countslabel.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace {
constexpr int flags = Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap;
// Words do not fill their lines: of two lines, each needs more than half of the width.
constexpr double waste = 1.25;
} // namespace

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
    setAccessibleName(text);
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
    return {m_lines == 1 ? whole.width() : int(whole.width() * waste / m_lines), whole.height()};
}

void CountsLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style()->drawItemText(&painter, rect(), flags, palette(), isEnabled(), m_text, foregroundRole());
}
