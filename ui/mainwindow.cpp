#include "ui/mainwindow.h"

#include "app/countries/catalogue.h"
#include "app/countries/presets.h"
#include "app/failures/failuretext.h"
#include "ui/categorybar.h"
#include "ui/cellfailure.h"
#include "ui/countrypane.h"
#include "ui/downloadbutton.h"
#include "ui/flaggrid.h"
#include "ui/folderrow.h"
#include "ui/messageline.h"
#include "ui/progressrow.h"
#include "ui/searchfield.h"
#include "ui/selectmenu.h"
#include "ui/sizeslider.h"
#include "ui/sourcechooser.h"
#include "ui/svgicon.h"
#include "ui/windowmemory.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds frame{16};
constexpr QSize firstSize(1120, 760);
constexpr int margin = 2 * CellMetrics::unit;

// Codes that no country has may be asked for, too: they get a cell behind the others.
QList<Country> countriesFor(const Catalogue &catalogue, const WindowOptions &options)
{
    QList<Country> countries = catalogue.countries();
    const QStringList wanted = options.ticked.value_or(QStringList());
    for (const QString &code : wanted) {
        if (!catalogue.find(code))
            countries.append(catalogue.countryFor(code));
    }
    return countries;
}

QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Flags"_s;
}
} // namespace

MainWindow::MainWindow(DownloadQueue &queue, const Catalogue &catalogue, const SourceList &sources,
    BuiltinServers &servers, const WindowOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_model(countriesFor(catalogue, options))
    , m_batch(queue, servers, m_model, options)
    , m_countries(new CountryPane(m_model))
    , m_source(new SourceChooser(sources, servers))
    , m_search(new SearchField)
    , m_select(new SelectMenu(m_model, m_countries->filter(), this))
    , m_download(new DownloadButton)
    , m_categories(new CategoryBar)
    , m_size(new SizeSlider)
    , m_message(new MessageLine)
    , m_folder(new FolderRow)
    , m_progress(new ProgressRow)
{
    setWindowTitle(tr("Flagfetch"));
    setWindowIcon(applicationIcon());
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(frame);
    layOut();
    connectControls();
    connectGrid();
    connectBatch();
    restore(options);
    refresh();
    m_countries->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    m_batch.cancel();
    event->accept();
}

void MainWindow::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(topBar());
    layout->addLayout(chipBar());
    layout->addWidget(m_countries, 1);
    layout->addLayout(bottomBar());
}

QLayout *MainWindow::topBar()
{
    auto *select = new QPushButton(tr("Se&lect"));
    select->setToolTip(tr("Tick many countries at once"));
    select->setMenu(m_select);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(margin, margin, margin, CellMetrics::unit);
    bar->setSpacing(CellMetrics::unit);
    bar->addWidget(m_source);
    bar->addSpacing(CellMetrics::unit);
    bar->addWidget(m_search, 1);
    bar->addSpacing(CellMetrics::unit);
    bar->addWidget(select);
    bar->addWidget(m_download);
    return bar;
}

QLayout *MainWindow::chipBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(margin, 0, margin, CellMetrics::unit);
    bar->addWidget(m_categories, 1);
    bar->addWidget(m_size);
    return bar;
}

QLayout *MainWindow::bottomBar()
{
    auto *lowest = new QHBoxLayout;
    lowest->setSpacing(3 * CellMetrics::unit);
    lowest->addWidget(m_folder, 1);
    lowest->addWidget(m_progress, 1);

    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(margin, CellMetrics::unit, margin, margin);
    bar->setSpacing(CellMetrics::unit);
    bar->addWidget(m_message);
    bar->addLayout(lowest);
    return bar;
}

void MainWindow::connectControls()
{
    connect(m_search, &QLineEdit::textChanged, m_countries, &CountryPane::setSearch);
    connect(m_search, &QLineEdit::returnPressed, m_countries, qOverload<>(&QWidget::setFocus));
    connect(m_countries, &CountryPane::clearSearchRequested, m_search, &QLineEdit::clear);
    connect(m_categories, &CategoryBar::categoryChanged, m_countries, &CountryPane::setCategory);
    connect(m_size, &SizeSlider::pictureWidthChanged, m_countries->grid(), &FlagGrid::setPictureWidth);
    connect(m_folder, &FolderRow::openFailed, this, &MainWindow::showProblem);
    connect(m_download, &QPushButton::clicked, this, &MainWindow::downloadOrCancel);
    connect(m_message, &MessageLine::retryRequested, this,
        [this] { startBatch(m_model.codesIn(FlagCategory::Failed)); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, this, &MainWindow::clearSearchOrCancel);
}

void MainWindow::connectGrid()
{
    const FlagGrid *grid = m_countries->grid();
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MainWindow::scheduleRefresh);
    connect(grid->model(), &QAbstractItemModel::rowsInserted, this, &MainWindow::scheduleRefresh);
    connect(grid->model(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::scheduleRefresh);
    connect(grid, &QAbstractItemView::activated, m_download, &QPushButton::click);
    connect(grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showProblem({}); });
}

void MainWindow::connectBatch()
{
    connect(&m_batch, &BatchControl::problem, this, &MainWindow::showProblem);
    connect(&m_batch, &BatchControl::started, this, &MainWindow::refresh);
    connect(&m_batch, &BatchControl::ticked, this, &MainWindow::scheduleRefresh);
    connect(&m_batch, &BatchControl::pauseChanged, this, &MainWindow::refresh);
    connect(&m_batch, &BatchControl::finished, this, &MainWindow::endBatch);
    connect(m_message, &MessageLine::continueRequested, &m_batch, &BatchControl::resume);
}

void MainWindow::restore(const WindowOptions &options)
{
    const WindowMemory memory = WindowMemory::load();
    if (!restoreGeometry(memory.geometry))
        resize(firstSize);
    m_folder->setFolder(options.folder.value_or(memory.folder.value_or(usualFolder())));
    m_model.setTicked(options.ticked.value_or(memory.ticked.value_or(twentyMostPopulous())));
    m_size->setPictureWidth(memory.pictureWidth.value_or(CellMetrics::usualPicture));
    if (options.source)
        m_source->setSource(*options.source);
    else if (memory.sourceId)
        m_source->setSourceId(*memory.sourceId);
}

void MainWindow::remember() const
{
    const WindowMemory memory{
        .geometry = saveGeometry(),
        .sourceId = m_source->source().id,
        .folder = m_folder->folder(),
        .ticked = m_model.codesIn(FlagCategory::Ticked),
        .pictureWidth = m_countries->grid()->pictureWidth(),
    };
    memory.store();
}

void MainWindow::downloadOrCancel()
{
    if (m_batch.isRunning()) {
        m_batch.cancel();
        return;
    }
    // Whoever presses Download wants to see these flags arrive, and they may lie far apart among all.
    m_categories->choose(FlagCategory::Ticked);
    startBatch(m_model.codesIn(FlagCategory::Ticked));
}

void MainWindow::startBatch(const QStringList &codes)
{
    m_problem.clear();
    m_batchBox = m_countries->grid()->pictureBox();
    m_batch.start(codes, m_source->source(), m_folder->folder(), m_batchBox);
}

void MainWindow::endBatch(const BatchProgress &progress)
{
    m_progress->showFinished(progress);
    refresh();
    if (m_batchBox != m_countries->grid()->pictureBox())
        m_countries->redrawPictures();
}

void MainWindow::clearSearchOrCancel()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    else
        m_batch.cancel();
}

void MainWindow::scheduleRefresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void MainWindow::refresh()
{
    m_refresh.stop();
    const CategoryCounts counts = m_model.counts();
    const bool running = m_batch.isRunning();
    m_categories->setCounts(counts);
    m_select->updateTexts();
    m_source->setEnabled(!running);
    m_folder->setChangeable(!running);
    if (running) {
        m_download->showCancel();
        m_progress->showRunning(m_batch.progress());
    } else {
        m_download->showDownload(counts.of(FlagCategory::Ticked));
    }
    refreshMessage();
}

void MainWindow::refreshMessage()
{
    const BatchProgress progress = m_batch.progress();
    QString failure = progress.pausedBy ? failureText(*progress.pausedBy, {}) : m_problem;
    if (failure.isEmpty())
        failure = cellFailure(m_countries->grid()->currentIndex());
    if (failure.isEmpty())
        failure = firstFailure(m_model);
    if (!failure.isEmpty())
        m_message->showFailure(failure);
    else
        m_message->showHint(
            m_batchBox.isValid() ? QString() : tr("Tick the flags you want, then press Download."));

    const bool canRetry = !m_batch.isRunning() && m_model.counts().of(FlagCategory::Failed) > 0;
    m_message->offer(progress.isPaused ? MessageLine::Offer::Continue
            : canRetry                 ? MessageLine::Offer::RetryFailed
                                       : MessageLine::Offer::Nothing);
}

void MainWindow::showProblem(const QString &text)
{
    m_problem = text;
    refreshMessage();
}
