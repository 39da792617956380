#pragma once

#include "ui/window/windowstate.h"

#include <QObject>
#include <QTimer>

class DesktopProgress;
class FooterBar;
class SelectMenu;
class SessionClient;
class SetMenu;
struct BatchProgress;

/// The parts of the window that summarize the model and the session. They outlive the window's StatusView.
struct StatusParts
{
    FooterBar &footer;
    SetMenu &setMenu;
    SelectMenu &select;
    DesktopProgress &desktop;
};

/// Shows counts, buttons, messages and progress when the model or the session has changed, at most as often
/// as people can read them. Owned by the window, in the GUI thread.
class StatusView final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. `session` must outlive this object.
    StatusView(
        const WindowParts &parts, const StatusParts &status, const SessionClient &session, QWidget &window);
    Q_DISABLE_COPY_MOVE(StatusView)

    /// Updates everything at once.
    void refresh();
    void scheduleRefresh();
    /// `isRepair`: the operation has restored files of a set.
    void endBatch(const BatchProgress &progress, bool isRepair);

Q_SIGNALS:
    void batchBegan();

private:
    void followState();

    const WindowParts m_parts;
    const StatusParts m_status;
    const SessionClient &m_session;
    QTimer m_clock; // updates the elapsed time while an operation runs
    QTimer m_refresh;
};
