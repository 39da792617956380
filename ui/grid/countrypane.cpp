#include "ui/grid/countrypane.h"

#include "ui/grid/emptysearchnotice.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"

#include <QVBoxLayout>

CountryPane::CountryPane(FlagModel &model, const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_finder(catalogue)
    , m_grid(new FlagGrid)
    , m_notice(new EmptySearchNotice(m_grid->viewport()))
{
    m_filter.setSourceModel(&model);
    m_grid->setModel(&m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);
    setFocusProxy(m_grid);

    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &CountryPane::updateNotice);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &CountryPane::updateNotice);
    connect(m_grid, &FlagGrid::pictureBoxChanged, this, &CountryPane::redrawPictures);
    connect(&m_thumbnails, &ThumbnailRefresh::drawn, &m_model, &FlagModel::setPicture);
    connect(m_notice, &EmptySearchNotice::clearRequested, this, &CountryPane::clearSearchRequested);
    connect(m_notice, &EmptySearchNotice::searchRequested, this, &CountryPane::searchRequested);
    connect(&m_finder, &CountryFinder::improved, this, &CountryPane::search);
    redrawPictures();
}

void CountryPane::setSearch(const QString &text)
{
    m_search = text;
    search();
    m_grid->scrollToTop();
}

void CountryPane::setCategory(FlagCategory category)
{
    m_filter.setCategory(category);
    m_grid->scrollToTop();
}

void CountryPane::redrawPictures()
{
    m_model.setPictureBox(m_grid->pictureBox(), m_grid->devicePixelRatioF());
    QList<FlagFile> flags;
    const QModelIndexList cells = m_grid->visibleFirst();
    for (const QModelIndex &cell : cells) {
        if (cell.data(Qt::DecorationRole).isValid()) {
            const auto result = cell.data(FlagModel::ResultRole).value<FlagResult>();
            flags.append({result.country.code, result.path});
        }
    }
    m_thumbnails.start(flags, m_grid->pictureBox());
}

void CountryPane::search()
{
    const SearchMatches matches = m_search.trimmed().isEmpty() ? SearchMatches() : m_finder.find(m_search);
    m_notice->setSearch(m_search, matches.problem);
    m_filter.setSearch(matches);
    updateNotice();
}

void CountryPane::updateNotice()
{
    m_notice->setVisible(m_filter.rowCount() == 0);
}
