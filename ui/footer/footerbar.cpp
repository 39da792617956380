#include "ui/footer/footerbar.h"

#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/messageline.h"
#include "ui/footer/progressrow.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/modelmessages.h"
#include "ui/look/cellmetrics.h"

#include <QVBoxLayout>

FooterBar::FooterBar(const FlagModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
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
    connect(m_message, &MessageLine::pendingWorkDeclined, this, &FooterBar::declinePendingWork);
    connect(m_message, &MessageLine::changesRequested, this, &FooterBar::changesRequested);
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
    arrange();
}

void FooterBar::setCurrentCell(const QModelIndex &cell)
{
    // The view sets the first current cell when the window opens.
    const bool isMove = m_cell.isValid();
    m_cell = cell;
    if (isMove)
        m_problem.clear();
    refreshMessage();
}

void FooterBar::showError(const QString &text)
{
    m_problem = text;
    m_notice.clear();
    refreshMessage();
}

void FooterBar::showNotice(const QString &text)
{
    m_problem.clear();
    m_notice = text;
    m_failureBefore = newestFailure();
    refreshMessage();
}

void FooterBar::setFolderProblem(const QString &text)
{
    m_folderProblem = text;
    refreshMessage();
}

void FooterBar::setSourceNotice(const QString &text)
{
    m_sourceNotice = text;
    refreshMessage();
}

void FooterBar::offerPendingWork(const QString &text)
{
    m_pendingWork = text;
    refreshMessage();
    refreshOffer();
}

void FooterBar::declinePendingWork()
{
    offerPendingWork({});
}

void FooterBar::beginBatch()
{
    m_isNew = false;
    m_problem.clear();
    m_notice.clear();
}

void FooterBar::endBatch(const BatchProgress &progress)
{
    m_batchFolder = m_folder->folder();
    m_progress->showFinished(progress);
}

void FooterBar::refresh(const BatchState &batch)
{
    m_batch = batch;
    m_folder->setChangeable(!m_batch.isRunning);
    if (m_batch.isRunning && m_batch.progress.total > 0)
        m_progress->showRunning(m_batch.progress);
    refreshMessage();
    refreshOffer();
}

void FooterBar::refreshMessage()
{
    if (newestFailure() != m_failureBefore)
        m_notice.clear();
    if (!m_notice.isEmpty() && !m_batch.progress.pausedBy)
        return m_message->showHint(m_notice);
    const QString wait = waitMessage(m_model);
    QString text = failure();
    if (text.isEmpty() && isOfferingPendingWork())
        return m_message->showHint(m_pendingWork);
    if (text.isEmpty() && wait.isEmpty())
        text = outcome();
    if (!text.isEmpty())
        m_message->showFailure(text);
    else
        m_message->showHint(wait.isEmpty() ? hint() : wait);
}

// The failure of the batch, of the current cell, or of the folder.
QString FooterBar::failure() const
{
    if (m_batch.progress.pausedBy)
        return failureText(*m_batch.progress.pausedBy, {});
    if (!m_problem.isEmpty())
        return m_problem;
    const QString ofCell = cellFailure(m_cell);
    return ofCell.isEmpty() && !m_batch.isRunning ? m_folderProblem : ofCell;
}

// The first failure, followed after the batch by the remarks on its pictures.
QString FooterBar::outcome() const
{
    const QString failed = firstFailure(m_model);
    if (failed.isEmpty() || m_batch.isRunning)
        return failed;
    return joinedSentences({failed, narrowMessage(m_model), wrongPicturesMessage(m_model)});
}

QString FooterBar::newestFailure() const
{
    const QString text = failure();
    return text.isEmpty() ? outcome() : text;
}

QString FooterBar::hint() const
{
    QStringList sentences;
    if (const int changed = m_model.counts().of(FlagCategory::Changed); changed > 0)
        sentences.append(tr("%n flag(s) of the folder had another picture before.", nullptr, changed));
    sentences.append(narrowMessage(m_model));
    sentences.append(wrongPicturesMessage(m_model));
    sentences.append(m_sourceNotice);
    const QString remarks = joinedSentences(sentences);
    if (!remarks.isEmpty() && !m_batch.isRunning)
        return remarks;
    return m_isNew ? tr("Tick the flags you want, then press Download.") : QString();
}

// The header's button ends a pause by the user. An automatic pause is ended here, next to its reason.
void FooterBar::refreshOffer()
{
    const CategoryCounts counts = m_model.counts();
    const bool isIdle = !m_batch.isRunning;
    m_message->offer(m_batch.progress.pausedBy               ? MessageLine::Offer::Continue
            : isOfferingPendingWork()                        ? MessageLine::Offer::ResumePending
            : isIdle && hasRetryableFailure(m_model)         ? MessageLine::Offer::RetryFailed
            : isIdle && counts.of(FlagCategory::Changed) > 0 ? MessageLine::Offer::ShowChanges
                                                             : MessageLine::Offer::Nothing);
}

bool FooterBar::isOfferingPendingWork() const
{
    return !m_pendingWork.isEmpty() && !m_batch.isRunning;
}
