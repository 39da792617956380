#include "ui/footer/footerbar.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/messageline.h"
#include "ui/footer/progressrow.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/modelmessages.h"
#include "ui/look/cellmetrics.h"

#include <QVBoxLayout>

#include <algorithm>

using Topic = MessageList::Topic;

FooterBar::FooterBar(const FlagModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_hint(tr("Tick the flags you want, then press Download."))
    , m_message(new MessageLine)
    , m_folder(new FolderRow)
    , m_lowest(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_progress(new ProgressRow)
{
    m_lowest->addWidget(m_folder, 3);
    m_lowest->addWidget(m_progress, 2);

    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, CellMetrics::unit, margin, margin);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_message);
    layout->addLayout(m_lowest);

    connect(m_message, &MessageLine::retryRequested, this, &FooterBar::retryRequested);
    connect(m_message, &MessageLine::continueRequested, this, &FooterBar::continueRequested);
    connect(m_message, &MessageLine::resumePendingRequested, this, &FooterBar::resumePendingRequested);
    connect(m_message, &MessageLine::changesRequested, this, &FooterBar::changesRequested);
    connect(m_message, &MessageLine::repairRequested, this, &FooterBar::repairRequested);
    connect(m_message, &MessageLine::dismissed, this, &FooterBar::dismissMessage);
    connect(m_message, &MessageLine::previousRequested, this, &FooterBar::showPreviousMessage);
    connect(m_message, &MessageLine::nextRequested, this, &FooterBar::showNextMessage);
    connect(m_folder, &FolderRow::folderChanged, this, &FooterBar::onFolderChanged);
    connect(m_folder, &FolderRow::openFailed, this, &FooterBar::showError);
}

void FooterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Depends only on the width, so that nothing moves when a batch starts or its texts get longer.
void FooterBar::arrange()
{
    constexpr int preferredCounts = 80; // characters: half of a long text, the bar and the elapsed time
    const int space = 3 * CellMetrics::unit;
    const int needed
        = m_folder->preferredWidth() + space + preferredCounts * fontMetrics().averageCharWidth();
    const bool isNarrow = contentsRect().width() - 4 * CellMetrics::unit < needed;
    m_lowest->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_lowest->setSpacing(isNarrow ? CellMetrics::unit : space);
    m_progress->setAlone(isNarrow);
}

void FooterBar::onFolderChanged(const QString &folder)
{
    if (folder != m_batchFolder)
        m_progress->clear();
    m_declinedWork.clear();
    m_messages.changeFolder();
    m_dismissedFaults.clear();
    showMessage();
    arrange();
}

void FooterBar::setCurrentCell(const QModelIndex &cell)
{
    m_cell = cell;
    refreshMessages();
    if (!cellFailure(m_cell).isEmpty())
        m_messages.show(Topic::FailedFlags);
    else if (m_messages.shownTopic() == Topic::FailedFlags)
        m_messages.showFirst();
    showMessage();
}

void FooterBar::showError(const QString &text)
{
    m_messages.add({.kind = Message::Kind::Failure, .text = text, .canBeDismissed = true});
    showMessage();
}

void FooterBar::showNotice(const QString &text)
{
    m_messages.add({.kind = Message::Kind::News, .text = text});
    showMessage();
}

void FooterBar::showImportError(const QString &text)
{
    m_messages.set(Topic::Import, {}); // so that the new one comes first
    setMessage(Topic::Import, {.kind = Message::Kind::Failure, .text = text, .canBeDismissed = true});
}

void FooterBar::showImport(const QString &text)
{
    m_messages.set(Topic::Import, {});
    showNotice(text);
}

void FooterBar::showWelcome()
{
    m_hint = tr("Welcome! The 20 countries with the most people are ticked for a start: press Download to "
                "save their flags. The built-in source has them all and needs no network.");
    showMessage();
}

void FooterBar::setFolderProblem(const QString &text)
{
    setMessage(Topic::FolderProblem, {.kind = Message::Kind::Failure, .text = text});
}

void FooterBar::setSourceNotice(const QString &text)
{
    m_sourceNotice = text;
    refreshMessages();
}

void FooterBar::setDemonstration(const QString &text)
{
    setMessage(Topic::Demonstration, {.kind = Message::Kind::News, .text = text});
}

void FooterBar::offerPendingWork(const QString &text)
{
    setMessage(Topic::PendingWork,
        {.kind = Message::Kind::PendingWork,
            .text = text == m_declinedWork || isPendingWorkFailed() ? QString() : text,
            .offer = Offer::ResumePending,
            .canBeDismissed = true});
}

void FooterBar::setViewNotice(const QString &text)
{
    m_viewNotice = text;
    showMessage();
}

void FooterBar::beginBatch()
{
    m_hint.clear();
    m_declinedWork.clear();
    m_messages.beginBatch();
}

void FooterBar::endBatch(const BatchProgress &progress, const QStringList &repaired)
{
    m_batchFolder = m_folder->folder();
    m_progress->showFinished(repaired.isEmpty() ? summaryText(progress) : repairText(progress, repaired));
}

void FooterBar::clearResult()
{
    if (!m_batch.isRunning)
        m_progress->clear();
}

void FooterBar::refresh(const BatchState &batch)
{
    m_batch = batch;
    m_folder->setChangeable(!m_batch.isRunning);
    if (m_batch.isRunning && m_batch.progress.total > 0)
        m_progress->showRunning(m_batch.progress, flagsInFlight());
    refreshMessages();
}

// The remarks on the result follow when the batch has ended. The header's button ends a pause by the user; an
// automatic pause is ended next to its reason.
void FooterBar::refreshMessages()
{
    const bool isIdle = !m_batch.isRunning;
    m_messages.set(Topic::Source, {.text = isIdle ? m_sourceNotice : QString()});
    m_messages.set(Topic::Pictures,
        {.text = isIdle ? joinedSentences({keptAlteredMessage(m_model), narrowMessage(m_model),
                     wrongPicturesMessage(m_model), samePicturesMessage(m_model)})
                        : QString()});
    m_messages.set(Topic::Changes, {.text = isIdle ? changedText() : QString(), .offer = Offer::ShowChanges});
    const WaitMessage wait = waitMessage(m_model);
    m_messages.set(
        Topic::ServerWait, {.kind = Message::Kind::News, .text = wait.text, .spoken = wait.untimed});
    const QString faults = isIdle ? faultyFilesMessage(m_model) : QString();
    m_messages.set(Topic::FaultyFiles,
        {.kind = Message::Kind::FaultyFiles,
            .text = faults == m_dismissedFaults ? QString() : faults,
            .offer = Offer::Repair,
            .canBeDismissed = true});
    if (isIdle && faults.isEmpty())
        m_dismissedFaults.clear();
    m_messages.set(Topic::FailedFlags,
        {.kind = Message::Kind::FailedFlags,
            .text = failureMessage(m_model, m_cell),
            .offer = isIdle && hasRetryableFailure(m_model) ? Offer::RetryFailed : Offer::Nothing});
    const std::optional<Failure> &pausedBy = m_batch.progress.pausedBy;
    m_messages.set(Topic::Pause,
        {.kind = Message::Kind::Blocked,
            .text = pausedBy ? failureText(*pausedBy, {}) : QString(),
            .offer = Offer::Continue});
    showMessage();
}

void FooterBar::setMessage(Topic topic, const Message &message)
{
    m_messages.set(topic, message);
    showMessage();
}

void FooterBar::showMessage()
{
    const Message hint{.text = m_viewNotice.isEmpty() ? m_hint : m_viewNotice};
    m_message->setMessage(
        m_messages.count() > 0 ? m_messages.shown() : hint, m_messages.place(), m_messages.count());
}

void FooterBar::showPreviousMessage()
{
    m_messages.showPrevious();
    showMessage();
}

void FooterBar::showNextMessage()
{
    m_messages.showNext();
    showMessage();
}

void FooterBar::dismissMessage()
{
    if (m_messages.shownTopic() == Topic::PendingWork)
        m_declinedWork = m_messages.shown().text;
    if (m_messages.shownTopic() == Topic::FaultyFiles)
        m_dismissedFaults = m_messages.shown().text;
    m_messages.dismiss();
    showMessage();
}

QString FooterBar::changedText() const
{
    const int changed = m_model.counts().of(FlagCategory::Changed);
    return changed > 0 ? tr("%n flag(s) of the folder had another picture before.", nullptr, changed)
                       : QString();
}

// Their downloads finish during a pause.
int FooterBar::flagsInFlight() const
{
    return int(std::ranges::count(m_model.entries(), FlagState::Downloading, &FlagEntry::state));
}

bool FooterBar::isPendingWorkFailed() const
{
    const BatchProgress &last = m_batch.progress;
    return !m_batch.isRunning && last.notRequested > 0 && last.cancelled == 0
        && m_batchFolder == m_folder->folder();
}
