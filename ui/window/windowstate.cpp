#include "ui/window/windowstate.h"

#include "app/countries/countrygroups.h"
#include "ui/details/detailssplitter.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/cellmetrics.h"
#include "ui/preferences/preferences.h"
#include "ui/timeline/timelinesplitter.h"
#include "ui/window/windowrun.h"

#include <QScreen>
#include <QStandardPaths>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Device-independent pixels.
constexpr QSize defaultSize(1120, 760);
constexpr int widthForDetails = 1100; // of the window: the grid keeps five columns
constexpr QSize frameAllowance(2 * CellMetrics::unit, 5 * CellMetrics::unit);

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Flags"_s;
}

} // namespace

void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options)
{
    const WindowSettings stored = WindowSettings::load();
    if (!window.restoreGeometry(stored.geometry))
        window.resize(defaultSize.boundedTo(window.screen()->availableSize() - frameAllowance));
    const QString chosenFolder = Preferences::load().startFolder;
    const QString lastFolder = stored.folder.value_or(defaultFolder());
    parts.folder.setFolder(options.folder.value_or(chosenFolder.isEmpty() ? lastFolder : chosenFolder));
    const FileRules files = stored.files.value_or(FileRules());
    parts.files.setRules({
        .nameTemplate = options.nameTemplate.value_or(files.nameTemplate),
        .conflict = options.conflict ? options.conflict : files.conflict,
        .conversion = options.conversion.value_or(files.conversion),
    });
    parts.model.setTicked(options.ticked.value_or(stored.ticked.value_or(twentyMostPopulous())));
    if (stored.order && *stored.order != SortOrder::Name)
        parts.countries.setOrder(*stored.order);
    if (stored.isGrouped.value_or(false))
        parts.countries.setGrouped(true);
    parts.header.size()->setPictureWidth(stored.pictureWidth.value_or(CellMetrics::defaultPictureWidth));
    parts.details.setPanel(stored.detailsShown.value_or(window.width() >= widthForDetails),
        stored.detailsWidth.value_or(DetailsSplitter::usualPanelWidth));
    parts.timeline.setPanel(stored.timelineShown.value_or(false),
        stored.timelineHeight.value_or(
            std::min(TimelineSplitter::usualPanelHeight, window.height() * 2 / 5)));
    parts.header.limit()->setChosen(stored.limits);
    parts.header.source()->setChoices(stored.sourceChoices);
    if (!options.sources.isEmpty())
        parts.header.source()->setSources(options.sources);
    else if (stored.sourceId)
        parts.header.source()->setSourceId(*stored.sourceId);
    if (options.limit)
        parts.header.limit()->setValue(*options.limit);
}

WindowSettings windowSettingsOf(const QWidget &window, const WindowParts &parts)
{
    return {
        .geometry = window.saveGeometry(),
        .sourceId = parts.header.source()->source().id,
        .limits = parts.header.limit()->chosen(),
        .sourceChoices = parts.header.source()->choices(),
        .folder = parts.folder.folder(),
        .files = parts.files.chosen(),
        .ticked = parts.model.codesIn(FlagCategory::Ticked),
        .pictureWidth = parts.countries.grid()->pictureWidth(),
        .order = parts.countries.filter().order(),
        .isGrouped = parts.countries.filter().isGrouped(),
        .detailsShown = parts.details.isPanelShown(),
        .detailsWidth = parts.details.panelWidth(),
        .timelineShown = parts.timeline.isPanelShown(),
        .timelineHeight = parts.timeline.panelHeight(),
    };
}

StateSaver::StateSaver(const WindowParts &parts, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms);
    connect(&m_delay, &QTimer::timeout, this, &StateSaver::save);
    connect(&m_parts.files, &FileSettings::rulesChanged, this, &StateSaver::save);
    connect(&m_parts.folder, &FolderRow::folderChanged, this, &StateSaver::save);
    connect(&m_parts.countries, &CountryPane::orderChanged, this, &StateSaver::save);
    connect(&m_parts.countries, &CountryPane::groupedChanged, this, &StateSaver::save);
    connect(m_parts.header.source(), &SourceChooser::sourceChanged, this, &StateSaver::save);
    connect(m_parts.header.source(), &SourceChooser::choicesChanged, this, &StateSaver::save);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_parts.header.limit(), &QSpinBox::valueChanged, &m_delay, soon);
    connect(m_parts.header.size(), &SizeSlider::pictureWidthChanged, &m_delay, soon);
    connect(&m_parts.details, &DetailsSplitter::panelChanged, &m_delay, soon);
    connect(&m_parts.timeline, &TimelineSplitter::panelChanged, &m_delay, soon);
    connect(&m_parts.model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) { saveIfTicked(roles); });
}

void StateSaver::save()
{
    m_delay.stop();
    m_disk.start([stored = windowSettingsOf(m_window, m_parts)] { stored.store(); });
}

void StateSaver::finish()
{
    save();
    m_disk.waitForDone();
}

void StateSaver::saveIfTicked(const QList<int> &roles)
{
    if (roles.contains(Qt::CheckStateRole))
        m_delay.start();
}
