#include "ui/grid/countrypane.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/language/joining.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/groupsuggestion.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EmptySearchNotice::EmptySearchNotice(QWidget &covered, QWidget *parent)
    : QWidget(parent)
    , m_covered(covered)
    , m_text(wrappingLabel())
    , m_search(new QPushButton)
    , m_searchAll(new QPushButton(tr("Search all")))
{
    m_searchAll->setToolTip(tr("Searches all countries and regions (Alt+1)"));
    auto *clear = new QPushButton(tr("Clear search"));
    clear->setToolTip(tr("Shows every country again (Esc)"));
    m_text->setAlignment(Qt::AlignCenter);
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
    layout->addWidget(m_searchAll, 0, Qt::AlignHCenter);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(clear, &QPushButton::clicked, this, &EmptySearchNotice::clearRequested);
    connect(m_searchAll, &QPushButton::clicked, this, &EmptySearchNotice::searchAllRequested);
    connect(m_search, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(m_nearest); });
    covered.installEventFilter(this);
    hide();
}

void EmptySearchNotice::setSearch(const QString &search, const std::optional<QueryProblem> &problem)
{
    m_reason = problem               ? tr("“%1”: %2").arg(problem->word, problem->advice)
        : search.trimmed().isEmpty() ? tr("There is no country here.")
                                     : tr("No country here matches “%1”.").arg(search.trimmed());
    m_reason.replace(u'-', QChar(0x2011)); // non-breaking hyphen: ids of regions stay on one line
    updateText();
    m_nearest = problem ? problem->nearest : QString();
    m_search->setText(tr("Search for %1").arg(QString(m_nearest).replace(u'&', "&&"_L1)));
    m_search->setVisible(!m_nearest.isEmpty());
}

void EmptySearchNotice::setOutside(const OutsideMatches &outside, const QString &view)
{
    QStringList found;
    if (outside.countries > 0)
        found.append(tr("%n match(es)", nullptr, outside.countries));
    if (outside.extras > 0)
        found.append(tr("%n region(s)", nullptr, outside.extras));
    m_outside = found.isEmpty()
        ? QString()
        : tr("%1 outside of “%2”.", "1 match; title of the view").arg(joinedPhrases(found), view);
    m_searchAll->setVisible(!found.isEmpty());
    updateText();
}

void EmptySearchNotice::updateText()
{
    m_text->setText(joinedSentences({m_reason, m_outside}));
}

bool EmptySearchNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_covered && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        cover();
    return QWidget::eventFilter(watched, event);
}

void EmptySearchNotice::cover()
{
    setGeometry(QRect(m_covered.mapTo(parentWidget(), QPoint()), m_covered.size()));
}

CountryPane::CountryPane(FlagModel &model, const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_finder(catalogue)
    , m_grid(new FlagGrid(this))
    , m_notice(new EmptySearchNotice(*m_grid->viewport(), this))
    , m_suggestion(new GroupSuggestion(m_finder.catalogue()))
{
    for (const Place &continent : catalogue.facts().continents)
        m_continents.insert(continent.id, placeNameIn(continent.code, catalogue.language()));
    m_filter.setSourceModel(&model);
    m_grid->setModel(&m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_grid);
    layout->addWidget(m_suggestion);
    setFocusProxy(m_grid);

    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &CountryPane::updateNotice);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &CountryPane::updateNotice);
    connect(m_notice, &EmptySearchNotice::clearRequested, this, &CountryPane::clearSearchRequested);
    connect(m_notice, &EmptySearchNotice::searchRequested, this, &CountryPane::searchRequested);
    connect(m_notice, &EmptySearchNotice::searchAllRequested, this, &CountryPane::searchAllRequested);
    connect(m_suggestion, &GroupSuggestion::accepted, this, &CountryPane::groupRequested);
    connect(&m_filter, &FlagFilter::refreshed, this, &CountryPane::updateNotice);
    connect(&m_finder, &CountryFinder::improved, this, &CountryPane::search);
    followPictures();
}

void CountryPane::setSearch(const QString &text)
{
    m_search = text;
    search();
    m_suggestion->setSearch(text);
    if (text.trimmed().isEmpty())
        showCurrentCell();
    else
        m_grid->scrollToTop(); // the best match is first
}

// After a search the user continues with the country that it has found.
void CountryPane::showCurrentCell()
{
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid())
        m_grid->scrollTo(current, QAbstractItemView::PositionAtCenter);
    else
        m_grid->scrollToTop();
}

void CountryPane::setCategory(FlagCategory category)
{
    m_filter.setCategory(category);
    m_grid->scrollToTop();
}

void CountryPane::setOrder(SortOrder order)
{
    m_filter.setOrder(order);
    m_grid->scrollToTop();
    Q_EMIT orderChanged(order);
}

void CountryPane::setGrouped(bool grouped)
{
    m_filter.setGrouped(grouped);
    m_grid->setSections(
        grouped ? [this](const QModelIndex &cell) { return continentOf(cell); } : SectionedView::TitleOf());
    Q_EMIT groupedChanged(grouped);
}

QString CountryPane::continentOf(const QModelIndex &cell) const
{
    const int row = m_filter.mapToSource(cell).row();
    const QString id = m_model.entries().at(std::size_t(row)).country.continent;
    return id.isEmpty() ? tr("Others", "countries without a continent") : m_continents.value(id, id);
}

void CountryPane::setBusy(bool busy)
{
    if (busy == m_isBusy)
        return;
    m_isBusy = busy;
    scheduleLoading();
}

void CountryPane::followPictures()
{
    m_loading.setSingleShot(true);
    m_loading.setInterval(0);
    connect(&m_loading, &QTimer::timeout, this, &CountryPane::loadPictures);
    connect(&m_pictures, &PictureLoader::loaded, &m_model, &FlagModel::setPicture);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (roles.contains(FlagModel::ResultRole))
                scheduleLoading();
        });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &CountryPane::scheduleLoading);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &CountryPane::scheduleLoading);
    connect(m_grid->verticalScrollBar(), &QAbstractSlider::valueChanged, this, &CountryPane::scheduleLoading);
    connect(m_grid->verticalScrollBar(), &QAbstractSlider::rangeChanged, this, &CountryPane::scheduleLoading);
    connect(m_grid, &FlagGrid::pictureBoxChanged, this, &CountryPane::updatePictureBox);
    updatePictureBox();
}

void CountryPane::updatePictureBox()
{
    m_model.setPictureBox(m_grid->pictureBox(), m_grid->devicePixelRatioF());
    scheduleLoading();
}

void CountryPane::scheduleLoading()
{
    if (!m_loading.isActive())
        m_loading.start();
}

void CountryPane::loadPictures()
{
    QList<ThumbnailRequest> visible;
    QList<ThumbnailRequest> others;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const QModelIndex cell = m_filter.index(row, 0);
        const auto needed = m_model.neededPicture(m_filter.mapToSource(cell).row());
        if (needed)
            (m_grid->isInView(cell) ? visible : others).append(*needed);
    }
    m_pictures.load(m_isBusy ? visible : visible + others);
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
    const bool isEmpty = m_filter.rowCount() == 0;
    if (isEmpty)
        m_notice->setOutside(m_filter.outsideMatches(), categoryTitle(m_filter.category()));
    m_notice->setVisible(isEmpty);
}
