#include "ui/grid/flagdelegate.h"

#include "ui/grid/flagmodel.h"
#include "ui/look/focusring.h"
#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QTimerEvent>
#include <QWidget>

#include <algorithm>

namespace {

constexpr int frame = 16; // ms, 60 Hz
constexpr qsizetype maximumFades = 12; // at once; a screen full of them took 9 ms for each frame

// Sizes in device-independent pixels.
constexpr int iconGap = 3;
constexpr int codeGap = 6;

/// Draws a text from `x` on, in the middle of the height of the line.
void drawFrom(QPainter *painter, qreal x, const QRect &line, const QStaticText &text)
{
    painter->drawStaticText(QPointF(x, line.y() + (line.height() - text.size().height()) / 2), text);
}

void drawCentred(QPainter *painter, const QRect &area, const QStaticText &text)
{
    drawFrom(painter, area.x() + (area.width() - text.size().width()) / 2, area, text);
}

} // namespace

FadeIn::FadeIn(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
}

void FadeIn::start(const QModelIndex &cell)
{
    if (m_begins.size() >= maximumFades)
        return;
    m_begins.insert(cell, m_clock.elapsed());
    if (!m_timer.isActive())
        m_timer.start(frame, Qt::PreciseTimer, this);
}

void FadeIn::stop()
{
    m_timer.stop();
    const QList<QPersistentModelIndex> cells = m_begins.keys();
    m_begins.clear();
    for (const QPersistentModelIndex &cell : cells)
        Q_EMIT stepped(cell);
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

void FlagDelegate::setMetrics(const CellMetrics &metrics)
{
    m_metrics = metrics;
    m_shapes.setUp(m_metrics, m_palette, m_pixelRatio);
}

void FlagDelegate::setAppearance(const QPalette &palette, qreal pixelRatio)
{
    const bool isDrawn = !m_icons.tick().isNull();
    if (isDrawn && palette == m_palette && qFuzzyCompare(pixelRatio, m_pixelRatio))
        return;
    m_palette = palette;
    m_pixelRatio = pixelRatio;
    m_icons = StateIcons(palette, pixelRatio);
    m_placeholderText = placeholderText(palette);
    m_shapes.setUp(m_metrics, palette, pixelRatio);
}

void FlagDelegate::setHoveredBadge(const QModelIndex &cell)
{
    if (m_hoveredBadge.isValid() && m_hoveredBadge != cell)
        m_untickedBadge = QModelIndex();
    m_hoveredBadge = cell;
}

void FlagDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString code = index.data(FlagModel::CodeRole).toString();
    const bool ticked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    const auto picture = index.data(Qt::DecorationRole).value<QPixmap>();
    const QRect area = m_metrics.pictureArea(option.rect);

    painter->save();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->drawPixmap(option.rect.topLeft(), m_shapes.background(ticked, hovered));
    paintFocus(painter, option, index);

    const qreal opacity = picture.isNull() ? 0 : m_fade.opacityOf(index);
    const bool showsPicture = isExposed(area);
    if (showsPicture && opacity < 1)
        paintPlaceholder(painter, code, area);
    if (showsPicture && opacity > 0)
        paintPicture(painter, picture, area, opacity);
    if (ticked)
        paintBadge(painter, area);
    else
        paintEmptyBadge(painter, option, index);
    if (isFault(index.data(FlagModel::ConditionRole).value<FileCondition>()))
        painter->drawPixmap(CellShapes::faultCorner(area), m_shapes.fault());
    if (isExposed(option.rect.adjusted(0, area.bottom() + 1 - option.rect.top(), 0, 0)))
        paintTexts(painter, option, index);
    painter->restore();
}

void FlagDelegate::paintTexts(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    m_text.setSpace(option.font, m_metrics.textWidth());
    const NameLines &name = m_text.linesOf(index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    m_texts.setFont(painter->font());
    painter->setPen(m_palette.color(QPalette::Text));
    for (int line = 0; line < name.count; ++line) {
        drawCentred(painter, m_metrics.nameLine(option.rect, line, name.count),
            m_texts.of(name.lines[static_cast<std::size_t>(line)]));
    }
    paintCaption(painter, m_metrics.caption(option.rect, name.count), index);
}

QSize FlagDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QSize extra = m_sections == nullptr ? QSize(0, 0) : m_sections->extraOf(index.row());
    return m_metrics.cell() + extra;
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
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(edge, width));
    painter->drawRect(QRectF(corner, size).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

void FlagDelegate::paintPlaceholder(QPainter *painter, const QString &code, const QRect &area) const
{
    painter->drawPixmap(area.topLeft(), m_shapes.placeholder());
    painter->setPen(m_placeholderText);

    QFont large = painter->font();
    large.setPixelSize(area.height() / 3);
    large.setWeight(QFont::Light);
    painter->setFont(large);
    m_codes.setFont(painter->font());
    // A long code such as "AU-NSW" is scaled to 80 % of the width.
    const int widest = area.width() * 4 / 5;
    if (const int width = m_codes.widthOf(code); width > widest) {
        large.setPixelSize(large.pixelSize() * widest / width);
        painter->setFont(large);
        painter->drawText(area, Qt::AlignCenter, code);
        return;
    }
    drawCentred(painter, area, m_codes.of(code));
}

void FlagDelegate::paintBadge(QPainter *painter, const QRect &area) const
{
    const QRectF badge = CellMetrics::badge(area);
    painter->drawPixmap(CellShapes::badgeCorner(area), m_shapes.badge());
    const qreal inset = (badge.width() - StateIcons::side) / 2;
    painter->drawPixmap(badge.topLeft() + QPointF(inset, inset), m_icons.tick());
}

void FlagDelegate::paintEmptyBadge(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isClear = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
    const bool isOffered = m_hoveredBadge == index && m_untickedBadge != index;
    const EmptyBadge badge = isOffered ? EmptyBadge::Offered
        : isClear                      ? EmptyBadge::Clear
                                       : EmptyBadge::Quiet;
    const QPoint corner = CellShapes::badgeCorner(m_metrics.pictureArea(option.rect));
    painter->drawPixmap(corner, m_shapes.emptyBadge(badge));
}

void FlagDelegate::paintCaption(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const QString code = index.data(FlagModel::CodeRole).toString();
    const std::chrono::seconds wait(index.data(FlagModel::ServerWaitRole).toInt());
    const bool waits = wait.count() > 0;
    const auto state = waits ? FlagState::Waiting : index.data(FlagModel::StateRole).value<FlagState>();
    const int codeWidth = m_texts.widthOf(code);
    const auto condition = index.data(FlagModel::ConditionRole).value<FileCondition>();
    const bool isFaulty = !waits && showsFault(state, condition);
    const bool isChanged = !isFaulty && index.data(FlagModel::ChangedRole).toBool();
    QString word = waits ? stateWord(wait)
        : isFaulty       ? faultWord(condition)
        : isChanged      ? changedWord()
                         : stateWord(state);
    if (const QString fallback = index.data(FlagModel::FallbackRole).toString();
        state == FlagState::Saved && !isFaulty && !isChanged && !fallback.isEmpty())
        word = painter->fontMetrics().elidedText(tr("from %1", "source").arg(fallback), Qt::ElideRight,
            line.width() - codeWidth - codeGap - StateIcons::side - iconGap);
    const int stateWidth = word.isEmpty() ? 0 : codeGap + StateIcons::side + iconGap + m_texts.widthOf(word);
    int x = line.left() + (line.width() - codeWidth - stateWidth) / 2;

    painter->setPen(mutedText(m_palette));
    drawFrom(painter, x, line, m_texts.of(code));
    if (word.isEmpty())
        return;
    x += codeWidth + codeGap;
    painter->drawPixmap(x, line.top() + (line.height() - StateIcons::side) / 2,
        isFaulty        ? m_icons.fault()
            : isChanged ? m_icons.changed()
                        : m_icons.of(state));
    x += StateIcons::side + iconGap;
    painter->setPen(stateColour(isFaulty ? FlagState::Failed : state, m_palette));
    drawFrom(painter, x, line, m_texts.of(word));
}

void FlagDelegate::paintFocus(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr double pale = 0.4; // of the colour of the focus
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    if (!hasFocus && m_currentCell != index)
        return;
    const QColor colour = focusColour(m_palette, tickedTint(m_palette));
    paintFocusRing(
        *painter, option.rect, hasFocus ? colour : blend(colour, m_palette.color(QPalette::Base), pale));
}
