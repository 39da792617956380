#pragma once

#include "app/exports/exportpreview.h"

#include <QTimer>
#include <QWidget>

/// Shows a preview of the first part of an export. PreviewJob draws it in the background; only the latest
/// request is shown. Emits drawn() for each preview. Owned by ExportDialog.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PreviewPane)

    void showRequest(const ExportRequest &request);
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
    void request();
    void showPreview(const ExportPreview &preview);

    PreviewJob m_job;
    QTimer m_pause; // merges the requests of a resize into one
    std::optional<ExportRequest> m_request;
    ExportPreview m_shown;
    QString m_message;
};
