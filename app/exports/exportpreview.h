#pragma once

#include "app/exports/exportrequest.h"
#include "app/tasks/latestjob.h"

#include <QImage>
#include <QMetaType>
#include <QObject>
#include <QSize>
#include <QThreadPool>

#include <optional>

/// A preview of the beginning of a result.
struct ExportPreview
{
    QImage image = {}; ///< the first page of a contact sheet, or a sprite; fits the box
    QString text = {}; ///< the first lines of a data file
    bool replaces = false; ///< a file or folder with this name exists
    std::optional<Failure> refusal = {}; ///< why the result cannot be written there
};

Q_DECLARE_METATYPE(ExportPreview)

/// Draws the preview with the code that creates the result. Empty if `control` cancels it. Call it on the
/// pool.
[[nodiscard]] ExportPreview previewOf(
    const ExportRequest &request, const QSize &box, const ExportControl &control);

/// Draws previews on a separate thread. A new request cancels the current one. Lives on the GUI thread.
class PreviewJob final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewJob(QObject *parent = nullptr);
    ~PreviewJob() override = default;
    Q_DISABLE_COPY_MOVE(PreviewJob)

    /// Returns at once. drawn() follows unless another request replaces this one.
    void request(const ExportRequest &request, const QSize &box);

Q_SIGNALS:
    void drawn(const ExportPreview &preview);

private:
    QThreadPool m_pool; // one thread, so that only one preview is drawn at a time
    LatestJob<ExportPreview> m_drawing;
};
