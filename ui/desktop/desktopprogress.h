#pragma once

#include "app/downloads/flagresult.h"
#include "ui/desktop/desktopbus.h"

#include <QObject>

class QWidget;

/// Shows the progress of a batch outside of the window: in its title and on the launcher of the desktop, and
/// with one notification when a batch ends while no window of the program is active. Owned by the window.
class DesktopProgress final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. Sets its title.
    explicit DesktopProgress(QWidget &window);
    Q_DISABLE_COPY_MOVE(DesktopProgress)

    void showRunning(const BatchProgress &progress);
    void clear();
    void announceEnd(const BatchProgress &progress);

private:
    void setTitle(const QString &title);
    /// Percent of the batch; negative: none runs.
    void setLauncher(int percent);

    QWidget &m_window;
    DesktopBus m_bus;
    int m_percent = -1;
};
