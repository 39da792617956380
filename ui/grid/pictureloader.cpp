#include "ui/grid/pictureloader.h"

#include "app/drawing/picture.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace {
constexpr qint64 maximumFileSize = 16 << 20; // bytes; no saved flag is larger

struct DrawnFile
{
    QImage picture;
    bool isAsSaved = false; // although it cannot be drawn
};

DrawnFile drawFile(const ThumbnailRequest &request, const CancelToken &cancel)
{
    const auto bytes = readGivenFile(request.path, maximumFileSize);
    if (!bytes)
        return {};
    QImage picture = fittedInto(*bytes, request.box, cancel);
    const bool isAsSaved = picture.isNull() && sha256(*bytes) == request.sha256;
    return {std::move(picture), isAsSaved};
}
} // namespace

PictureLoader::PictureLoader(QObject *parent)
    : QObject(parent)
{
}

PictureLoader::~PictureLoader()
{
    for (const Running &running : m_running)
        running.cancel.cancel();
    m_pool.waitForDone();
}

void PictureLoader::load(const QList<ThumbnailRequest> &requests)
{
    m_waiting = requests;
    for (const Running &running : m_running) {
        // A picture that was cancelled and is wanted again must be drawn again.
        if (running.cancel.isCancelled() || m_waiting.removeOne(running.request))
            continue;
        running.cancel.cancel();
    }
    startNext();
}

void PictureLoader::startNext()
{
    while (!m_waiting.isEmpty() && std::ssize(m_running) < m_pool.maxThreadCount())
        start(m_waiting.takeFirst());
}

void PictureLoader::start(const ThumbnailRequest &request)
{
    const CancelToken cancel = CancelToken::make();
    m_running.push_back({request, cancel});
    auto *watcher = new QFutureWatcher<DrawnFile>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request, cancel] {
        watcher->deleteLater();
        const auto [picture, isAsSaved] = watcher->result();
        finish(cancel);
        if (!cancel.isCancelled())
            Q_EMIT loaded(request, picture, isAsSaved);
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, &drawFile, request, cancel));
}

void PictureLoader::finish(const CancelToken &cancel)
{
    std::erase_if(m_running, [&cancel](const Running &running) { return running.cancel == cancel; });
    startNext();
}
