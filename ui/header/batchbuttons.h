#pragma once

#include <QPushButton>
#include <QWidget>

class QPushButton;

/// The one primary button: "Download 20 flags", and "Cancel" in the same place while a batch runs.
class DownloadButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DownloadButton(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DownloadButton)

    void showDownload(int flags);
    void showCancel();

    /// Wide enough for any number of flags.
    [[nodiscard]] int maximumWidthHint() const;
    /// What a text needs beside its own width.
    [[nodiscard]] static int padding(const QFontMetrics &font);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColours();
};

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
