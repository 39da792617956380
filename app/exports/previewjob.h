#pragma once

#include "app/exports/exportpreview.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <optional>

/// Draws previews on a thread of its own, only ever the one that was asked for last: what is under way ends
/// at once.
class PreviewJob final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewJob(QObject *parent = nullptr);
    ~PreviewJob() override;
    Q_DISABLE_COPY_MOVE(PreviewJob)

    /// At once; drawn() follows unless another preview is asked for meanwhile.
    void request(const ExportRequest &request, const QSize &box);

Q_SIGNALS:
    void drawn(const ExportPreview &preview);

private:
    struct Request
    {
        ExportRequest request;
        QSize box;
    };

    void begin(const Request &request);
    void end();

    QThreadPool m_pool;
    QFutureWatcher<ExportPreview> m_watcher;
    CancelToken m_cancel; // of the one under way
    std::optional<Request> m_next; // waits for the one under way
    bool m_isDrawing = false;
};
