#include "ui/grid/countrypane.h"

#include "ui/grid/emptysearchnotice.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"

#include <QVBoxLayout>

CountryPane::CountryPane(FlagModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
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
    redrawPictures();
}

void CountryPane::setSearch(const QString &text)
{
    m_notice->setSearch(text);
    m_filter.setText(text);
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

void CountryPane::updateNotice()
{
    m_notice->setVisible(m_filter.rowCount() == 0);
}
