#include "ui/details/detailssplitter.h"

#include "ui/details/detailspanel.h"
#include "ui/details/flagactions.h"
#include "ui/details/flagdrag.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/look/cellmetrics.h"

#include <QAction>
#include <QPixmap>

#include <algorithm>
#include <chrono>

namespace {
constexpr std::chrono::milliseconds pauseBetweenPictures{200};
// A column of the largest pictures and the scroll bar, and a picture of the usual size. However large the
// details and the timeline are, the grid stays usable.
constexpr QSize smallestGrid(
    CellMetrics::maximumPictureWidth + 6 * CellMetrics::unit, CellMetrics::defaultPictureWidth * 3 / 4);
} // namespace

DetailsSplitter::DetailsSplitter(
    CountryPane *countries, const FlagModel &model, const Catalogue &catalogue, QWidget &window)
    : m_model(model)
    , m_countries(countries)
    , m_actions(new FlagActions(window))
    , m_panel(new DetailsPanel(model, catalogue, *m_actions))
{
    addWidget(countries);
    countries->setMinimumSize(smallestGrid);
    addWidget(m_panel);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);

    FlagGrid *grid = countries->grid();
    m_actions->bindKeys(*grid);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    m_pictures.setSingleShot(true);
    m_pictures.setInterval(pauseBetweenPictures);
    connect(&m_pictures, &QTimer::timeout, this, &DetailsSplitter::refresh);
    connect(&m_refresh, &QTimer::timeout, this, &DetailsSplitter::refresh);
    connect(grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &DetailsSplitter::setCell);
    connect(grid->model(), &QAbstractItemModel::dataChanged, this, &DetailsSplitter::onDataChanged);
    connect(grid, &FlagGrid::dragged, this, &DetailsSplitter::drag);
    connect(m_panel->toggle(), &QAction::toggled, this, &DetailsSplitter::onToggled);
    connect(m_panel, &DetailsPanel::left, grid, qOverload<>(&QWidget::setFocus));
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_panelWidth = m_panel->width();
        Q_EMIT panelChanged();
    });
}

bool DetailsSplitter::isPanelShown() const
{
    return m_panel->toggle()->isChecked();
}

void DetailsSplitter::setPanel(bool isShown, int width)
{
    m_panelWidth = width;
    m_panel->toggle()->setChecked(isShown);
    applyWidth();
}

void DetailsSplitter::refresh()
{
    updateActions();
    m_panel->refresh();
}

void DetailsSplitter::setCell(const QModelIndex &cell)
{
    m_cell = cell;
    updateActions();
    m_panel->setCell(cell);
}

void DetailsSplitter::updateActions()
{
    const FlagEntry *entry = m_model.entryOf(m_cell.data(FlagModel::CodeRole).toString());
    m_actions->setFile(entry == nullptr ? std::nullopt : fileOf(*entry));
}

void DetailsSplitter::onDataChanged(
    const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    // The tooltip changes with all that the details show, and a tick does not change it.
    const bool isCell = m_cell.isValid() && first.row() <= m_cell.row() && m_cell.row() <= last.row();
    if (isCell && roles.contains(Qt::ToolTipRole))
        m_refresh.start();
    // The pictures of other countries say whose flag a territory uses.
    if (roles.contains(Qt::DecorationRole) && !m_pictures.isActive())
        m_pictures.start();
}

void DetailsSplitter::drag(const QModelIndex &cell)
{
    const auto picture = cell.data(Qt::DecorationRole).value<QPixmap>();
    dragFlags(*m_countries->grid()->viewport(), filesToDrag(cell, m_model), picture.toImage());
}

void DetailsSplitter::onToggled(bool isShown)
{
    if (isShown)
        applyWidth();
    Q_EMIT panelChanged();
}

// The width of the window is known before that of its parts.
void DetailsSplitter::applyWidth()
{
    setSizes({std::max(1, window()->width() - m_panelWidth - handleWidth()), m_panelWidth});
}
