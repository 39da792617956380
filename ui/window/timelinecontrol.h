#pragma once

#include "ui/timeline/runhistory.h"
#include "ui/window/windowstate.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Catalogue;
class FooterBar;
class RequestLog;
class SessionClient;

/// Feeds the timeline: reads the log of the requests while an operation runs and the timeline is visible,
/// else once at the end. Shows in the grid what is chosen in the timeline. Owned by the window, in the GUI
/// thread.
class TimelineControl final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. The references must outlive this object.
    TimelineControl(
        const WindowParts &parts, const SessionClient &session, FooterBar &footer, QWidget &window);
    Q_DISABLE_COPY_MOVE(TimelineControl)

    /// Where the operations record their requests.
    [[nodiscard]] const std::shared_ptr<RequestLog> &log() const { return m_log; }

private:
    void followState();
    void read();
    void chooseInGrid(const QString &code);

    const WindowParts m_parts;
    const SessionClient &m_session;
    const std::shared_ptr<RequestLog> m_log;
    QTimer m_frames; // active while an operation runs and the timeline is visible
};
