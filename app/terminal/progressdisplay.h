#pragma once

#include "app/downloads/serverwaits.h"

#include <QObject>
#include <QTimer>

class Console;
class DownloadSession;

/// A line on the terminal that is drawn again ten times a second while it lives, so that thousands of
/// arrivals cost no more than ten lines, and that leaves nothing behind.
class ProgressDisplay final : public QObject
{
    Q_OBJECT

public:
    ProgressDisplay(Console &console, const DownloadSession &session, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProgressDisplay)
    ~ProgressDisplay() override;

private:
    void draw();

    Console &m_console;
    const DownloadSession &m_session;
    QTimer m_timer;
    QString m_latestCode;
    ServerWaits m_waits;
};
