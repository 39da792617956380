#include "ui/window/downloadcommands.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/conflictcheck.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>

DownloadCommands::DownloadCommands(
    const WindowParts &parts, SessionClient &session, const WindowOptions &options, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_session(session)
    , m_transfer(options.transfer)
    , m_window(window)
    , m_conflicts(new ConflictCheck(window))
    , m_freshness(this)
{
    connect(&m_parts.folder, &FolderRow::folderChanged, this, &DownloadCommands::changeFolder);
    connect(m_conflicts, &ConflictCheck::ready, this, &DownloadCommands::startChecked);
    connect(m_conflicts, &ConflictCheck::rememberRequested, &m_parts.files, &FileSettings::chooseConflict);
    followSession();
}

void DownloadCommands::followSession()
{
    FlagModel &model = m_parts.model;
    connect(&m_session, &SessionClient::confirmationRequired, this, &DownloadCommands::askWhetherToReplace);
    connect(&m_session, &SessionClient::planned, this, &DownloadCommands::showPlan);
    connect(&m_session, &SessionClient::batchStarted, &model, &FlagModel::beginBatch);
    connect(&m_session, &SessionClient::flagStateChanged, &model, &FlagModel::setState);
    connect(&m_session, &SessionClient::retryScheduled, &model, &FlagModel::beginServerWait);
    connect(&m_session, &SessionClient::flagFinished, &model, &FlagModel::setResult);
    connect(&m_session, &SessionClient::flagFinished, &m_freshness, &FreshnessCheck::check);
    connect(&m_freshness, &FreshnessCheck::checked, &model, &FlagModel::setFreshness);
    connect(&m_session, &SessionClient::finished, this, &DownloadCommands::showEnd);
}

// Clears the results and failures: they belong to the previous folder.
void DownloadCommands::changeFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_latestConflict = ConflictPolicy::Overwrite;
    if (folder != m_session.folder())
        m_session.forgetLatest();
    m_parts.model.clearResults();
    m_parts.model.setRequested({});
    CategoryBar *categories = m_parts.header.categories();
    if (categories->category() != FlagCategory::Ticked) // the other categories are empty now
        categories->choose(FlagCategory::All);
}

void DownloadCommands::showFolder(const QList<FolderFlag> &flags)
{
    m_parts.model.setFolderFlags(flags);
    for (const FolderFlag &flag : flags) {
        const FlagEntry *entry = m_parts.model.entryOf(flag.record.code);
        const bool isNew = entry != nullptr && !entry->freshness; // the folder is read often
        if (isNew && flag.condition == FileCondition::Whole)
            m_freshness.check(flag.result);
    }
}

void DownloadCommands::downloadTicked()
{
    if (isRefused())
        return;
    m_isOfTicked = true;
    download(m_parts.model.codesIn(FlagCategory::Ticked));
}

void DownloadCommands::downloadCountry(const QString &code)
{
    if (isRefused() || m_session.isRunning())
        return;
    m_isOfTicked = false;
    const FlagEntry *entry = m_parts.model.entryOf(code);
    if (entry != nullptr && entry->saved) // download the file again
        downloadAgain({code}, ConflictPolicy::Overwrite);
    else if (m_session.canRetry(m_folder, {code}))
        retry({code});
    else
        download({code});
}

void DownloadCommands::retryFailed()
{
    if (isRefused() || m_session.isRunning())
        return;
    // Flags of a set must come from the sources of the set. Only a retry keeps them.
    const QStringList codes = m_parts.model.codesIn(FlagCategory::Failed);
    if (m_session.canRetry(m_folder, codes))
        retry(codes);
    else
        downloadAgain(codes, m_latestConflict);
}

// Does not change the category that is shown.
void DownloadCommands::retry(const QStringList &codes)
{
    m_isOnSet = false;
    m_isRepair = false;
    m_session.retry(codes, settings());
}

void DownloadCommands::start(const Operation &operation)
{
    if (m_session.isRunning()) // a dialog was open when the operation started
        return;
    m_isOnSet = true;
    m_isRepair = std::holds_alternative<Repair>(operation);
    SessionSettings wanted = settings();
    wanted.confirmsReplacing = true;
    // Once the pictures are replaced, the former ones cannot be drawn any more.
    wanted.thumbnailSize = m_parts.countries.grid()->pictureBox();
    m_session.start(operation, wanted);
}

void DownloadCommands::setBlockedLoop(std::chrono::milliseconds perFlag)
{
    m_blockedLoop = perFlag;
    Q_EMIT demonstrationChanged(perFlag > std::chrono::milliseconds::zero()
            ? tr("Demonstration: the event loop is blocked for %1 ms at each flag of a built-in source. "
                 "Preferences > Simulated faults turns it off.")
                  .arg(perFlag.count())
            : QString());
}

bool DownloadCommands::isRefused()
{
    if (!m_blockedReason.isEmpty())
        Q_EMIT refused(m_blockedReason);
    return !m_blockedReason.isEmpty();
}

void DownloadCommands::download(const QStringList &codes)
{
    const std::optional<ConflictPolicy> policy = m_parts.files.rules().conflict;
    if (policy && policy != ConflictPolicy::Skip)
        startChecked(downloadOf(codes), {});
    else
        m_conflicts->check(downloadOf(codes), policy);
}

// The user wants exactly these flags, so that a policy to keep files would do nothing.
void DownloadCommands::downloadAgain(const QStringList &codes, ConflictPolicy conflict)
{
    Download download = downloadOf(codes);
    const ConflictPolicy usual = m_parts.files.rules().conflict.value_or(conflict);
    download.save.conflict = usual == ConflictPolicy::Skip ? conflict : usual;
    startDownload(download);
}

void DownloadCommands::startChecked(const Download &download, const QList<FlagResult> &kept)
{
    // Another operation has started, or the folder has changed, while the user was asked.
    if (m_session.isRunning() || download.save.folder != m_folder)
        return;
    for (const FlagResult &result : kept)
        m_parts.model.setResult(result);
    if (download.countries.isEmpty()) {
        Q_EMIT notice(tr("All %n flag(s) are in the folder and were kept. Nothing was downloaded.", nullptr,
            int(kept.size())));
        return;
    }
    if (m_isOfTicked) {
        m_parts.model.setRequested({});
        Q_EMIT viewOfBatchRequested(FlagCategory::Ticked);
    }
    startDownload(download);
    if (!kept.isEmpty())
        Q_EMIT notice(tr("%n flag(s) that the folder has were kept.", nullptr, int(kept.size())));
}

void DownloadCommands::startDownload(const Download &download)
{
    m_latestConflict = download.save.conflict;
    m_isOnSet = false;
    m_isRepair = false;
    m_session.start(download, settings());
}

Download DownloadCommands::downloadOf(const QStringList &codes) const
{
    const FileRules &rules = m_parts.files.rules();
    return {.countries = m_parts.model.countries(codes),
        .sources = m_parts.header.source()->sources(),
        .save = {.folder = m_parts.folder.folder(),
            .nameTemplate = rules.nameTemplate,
            .conflict = rules.conflict.value_or(ConflictPolicy::Overwrite)},
        .conversion = rules.conversion};
}

SessionSettings DownloadCommands::settings() const
{
    LimitBox *limit = m_parts.header.limit();
    QHash<QString, int> limits = limit->chosen();
    limits.insert(m_parts.header.source()->source().id, limit->limit());
    return {.transfer = m_transfer,
        .mostAtOnce = limit->mostAtOnce(),
        .limits = limits,
        .log = m_log,
        .blocker = LoopBlocker(m_blockedLoop)};
}

void DownloadCommands::askWhetherToReplace(int flags)
{
    const QString place = QDir::toNativeSeparators(m_session.folder());
    auto *question = new QMessageBox(QMessageBox::Question, tr("Flags of another set"),
        tr("%1 has a set of flags already, and %n of them would be replaced.", nullptr, flags).arg(place),
        QMessageBox::Cancel, &m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    QPushButton *replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    replace->setToolTip(tr("Replace the existing flags with those of the manifest"));
    connect(question, &QDialog::finished, this, [this, question, replace] {
        if (question->clickedButton() == replace)
            m_session.confirm();
        else
            m_session.cancel();
    });
    question->open();
}

void DownloadCommands::showPlan(const OperationOutline &outline)
{
    for (const SourceRefusal &refusal : outline.refusals)
        Q_EMIT error(refusal.text());
    if (!outline.codesWithoutSource.isEmpty()) {
        constexpr qsizetype few = 12;
        const QString which = outline.codesWithoutSource.size() <= few
            ? withLabel({}, outline.codesWithoutSource.join(u' '))
            : QString();
        Q_EMIT error(tr("%n flag(s) skipped, because their source is unknown%1. Download them again.",
            nullptr, int(outline.codesWithoutSource.size()))
                         .arg(which));
    }
    if (!m_isOnSet)
        return;
    if (outline.codes.isEmpty() && outline.codesWithoutSource.isEmpty() && outline.refusals.isEmpty())
        Q_EMIT notice(tr("There is nothing to do in %1.").arg(QDir::toNativeSeparators(m_session.folder())));
    if (outline.codes.isEmpty())
        return;
    if (m_session.folder() != m_folder)
        m_parts.folder.setFolder(m_session.folder());
    m_parts.model.setRequested(outline.codes);
    Q_EMIT viewOfBatchRequested(FlagCategory::Requested);
}

void DownloadCommands::showEnd(const SessionReport &report)
{
    if (report.failure && report.failure->kind != FailureKind::Cancelled)
        Q_EMIT error(failureText(*report.failure, QDir::toNativeSeparators(report.failurePath)));
    if (report.progress.total == 0 && (report.failure || report.hadNothingToDo)) {
        reportErrors(report.progress);
        Q_EMIT notBegun();
        return;
    }
    const CategoryBar *categories = m_parts.header.categories();
    // Keeps a category that the user has chosen during the operation.
    if (report.progress.changed > 0 && categories->category() == FlagCategory::Requested)
        Q_EMIT viewOfBatchRequested(FlagCategory::Changed);
    reportErrors(report.progress);
    Q_EMIT finished(report.progress, m_isRepair);
}

void DownloadCommands::reportErrors(const BatchProgress &progress)
{
    for (const BackedUpFile &file : progress.backedUp)
        Q_EMIT error(backedUpText(file));
    if (progress.setProblem)
        Q_EMIT error(failureText(*progress.setProblem, {}));
    // What made every flag fail is the message of the failed flags.
    const auto &reason = progress.stoppedBy;
    if (reason && !(progress.failed > 0 && isFaultOfSource(reason->kind)))
        Q_EMIT error(failureText(*reason, {}));
}
