#pragma once

#include "app/drawing/canceltoken.h"
#include "ui/grid/flagentry.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <vector>

/// Draws flags from their files on a private thread pool, a few at once, the most urgent first. Destroying it
/// cancels the work. Owned by CountryPane; lives in the GUI thread.
class PictureLoader final : public QObject
{
    Q_OBJECT

public:
    explicit PictureLoader(QObject *parent = nullptr);
    ~PictureLoader() override;
    Q_DISABLE_COPY_MOVE(PictureLoader)

    /// Replaces what is still to be drawn, the most urgent first. What is being drawn and still wanted goes
    /// on; the rest of it is cancelled.
    void load(const QList<ThumbnailRequest> &requests);

    /// Whether nothing is being drawn or waits for it.
    [[nodiscard]] bool isIdle() const { return m_running.empty() && m_waiting.isEmpty(); }

Q_SIGNALS:
    /// Emitted once for each request that was neither replaced nor cancelled. The picture is null if the file
    /// is missing or cannot be drawn. `isAsSaved`: it cannot be drawn, but has the hash of the request.
    void loaded(const ThumbnailRequest &request, const QImage &picture, bool isAsSaved);

private:
    struct Running
    {
        ThumbnailRequest request;
        CancelToken cancel;
    };

    void startNext();
    void start(const ThumbnailRequest &request);
    void finish(const CancelToken &cancel);

    QThreadPool m_pool;
    QList<ThumbnailRequest> m_waiting;
    std::vector<Running> m_running; // at most as many as the pool has threads
};
