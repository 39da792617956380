#pragma once

#include <QDeadlineTimer>
#include <QPushButton>
#include <QWidget>

class QShortcut;

/// A button that starts or stops a batch. The buttons of a batch replace each other at one place: the second
/// click of a double click and a held Enter do nothing, so that they never undo what the first has done.
class BatchButton : public QPushButton
{
    Q_OBJECT

public:
    explicit BatchButton(const QString &text, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchButton)

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

/// The default button of the window: "Download 20 flags". It is quiet and says "Download 20 again" when the
/// folder has all of them. When a batch has just ended it ignores the mouse and the keys for a moment: the
/// user may have meant the button that was at its place.
class DownloadButton final : public BatchButton
{
    Q_OBJECT

public:
    explicit DownloadButton(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DownloadButton)

    /// `wanted` of the ticked `flags` are not in the folder.
    void showDownload(int flags, int wanted);
    /// Ignores presses for a moment from now on.
    void settle();
    [[nodiscard]] bool isSettled() const { return m_settling.hasExpired(); }

    /// The width that fits every number of flags, in device-independent pixels.
    [[nodiscard]] int maximumWidthHint() const;
    /// The width of a button in addition to its text.
    [[nodiscard]] static int padding(const QFontMetrics &font);

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setLoud(bool isLoud);
    void updateColours();

    QDeadlineTimer m_settling;
    bool m_isLoud = true;
};

/// The buttons that start, pause and cancel a batch, and their keys. Download is replaced by Pause and Cancel
/// while a batch runs, and hands the focus to Pause; the size stays the same, so that nothing else moves.
/// Only Cancel stops a batch, and Enter does not press it. Owned by HeaderBar.
class BatchButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchButtons(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchButtons)

    /// `wanted` of the ticked flags are not in the folder.
    void showIdle(int tickedFlags, int wanted);
    void showRunning(bool isPaused);

    /// The same as a click on Download. Does nothing while a batch runs.
    void press();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void downloadRequested();
    void cancelRequested();
    void pauseRequested();
    void continueRequested();

private:
    QShortcut *addKey(const QKeySequence &key, const QString &name, void (BatchButtons::*action)());
    void updatePause();
    void requestPause();
    void requestDownload();
    void requestCancel();

    QShortcut *m_pauseKey; // disabled without a batch, because the key then prints
    bool m_isRunning = false;
    bool m_isPaused = false;
    BatchButton *m_pause;
    BatchButton *m_cancel;
    DownloadButton *m_download;
};
