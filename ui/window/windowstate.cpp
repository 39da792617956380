#include "ui/window/windowstate.h"

#include "app/countries/presets.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/headerbar.h"
#include "ui/header/limitbox.h"
#include "ui/header/sizeslider.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/cellmetrics.h"
#include "ui/window/windowoptions.h"
#include "ui/window/windowparts.h"

#include <QScreen>
#include <QStandardPaths>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize firstSize(1120, 760);
constexpr QSize roomForFrame(2 * CellMetrics::unit, 5 * CellMetrics::unit);

QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Flags"_s;
}
} // namespace

void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options)
{
    const WindowMemory memory = WindowMemory::load();
    if (!window.restoreGeometry(memory.geometry))
        window.resize(firstSize.boundedTo(window.screen()->availableSize() - roomForFrame));
    parts.folder.setFolder(options.folder.value_or(memory.folder.value_or(usualFolder())));
    const FileRules files = memory.files.value_or(FileRules());
    parts.files.setRules({
        .nameTemplate = options.nameTemplate.value_or(files.nameTemplate),
        .conflict = options.conflict ? options.conflict : files.conflict,
        .conversion = options.conversion.value_or(files.conversion),
    });
    parts.model.setTicked(options.ticked.value_or(memory.ticked.value_or(twentyMostPopulous())));
    parts.header.size()->setPictureWidth(memory.pictureWidth.value_or(CellMetrics::usualPicture));
    parts.header.limit()->setChosen(memory.limits);
    parts.header.source()->setChoices(memory.sourceChoices);
    if (!options.sources.isEmpty())
        parts.header.source()->setSources(options.sources);
    else if (memory.sourceId)
        parts.header.source()->setSourceId(*memory.sourceId);
    if (options.limit)
        parts.header.limit()->setValue(*options.limit);
}

WindowMemory memoryOf(const QWidget &window, const WindowParts &parts)
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
    };
}
