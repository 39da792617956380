#pragma once

#include "app/exports/previewjob.h"

#include <QTimer>
#include <QWidget>

/// Shows how the beginning of an export will look, drawn in the background: whatever a person types, the
/// latest wish is what appears.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PreviewPane)

    void showRequest(const ExportRequest &request);
    /// In the place of a preview.
    void showMessage(const QString &text);

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
    QTimer m_pause; // a window that is being resized asks once
    std::optional<ExportRequest> m_request;
    ExportPreview m_shown;
    QString m_message;
};
