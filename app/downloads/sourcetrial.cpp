#include "app/downloads/sourcetrial.h"

#include "app/saving/checkedflag.h"

SourceTrial::SourceTrial(QObject *parent)
    : QObject(parent)
{
}

void SourceTrial::start(
    const Source &source, const Country &country, const TransferSettings &transfer, const QSize &pictureSize)
{
    cancel();
    m_queue = std::make_unique<DownloadQueue>(&checkWithoutSaving);
    connect(m_queue.get(), &DownloadQueue::flagFinished, this, &SourceTrial::finished);
    DownloadRequest request{.countries = {country},
        .sources = {source},
        .save = {},
        .transfer = transfer,
        .thumbnailSize = pictureSize};
    request.transfer.retry.tries = 1; // a trial must show the first failure
    m_queue->start(request);
}

void SourceTrial::cancel()
{
    if (!m_queue)
        return;
    m_queue->disconnect(this);
    m_queue.release()->deleteLater(); // the queue may be the sender of the current signal
}
