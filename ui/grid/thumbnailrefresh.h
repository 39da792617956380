#pragma once

#include "app/drawing/canceltoken.h"

#include <QFutureWatcher>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>
#include <QThreadPool>

/// A saved flag that is to be drawn again from its file.
struct FlagFile
{
    QString code;
    QString path;
};

/// Draws saved flags again at another size, on a pool of its own.
class ThumbnailRefresh final : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailRefresh(QObject *parent = nullptr);
    ~ThumbnailRefresh() override;
    Q_DISABLE_COPY_MOVE(ThumbnailRefresh)

    /// Draws in the order given, to fit `box` (device pixels). What an earlier call has not drawn yet is
    /// dropped.
    void start(const QList<FlagFile> &flags, const QSize &box);

Q_SIGNALS:
    /// Not for files that are gone or cannot be read any more.
    void drawn(const QString &code, const QImage &picture);

private:
    struct Drawn
    {
        QString code;
        QImage picture;
    };

    void emitResult(int at);

    QThreadPool m_pool;
    QFutureWatcher<Drawn> m_watcher;
    CancelToken m_cancel; // of what is drawn now
};
