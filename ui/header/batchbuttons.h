#pragma once

#include <QPushButton>
#include <QWidget>

class QPushButton;

/// The default button of the window: "Download 20 flags", or "Cancel" while a batch runs.
class DownloadButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DownloadButton(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DownloadButton)

    void showDownload(int flags);
    void showCancel();

    /// The width that fits every number of flags, in device-independent pixels.
    [[nodiscard]] int maximumWidthHint() const;
    /// The width of a button in addition to its text.
    [[nodiscard]] static int padding(const QFontMetrics &font);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColours();
};

/// The buttons that start, pause and cancel a batch. Download is replaced by Pause and Cancel while a batch
/// runs; the size stays the same, so that nothing else moves. Owned by HeaderBar.
class BatchButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchButtons(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchButtons)

    void showIdle(int tickedFlags);
    void showRunning(bool isPaused);

    /// The same as a click on Download, or on Cancel while a batch runs.
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
