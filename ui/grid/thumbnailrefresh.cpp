#include "ui/grid/thumbnailrefresh.h"

#include "app/images/picture.h"
#include "app/storage/givenfile.h"

#include <QtConcurrentMap>

namespace {
constexpr qint64 largestFile = 16 * 1024 * 1024; // no flag is larger; somebody has put another file there

QImage drawFile(const QString &path, const QSize &box)
{
    const auto bytes = readGivenFile(path, largestFile);
    if (std::holds_alternative<GivenFileProblem>(bytes))
        return {};
    const auto picture = Picture::fromBytes(std::get<QByteArray>(bytes));
    return std::holds_alternative<Picture>(picture) ? std::get<Picture>(picture).fittedInto(box) : QImage();
}
} // namespace

ThumbnailRefresh::ThumbnailRefresh(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &ThumbnailRefresh::announce);
}

ThumbnailRefresh::~ThumbnailRefresh()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void ThumbnailRefresh::start(const QList<FlagFile> &flags, const QSize &box)
{
    m_watcher.cancel();
    if (flags.isEmpty())
        return;
    m_watcher.setFuture(QtConcurrent::mapped(&m_pool, flags, [box](const FlagFile &flag) {
        return Drawn{flag.code, drawFile(flag.path, box)};
    }));
}

void ThumbnailRefresh::announce(int at)
{
    const Drawn result = m_watcher.resultAt(at);
    if (!result.picture.isNull())
        Q_EMIT drawn(result.code, result.picture);
}
