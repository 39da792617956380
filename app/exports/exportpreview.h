#pragma once

#include "app/exports/exportrequest.h"
#include "app/tasks/latestjob.h"

#include <QImage>
#include <QMetaType>
#include <QObject>
#include <QSize>
#include <QThreadPool>

#include <optional>

/// A preview of a part of a result.
struct ExportPreview
{
    QImage image = {}; ///< a page of a contact sheet, or a sprite; fits the box
    int page = 0; ///< the page in the image, from 0
    int pages = 1; ///< of the result
    int columns = 0; ///< of the result; 0 for a data file, or if nothing was drawn
    QString text = {}; ///< the first lines of a data file
    bool replaces = false; ///< a file or folder with this name exists
    std::optional<Failure> refusal = {}; ///< why the result cannot be written there
};

Q_DECLARE_METATYPE(ExportPreview)

/// Draws the preview with the code that creates the result. Only a contact sheet has more pages than one.
/// Empty if `control` cancels it. Call it on the pool.
[[nodiscard]] ExportPreview previewOf(
    const ExportRequest &request, const SheetPage &page, const ExportControl &control);

/// Draws previews on a separate thread. A new request cancels the current one. Lives on the GUI thread.
class PreviewJob final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewJob(QObject *parent = nullptr);
    ~PreviewJob() override = default;
    Q_DISABLE_COPY_MOVE(PreviewJob)

    /// Returns at once. drawn() follows unless another request replaces this one.
    void request(const ExportRequest &request, const SheetPage &page);

Q_SIGNALS:
    void drawn(const ExportPreview &preview);

private:
    QThreadPool m_pool; // one thread, so that only one preview is drawn at a time
    LatestJob<ExportPreview> m_drawing;
};
