#include "ui/compare/comparewindow.h"

#include "app/builtin/builtinservers.h"
#include "app/failures/failure.h"
#include "app/sources/sourcetexts.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/textwidgets.h"
#include "ui/sources/sourceregistry.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Device-independent pixels.
constexpr QSize defaultSize{760, 560};
constexpr QSize pictureSize{96, 72};

enum Which {
    TickedCountries,
    CurrentCountry,
};

QComboBox *chooser(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(11);
    return combo;
}

} // namespace

CompareWindow::CompareWindow(const SourceRegistry &registry, BuiltinServers &servers,
    const TransferSettings &transfer, CompareCountries countries, const QString &first, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_registry(registry)
    , m_servers(servers)
    , m_transfer(transfer)
    , m_countries(std::move(countries))
    , m_first(chooser(tr("First source")))
    , m_second(chooser(tr("Second source")))
    , m_which(chooser(tr("Which countries are compared")))
    , m_start(new QPushButton)
    , m_table(new QTableView)
    , m_status(wrappingLabel())
{
    setWindowTitle(tr("Compare sources"));
    setWindowIcon(applicationIcon());
    resize(defaultSize);
    offerSources(first);
    m_model.begin(m_first->currentText(), m_second->currentText(), devicePixelRatioF(), edgeColour());
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Compared flags, those that differ most first"));
    m_table->setIconSize(pictureSize);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(pictureSize.height() + CellMetrics::unit);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(
        CompareModel::DifferenceColumn, QHeaderView::ResizeToContents);

    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(choices());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_status);

    connect(m_start, &QPushButton::clicked, this, &CompareWindow::startOrStop);
    connect(&m_comparison, &Comparison::compared, this, &CompareWindow::addRow);
    connect(&m_comparison, &Comparison::finished, this, &CompareWindow::updateState);
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    updateState();
    m_start->setFocus();
}

QLayout *CompareWindow::choices()
{
    auto *with = new QLabel(tr("&with"));
    with->setBuddy(m_second);
    auto *compare = new QLabel(tr("Compare the flags &of"));
    compare->setBuddy(m_first);
    auto *forCountries = new QLabel(tr("&for"));
    forCountries->setBuddy(m_which);
    if (!m_countries.ticked.isEmpty())
        m_which->addItem(tr("%n ticked countries", nullptr, int(m_countries.ticked.size())), TickedCountries);
    if (!m_countries.current.isEmpty())
        m_which->addItem(m_countries.current.first().displayName, CurrentCountry);

    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(compare);
    row->addWidget(m_first, 1);
    row->addWidget(with);
    row->addWidget(m_second, 1);
    row->addWidget(forCountries);
    row->addWidget(m_which, 1);
    row->addSpacing(CellMetrics::unit);
    row->addWidget(m_start);
    return row;
}

void CompareWindow::offerSources(const QString &first)
{
    for (QComboBox *combo : {m_first, m_second}) {
        for (const Source &source : m_registry.sources().sources())
            combo->addItem(displayTitle(source), QVariant::fromValue(source));
    }
    for (int row = 0; row < m_first->count(); ++row) {
        if (m_first->itemData(row).value<Source>().id == first)
            m_first->setCurrentIndex(row);
    }
    // The built-in source, the first in the list, is always available.
    m_second->setCurrentIndex(m_first->currentIndex() == 0 ? m_second->count() - 1 : 0);
}

void CompareWindow::startOrStop()
{
    if (m_comparison.isRunning())
        m_comparison.cancel();
    else
        start();
}

void CompareWindow::start()
{
    const auto first = addressed(m_first);
    const auto second = addressed(m_second);
    if (!first || !second)
        return;
    m_model.begin(displayTitle(*first), displayTitle(*second), devicePixelRatioF(), edgeColour());
    m_comparison.start({.countries = chosenCountries(),
        .sources = {*first, *second},
        .transfer = m_transfer,
        .pictureSize = pictureSize * devicePixelRatioF()});
    updateState();
}

void CompareWindow::addRow(const ComparedFlag &flag)
{
    m_model.add(flag);
    updateState();
}

void CompareWindow::updateState()
{
    const bool isRunning = m_comparison.isRunning();
    const bool isEmpty = m_which->count() == 0;
    m_start->setText(isRunning ? tr("&Stop") : tr("&Compare"));
    m_start->setEnabled(!isEmpty);
    for (QComboBox *combo : {m_first, m_second, m_which})
        combo->setEnabled(!isRunning);
    if (isRunning)
        m_status->setText(tr("%1 of %2").arg(m_comparison.done()).arg(m_comparison.total()));
    else if (m_model.rowCount() > 0)
        m_status->setText(tr("The largest difference comes first: 0 is equal, 100 is black against white. "
                             "Below 8, mostly size and ratio differ."));
    else if (isEmpty)
        m_status->setText(tr("Tick the countries that you want to compare, then open this window again."));
    else
        m_status->setText(tr("Choose two sources. Nothing is saved."));
}

std::optional<Source> CompareWindow::addressed(const QComboBox *chooser)
{
    auto ready = m_servers.resolveAddresses(chooser->currentData().value<Source>());
    if (!ready) {
        m_status->setText(failureText(ready.error(), {}));
        return std::nullopt;
    }
    return *std::move(ready);
}

QColor CompareWindow::edgeColour() const
{
    QColor edge = palette().color(QPalette::Text);
    edge.setAlphaF(0.2F);
    return edge;
}

QList<Country> CompareWindow::chosenCountries() const
{
    return m_which->currentData().toInt() == CurrentCountry ? m_countries.current : m_countries.ticked;
}
