#include "ui/grid/countrypane.h"

#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/look/cellmetrics.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

EmptySearchNotice::EmptySearchNotice(QWidget *covered)
    : QWidget(covered)
    , m_text(new QLabel)
    , m_search(new QPushButton)
{
    auto *clear = new QPushButton(tr("Clear search"));
    clear->setToolTip(tr("Shows every country again (Esc)"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::Text);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    m_text->setFont(larger);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * CellMetrics::unit, 0, 4 * CellMetrics::unit, 0);
    layout->setSpacing(2 * CellMetrics::unit);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(m_search, 0, Qt::AlignHCenter);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(clear, &QPushButton::clicked, this, &EmptySearchNotice::clearRequested);
    connect(m_search, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(m_nearest); });
    covered->installEventFilter(this);
    resize(covered->size());
    hide();
}

void EmptySearchNotice::setSearch(const QString &search, const std::optional<QueryProblem> &problem)
{
    QString text = problem           ? tr("“%1”: %2").arg(problem->word, problem->advice)
        : search.trimmed().isEmpty() ? tr("There is no country here.")
                                     : tr("No country here matches “%1”.").arg(search.trimmed());
    m_text->setText(
        text.replace(u'-', QChar(0x2011))); // non-breaking hyphen: ids of regions stay on one line
    m_nearest = problem ? problem->nearest : QString();
    m_search->setText(tr("Search for %1").arg(QString(m_nearest).replace(u'&', "&&"_L1)));
    m_search->setVisible(!m_nearest.isEmpty());
}

bool EmptySearchNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

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
    const bool isAny = std::ranges::any_of(
        m_model.entries(), [](const FlagEntry &entry) { return !entry.picture.isNull(); });
    const QModelIndexList cells = isAny ? m_grid->visibleFirst() : QModelIndexList();
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
