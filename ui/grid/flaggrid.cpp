#include "ui/grid/flaggrid.h"

#include "ui/grid/cellclicks.h"
#include "ui/grid/flagmodel.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QWindow>

#include <algorithm>
#include <utility>

FlagGrid::FlagGrid(QWidget *parent)
    : SectionedView(parent)
    , m_delegate(m_fade)
    , m_clicks(new CellClicks(*this, m_delegate))
{
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSpacing(CellMetrics::unit);
    setSelectionMode(NoSelection);
    setDragDropMode(NoDragDrop);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // the viewport's width must not depend on the number of rows
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover); // not every style sets it
    m_delegate.setSections(sections());
    setItemDelegate(&m_delegate);
    setAccessibleName(tr("Countries"));
    connect(&m_fade, &FadeIn::stepped, this, &FlagGrid::updatePicture);
    connect(m_clicks, &CellClicks::ticked, this, &FlagGrid::ticked);
    connect(m_clicks, &CellClicks::opened, this, &FlagGrid::opened);
    connect(m_clicks, &CellClicks::dragged, this, &FlagGrid::dragged);
    connect(m_clicks, &CellClicks::badgeEntered, this, &FlagGrid::showHoveredBadge);
    connect(m_clicks, &CellClicks::badgeUnticked, &m_delegate, &FlagDelegate::setUntickedBadge);
    updateMetrics({});
}

void FlagGrid::setPictureWidth(int width)
{
    m_pictureWidth = std::clamp(width, CellMetrics::minimumPictureWidth, CellMetrics::maximumPictureWidth);
    updateMetrics(topCell());
}

QSize FlagGrid::pictureBox() const
{
    return (m_delegate.metrics().picture().toSizeF() * devicePixelRatioF()).toSize();
}

bool FlagGrid::isInView(const QModelIndex &cell) const
{
    return visualRect(cell).intersects(viewport()->rect());
}

void FlagGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_clicks->press(*event);
}

void FlagGrid::mouseMoveEvent(QMouseEvent *event)
{
    m_clicks->move(*event);
}

void FlagGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_clicks->release(*event);
}

void FlagGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_clicks->doubleClick(*event);
}

void FlagGrid::keyPressEvent(QKeyEvent *event)
{
    // Every platform sends a context menu event for the Menu key, but only some for Shift+F10.
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return requestMenuByKey();
    const bool toggles = event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool opens = isReturn
        && !event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier);
    if ((!toggles && !opens) || !currentIndex().isValid())
        return QListView::keyPressEvent(event);
    if (event->isAutoRepeat()) // a key that is held down acts once
        return;
    if (opens)
        Q_EMIT opened(currentIndex());
    else
        m_clicks->toggleOrTickRange(currentIndex(), event->modifiers());
}

bool FlagGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        showHoveredBadge({});
    if (event->type() == QEvent::ToolTip && m_delegate.hoveredBadge().isValid()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), badgeToolTip(), viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

void FlagGrid::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return requestMenuByKey();
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    Q_EMIT menuRequested(index, event->globalPos());
}

void FlagGrid::requestMenuByKey()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    scrollTo(index);
    const QPoint under(0, CellMetrics::unit); // the menu must not cover the cell
    Q_EMIT menuRequested(index, viewport()->mapToGlobal(visualRect(index).bottomLeft() + under));
}

void FlagGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        updateAppearance();
        updateMetrics(topCell());
        break;
    default:
        break;
    }
}

void FlagGrid::resizeEvent(QResizeEvent *event)
{
    const QPersistentModelIndex top = topCell(); // before the new layout of the rows
    const bool wasInView = visualRect(currentIndex()).intersects(QRect(QPoint(), event->oldSize()));
    QListView::resizeEvent(event);
    updateMetrics(top);
    if (wasInView)
        scrollTo(currentIndex());
}

void FlagGrid::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    connect(window()->windowHandle(), &QWindow::screenChanged, this, &FlagGrid::updateAppearance,
        Qt::UniqueConnection);
    updateAppearance();
}

void FlagGrid::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const bool arrival = roles.contains(FlagModel::ArrivalRole);
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    const bool isScrolling = m_scrolled.isValid() && m_scrolled.elapsed() < FadeIn::duration;
    if (arrival && animated && !isScrolling && topLeft.data(Qt::DecorationRole).isValid()
        && isInView(topLeft))
        m_fade.start(topLeft);
    QListView::dataChanged(topLeft, bottomRight, roles);
}

void FlagGrid::scrollContentsBy(int dx, int dy)
{
    m_scrolled.start();
    m_fade.stop();
    QListView::scrollContentsBy(dx, dy);
}

void FlagGrid::toggle(const QModelIndex &index)
{
    m_clicks->toggle(index);
}

void FlagGrid::keyboardSearch(const QString &typed)
{
    if (const auto found = m_typeAhead.find(*model(), currentIndex(), typed); found.isValid())
        setCurrentIndex(found);
}

QString FlagGrid::badgeToolTip() const
{
    const QModelIndex cell = m_delegate.hoveredBadge();
    const bool isTicked = cell.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    const QString name = cell.data(Qt::DisplayRole).toString();
    return isTicked ? tr("Untick %1 (Space)").arg(name) : tr("Tick %1 (Space)").arg(name);
}

void FlagGrid::showHoveredBadge(const QModelIndex &cell)
{
    const QModelIndex before = m_delegate.hoveredBadge();
    if (before == cell)
        return;
    m_delegate.setHoveredBadge(cell);
    update(before);
    update(cell);
}

void FlagGrid::updateAppearance()
{
    m_delegate.setAppearance(palette(), devicePixelRatioF());
    viewport()->update();
    reportPictureBox();
}

QModelIndex FlagGrid::topCell() const
{
    if (verticalScrollBar()->value() == 0)
        return {};
    constexpr QPoint corner(2 * CellMetrics::unit, 2 * CellMetrics::unit);
    const QModelIndex cell = indexAt(corner);
    return cell.isValid() ? cell : indexAt(corner + QPoint(0, headingHeight()));
}

void FlagGrid::updateMetrics(const QPersistentModelIndex &staying)
{
    constexpr int gap = CellMetrics::unit;
    const CellMetrics narrow(m_pictureWidth, fontMetrics());
    const int available = viewport()->width() - gap - 1;
    const int columns = std::max(1, available / (narrow.cell().width() + gap));
    const int stretch = std::max(0, available / columns - gap - narrow.cell().width());
    const CellMetrics metrics(m_pictureWidth, fontMetrics(), stretch);
    setLine(columns, metrics.cell().width() + gap);
    if (metrics == m_delegate.metrics())
        return;
    m_delegate.setMetrics(metrics);
    if (model() != nullptr)
        doItemsLayout();
    if (staying.isValid())
        scrollTo(staying, PositionAtTop);
    reportPictureBox();
}

void FlagGrid::reportPictureBox()
{
    if (const QSize box = pictureBox(); box != std::exchange(m_lastPictureBox, box))
        Q_EMIT pictureBoxChanged();
}

void FlagGrid::paintEvent(QPaintEvent *event)
{
    m_delegate.setExposed(event->region());
    m_delegate.setCurrentCell(currentIndex());
    paintCells(event->region());
    paintHeadings(event->region());
}

void FlagGrid::updatePicture(const QModelIndex &cell)
{
    viewport()->update(m_delegate.metrics().pictureArea(visualRect(cell)));
}
