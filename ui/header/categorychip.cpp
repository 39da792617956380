#include "ui/header/categorychip.h"

#include "ui/look/keys.h"

#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

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
    m_count = count;
    const QString number = QLocale().toString(count);
    m_shownText = textOf(m_title);
    const QString action = tr("Show only these %1", "number of countries").arg(number);
    setButtonTexts(*this, {m_title, action, m_key});
    if (!m_explanation.isEmpty())
        setToolTip(toolTip() + u'\n' + m_explanation);
    updateGeometry();
    update();
}

void CategoryChip::setExplanation(const QString &text)
{
    m_explanation = text;
    setCount(m_count);
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
    const QString shortest = m_title.section(u' ', 0, 0) + u'…';
    const int less = fontMetrics().horizontalAdvance(m_shownText) - fontMetrics().horizontalAdvance(shortest);
    return sizeHint() - QSize(std::max(0, less), 0);
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
    option.text = fittingText();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

QString CategoryChip::textOf(const QString &title) const
{
    return tr("%1 %2", "category, number").arg(title, QLocale().toString(m_count));
}

QString CategoryChip::fittingText() const
{
    const int missing = sizeHint().width() - width();
    if (missing <= 0)
        return m_shownText;
    const QFontMetrics metrics = fontMetrics();
    constexpr qsizetype fewestLetters = 3; // a shorter title says less than the number
    const int forTitle = metrics.horizontalAdvance(m_title) - missing;
    if (forTitle >= metrics.horizontalAdvance(m_title.first(std::min(fewestLetters, m_title.size())) + u'…'))
        return textOf(metrics.elidedText(m_title, Qt::ElideRight, forTitle));
    return metrics.elidedText(m_title, Qt::ElideRight, metrics.horizontalAdvance(m_shownText) - missing);
}
