#pragma once

#include "app/downloads/flagresult.h"
#include "app/downloads/serverwaits.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

class Console;
class DownloadSession;

/// A bar and the counts, in at most `width` columns: "[=====>      ] 17 of 20 - 1 not found  BR  0.31 s".
/// While the server has requested a wait, `serverWait` replaces the latest code. The bar shrinks first, then
/// disappears; what still does not fit is cut.
[[nodiscard]] QString progressLine(
    const BatchProgress &progress, const QString &latestCode, std::chrono::seconds serverWait, int width);

/// Draws the progress line on the terminal ten times a second, however many flags arrive. HeadlessRun owns
/// it; the destructor erases the line.
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
