#include "ui/grid/flagdelegate.h"

#include "ui/grid/flagmodel.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QPainter>
#include <QTimerEvent>
#include <QWidget>

#include <algorithm>

namespace {

constexpr qint64 duration = 120; // ms
constexpr int frame = 16; // ms, 60 Hz

// Sizes in device-independent pixels.
constexpr qreal cellRadius = 6;
constexpr qreal placeholderRadius = 6;
constexpr int iconGap = 3;
constexpr int codeGap = 6;

} // namespace

FadeIn::FadeIn(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
}

void FadeIn::start(const QModelIndex &cell)
{
    m_begins.insert(cell, m_clock.elapsed());
    if (!m_timer.isActive())
        m_timer.start(frame, Qt::PreciseTimer, this);
}

qreal FadeIn::opacityOf(const QModelIndex &cell) const
{
    const auto begin = m_begins.constFind(cell);
    if (begin == m_begins.cend())
        return 1;
    return std::clamp(static_cast<qreal>(m_clock.elapsed() - *begin) / duration, 0.0, 1.0);
}

void FadeIn::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const QList<QPersistentModelIndex> cells = m_begins.keys();
    m_begins.removeIf([now = m_clock.elapsed()](auto entry) { return now - entry.value() >= duration; });
    if (m_begins.isEmpty())
        m_timer.stop();
    for (const QPersistentModelIndex &cell : cells)
        Q_EMIT stepped(cell);
}

FlagDelegate::FlagDelegate(const FadeIn &fade, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fade(fade)
{
}

void FlagDelegate::setAppearance(const QPalette &palette, qreal pixelRatio)
{
    const bool isDrawn = !m_icons.tick().isNull();
    if (isDrawn && palette == m_palette && qFuzzyCompare(pixelRatio, m_pixelRatio))
        return;
    m_palette = palette;
    m_pixelRatio = pixelRatio;
    m_icons = StateIcons(palette, pixelRatio);
    m_badge = readableGround(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText), 3);
}

void FlagDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString code = index.data(FlagModel::CodeRole).toString();
    const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    const auto picture = index.data(Qt::DecorationRole).value<QPixmap>();
    const QRect area = m_metrics.pictureArea(option.rect);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, ticked);
    paintFocus(painter, option); // before the picture: some styles fill the frame

    const qreal opacity = picture.isNull() ? 0 : m_fade.opacityOf(index);
    if (opacity < 1)
        paintPlaceholder(painter, code, area);
    if (opacity > 0)
        paintPicture(painter, picture, area, opacity);
    if (ticked)
        paintBadge(painter, area);

    m_text.setSpace(option.font, m_metrics.textWidth());
    const NameLines &name = m_text.linesOf(index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    painter->setPen(m_palette.color(QPalette::Text));
    for (int line = 0; line < name.count; ++line) {
        painter->drawText(m_metrics.nameLine(option.rect, line, name.count), Qt::AlignCenter,
            name.lines[static_cast<std::size_t>(line)]);
    }
    paintCaption(painter, m_metrics.caption(option.rect, name.count), index);
    painter->restore();
}

QSize FlagDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_metrics.cell();
}

void FlagDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, bool ticked) const
{
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!ticked && !hovered)
        return;
    const QColor base = m_palette.color(QPalette::Base);
    QColor tint = ticked ? tickedTint(m_palette) : base;
    if (hovered)
        tint = blend(m_palette.color(QPalette::Text), tint, 0.045);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tint);
    painter->drawRoundedRect(option.rect, cellRadius, cellRadius);
}

void FlagDelegate::paintPicture(
    QPainter *painter, const QPixmap &picture, const QRect &area, qreal opacity) const
{
    // Align to device pixels, otherwise the picture is blurred.
    const QSizeF size = picture.deviceIndependentSize();
    const auto snapped = [this](qreal value) { return qRound(value * m_pixelRatio) / m_pixelRatio; };
    const QPointF corner(snapped(area.x() + (area.width() - size.width()) / 2),
        snapped(area.y() + (area.height() - size.height()) / 2));

    painter->save();
    painter->setOpacity(opacity);
    painter->drawPixmap(corner, picture);

    QColor edge = m_palette.color(QPalette::Text);
    edge.setAlphaF(0.2F);
    const qreal width = 1 / m_pixelRatio;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(edge, width));
    painter->drawRect(QRectF(corner, size).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

void FlagDelegate::paintPlaceholder(QPainter *painter, const QString &code, const QRect &area) const
{
    QColor ground = m_palette.color(QPalette::Text);
    QColor ink = ground;
    ground.setAlphaF(0.07F);
    ink.setAlphaF(0.42F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(area, placeholderRadius, placeholderRadius);

    QFont large = painter->font();
    large.setPixelSize(area.height() / 3);
    large.setWeight(QFont::Light);
    // A long code such as "AU-NSW" is scaled to 80 % of the width.
    const int widest = area.width() * 4 / 5;
    if (const int width = QFontMetrics(large).horizontalAdvance(code); width > widest)
        large.setPixelSize(large.pixelSize() * widest / width);
    painter->setFont(large);
    painter->setPen(ink);
    painter->drawText(area, Qt::AlignCenter, code);
}

void FlagDelegate::paintBadge(QPainter *painter, const QRect &area) const
{
    const QRectF badge = CellMetrics::badge(area);
    painter->setPen(QPen(m_palette.color(QPalette::Base), 1.5));
    painter->setBrush(m_badge);
    painter->drawEllipse(badge);
    const qreal inset = (badge.width() - StateIcons::side) / 2;
    painter->drawPixmap(badge.topLeft() + QPointF(inset, inset), m_icons.tick());
}

void FlagDelegate::paintCaption(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const QString code = index.data(FlagModel::CodeRole).toString();
    const std::chrono::seconds wait(index.data(FlagModel::ServerWaitRole).toInt());
    const bool waits = wait.count() > 0;
    const auto state = waits ? FlagState::Waiting : index.data(FlagModel::StateRole).value<FlagState>();
    const QFontMetrics metrics = painter->fontMetrics();
    const int codeWidth = metrics.horizontalAdvance(code);
    const bool isChanged = index.data(FlagModel::ChangedRole).toBool();
    QString word = waits ? stateWord(wait) : isChanged ? changedWord() : stateWord(state);
    if (const QString fallback = index.data(FlagModel::FallbackRole).toString();
        state == FlagState::Saved && !isChanged && !fallback.isEmpty())
        word = metrics.elidedText(tr("from %1", "source").arg(fallback), Qt::ElideRight,
            line.width() - codeWidth - codeGap - StateIcons::side - iconGap);
    const int stateWidth
        = word.isEmpty() ? 0 : codeGap + StateIcons::side + iconGap + metrics.horizontalAdvance(word);
    int x = line.left() + (line.width() - codeWidth - stateWidth) / 2;

    painter->setPen(mutedText(m_palette));
    painter->drawText(
        QRect(x, line.top(), codeWidth, line.height()), Qt::AlignVCenter | Qt::TextDontClip, code);
    if (word.isEmpty())
        return;
    x += codeWidth + codeGap;
    painter->drawPixmap(x, line.top() + (line.height() - StateIcons::side) / 2,
        isChanged ? m_icons.changed() : m_icons.of(state));
    x += StateIcons::side + iconGap;
    painter->setPen(stateColour(state, m_palette));
    painter->drawText(
        QRect(x, line.top(), line.right() - x + 1, line.height()), Qt::AlignVCenter | Qt::TextDontClip, word);
}

void FlagDelegate::paintFocus(QPainter *painter, const QStyleOptionViewItem &option) const
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = m_palette.color(QPalette::Base);
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}
