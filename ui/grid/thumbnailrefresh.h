#pragma once

#include "app/drawing/canceltoken.h"

#include <QFutureWatcher>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>
#include <QThreadPool>

/// The file of a saved flag.
struct FlagFile
{
    QString code;
    QString path;
};

/// Draws saved flags at a new size, on a private thread pool, and emits drawn() for each. Destroying it
/// cancels the work. Owned by CountryPane.
class ThumbnailRefresh final : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailRefresh(QObject *parent = nullptr);
    ~ThumbnailRefresh() override;
    Q_DISABLE_COPY_MOVE(ThumbnailRefresh)

    /// Draws the flags in the given order to fit `box` (width x height in device pixels). Cancels the
    /// previous call.
    void start(const QList<FlagFile> &flags, const QSize &box);

Q_SIGNALS:
    /// Not emitted for a file that is missing or unreadable.
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
    CancelToken m_cancel; // of the current start()
};
