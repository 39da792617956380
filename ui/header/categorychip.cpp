#include "ui/header/categorychip.h"

#include "ui/look/keys.h"

#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

CategoryChip::CategoryChip(const QString &title, const QKeySequence &key, Length length)
    : m_title(title)
    , m_key(key)
    , m_length(length)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setWhatsThis(tr("Show only: %1", "category").arg(title));
    if (length == Length::Shortenable)
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCount(0);
}

void CategoryChip::setCount(int count)
{
    const QString number = QLocale().toString(count);
    m_shownText = tr("%1 %2", "category, number").arg(m_title, number);
    setButtonTexts(*this, {m_title, tr("Show only these %1", "number of countries").arg(number), m_key});
    updateGeometry();
    update();
}

QSize CategoryChip::sizeHint() const
{
    const int more = fontMetrics().horizontalAdvance(m_shownText) - fontMetrics().horizontalAdvance(m_title);
    return QToolButton::sizeHint() + QSize(more, 0);
}

QSize CategoryChip::minimumSizeHint() const
{
    if (m_length == Length::Whole)
        return sizeHint();
    const int less
        = fontMetrics().horizontalAdvance(m_shownText) - fontMetrics().horizontalAdvance(shortText());
    return sizeHint() - QSize(less, 0);
}

void CategoryChip::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->text = m_shownText;
}

void CategoryChip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (width() < sizeHint().width())
        option.text = shortText();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

QString CategoryChip::shortText() const
{
    return m_title.section(u' ', 0, 0) + u'…';
}
