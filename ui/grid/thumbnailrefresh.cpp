#include "ui/grid/thumbnailrefresh.h"

#include "app/drawing/picture.h"
#include "app/storage/filereading.h"

#include <QtConcurrentMap>

namespace {
constexpr qint64 maximumFileSize = 16 << 20; // bytes; no saved flag is larger

QImage drawFile(const QString &path, const QSize &box, const CancelToken &cancel)
{
    const auto bytes = readGivenFile(path, maximumFileSize);
    return bytes ? fittedInto(*bytes, box, cancel) : QImage();
}
} // namespace

ThumbnailRefresh::ThumbnailRefresh(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &ThumbnailRefresh::emitResult);
}

ThumbnailRefresh::~ThumbnailRefresh()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_cancel.cancel();
    m_watcher.waitForFinished();
}

void ThumbnailRefresh::start(const QList<FlagFile> &flags, const QSize &box)
{
    m_watcher.cancel();
    m_cancel.cancel();
    m_cancel = CancelToken::make();
    if (flags.isEmpty())
        return;
    m_watcher.setFuture(QtConcurrent::mapped(&m_pool, flags, [box, cancel = m_cancel](const FlagFile &flag) {
        return Drawn{flag.code, drawFile(flag.path, box, cancel)};
    }));
}

void ThumbnailRefresh::emitResult(int at)
{
    const Drawn result = m_watcher.resultAt(at);
    if (!result.picture.isNull())
        Q_EMIT drawn(result.code, result.picture);
}
