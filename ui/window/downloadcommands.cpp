#include "ui/window/downloadcommands.h"

#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/limitbox.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/conflictcheck.h"

namespace {
QStringList codesOf(const SetPlan &plan)
{
    QStringList codes;
    for (const DownloadRequest &batch : plan.batches) {
        for (const Country &country : batch.countries)
            codes.append(country.code);
    }
    return codes;
}
} // namespace

DownloadCommands::DownloadCommands(const WindowParts &parts, BatchControl &batch, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_batch(batch)
    , m_conflicts(new ConflictCheck(parts.model, window))
{
    connect(&m_parts.folder, &FolderRow::folderChanged, this, &DownloadCommands::turnTo);
    connect(m_conflicts, &ConflictCheck::settled, this, &DownloadCommands::start);
    connect(&m_batch, &BatchControl::finished, this, &DownloadCommands::showChanged);
    connect(m_conflicts, &ConflictCheck::choiceToBeRemembered, &m_parts.files, &FileSettings::chooseConflict);
}

void DownloadCommands::turnTo(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_latestConflict = ConflictPolicy::Overwrite;
    m_batch.forgetLatestPlan();
    m_parts.model.forgetResults();
    m_parts.model.setAskedFor({});
    CategoryBar *categories = m_parts.header.categories();
    if (categories->category() != FlagCategory::Ticked) // none of the others has any flags now
        categories->choose(FlagCategory::All);
}

void DownloadCommands::downloadTicked()
{
    if (isRefused())
        return;
    m_parts.model.setAskedFor({});
    // Whoever presses Download wants to see these flags arrive, and they may lie far apart among all.
    m_parts.header.categories()->choose(FlagCategory::Ticked);
    download(m_parts.model.codesIn(FlagCategory::Ticked));
}

void DownloadCommands::downloadCountry(const QString &code)
{
    if (isRefused())
        return;
    const bool isOnDisk = m_parts.model.codesIn(FlagCategory::Saved).contains(code);
    if (isOnDisk) // and is to be downloaded again
        downloadAgain({code}, ConflictPolicy::Overwrite);
    else if (const SetPlan plan = m_batch.latestPlanFor({code}); !plan.batches.isEmpty())
        m_batch.start(plan, terms());
    else
        download({code});
}

void DownloadCommands::retryFailed()
{
    if (isRefused())
        return;
    // What belongs to a set comes from where the set says.
    const QStringList codes = m_parts.model.codesIn(FlagCategory::Failed);
    if (const SetPlan plan = m_batch.latestPlanFor(codes); !plan.batches.isEmpty())
        m_batch.start(plan, terms());
    else
        downloadAgain(codes, m_latestConflict);
}

void DownloadCommands::perform(const SetPlan &plan, const QString &folder)
{
    if (m_batch.isRunning()) // it was begun while the plan was made
        return;
    if (folder != m_folder)
        m_parts.folder.setFolder(folder);
    if (const QStringList codes = codesOf(plan); !codes.isEmpty()) {
        m_parts.model.setAskedFor(codes);
        m_parts.header.categories()->choose(FlagCategory::AskedFor); // as for a download
    }
    m_batch.start(plan, terms());
}

// Unless the person has turned to others meanwhile.
void DownloadCommands::showChanged(const BatchProgress &progress)
{
    CategoryBar *categories = m_parts.header.categories();
    if (progress.changed > 0 && categories->category() == FlagCategory::AskedFor)
        categories->choose(FlagCategory::Changed);
}

bool DownloadCommands::isRefused()
{
    if (!m_blockedReason.isEmpty())
        Q_EMIT refused(m_blockedReason);
    return !m_blockedReason.isEmpty();
}

void DownloadCommands::download(const QStringList &codes)
{
    if (m_parts.files.rules().conflict)
        start(requestFor(codes));
    else
        m_conflicts->settle(requestFor(codes));
}

void DownloadCommands::downloadAgain(const QStringList &codes, ConflictPolicy conflict)
{
    BatchRequest request = requestFor(codes);
    request.save.conflict = m_parts.files.rules().conflict.value_or(conflict);
    start(request);
}

void DownloadCommands::start(const BatchRequest &request)
{
    // A batch was begun while this was settled, or the person has turned to another folder.
    if (m_batch.isRunning() || request.save.folder != m_folder)
        return;
    m_latestConflict = request.save.conflict;
    m_batch.start(request);
}

BatchRequest DownloadCommands::requestFor(const QStringList &codes)
{
    const FileRules &rules = m_parts.files.rules();
    return {
        .codes = codes,
        .sources = m_parts.header.source()->sources(),
        .save = {.folder = m_parts.folder.folder(),
            .nameTemplate = rules.nameTemplate,
            .conflict = rules.conflict.value_or(ConflictPolicy::Overwrite)},
        .conversion = rules.conversion,
        .terms = terms(),
    };
}

BatchTerms DownloadCommands::terms()
{
    m_pictureBox = m_parts.countries.grid()->pictureBox();
    LimitBox *limit = m_parts.header.limit();
    QHash<QString, int> limits = limit->chosen();
    limits.insert(m_parts.header.source()->source().id, limit->limit());
    return {.limits = limits, .pictureBox = m_pictureBox};
}
