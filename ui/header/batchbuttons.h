#pragma once

#include <QWidget>

class DownloadButton;
class QPushButton;

/// What begins, pauses and ends a batch: Download, and in the same room Pause and Cancel while a batch runs,
/// so that nothing beside them moves.
class BatchButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchButtons(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchButtons)

    void showIdle(int tickedFlags);
    void showRunning(bool isPaused);

    /// As a click on Download, or on Cancel where that has taken its place.
    void press();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void downloadRequested();
    void cancelRequested();
    void pauseRequested();
    void continueRequested();

private:
    void requestPause();
    void requestDownload();

    bool m_isRunning = false;
    bool m_isPaused = false;
    QPushButton *m_pause;
    DownloadButton *m_download;
};
