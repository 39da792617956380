#pragma once

#include "app/exports/exportpreview.h"

#include <QTimer>
#include <QWidget>

/// Shows a preview of a page of an export. PreviewJob draws it in the background; only the latest request is
/// shown. While the drawing takes noticeable time, the pane says so. Emits drawn() for each preview. Owned by
/// ExportDialog.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PreviewPane)

    /// Keeps the page, if the result has it.
    void showRequest(const ExportRequest &request);
    /// Counts from 0.
    void showPage(int page);
    /// Shows a text instead of a preview.
    void showMessage(const QString &text);

    /// Empty while a text is shown.
    [[nodiscard]] const ExportPreview &shown() const { return m_shown; }

Q_SIGNALS:
    void drawn(const ExportPreview &preview);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void start();
    void request();
    void showPreview(const ExportPreview &preview);
    void paintPreview(QPainter &painter, const QRect &area) const;

    PreviewJob m_job;
    QTimer m_pause; // merges the requests of a resize into one
    QTimer m_patience; // while it runs, a drawing is not worth mentioning
    bool m_isDrawing = false;
    std::optional<ExportRequest> m_request;
    int m_page = 0;
    ExportPreview m_shown;
    QString m_message;
};
