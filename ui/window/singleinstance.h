// A second start of the program brings the window forward that is open already.
#pragma once

#include "ui/window/windowstate.h"

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

class QLocalSocket;
class TickHistory;

/// What a second start asks the window that is open already.
struct StartRequest
{
    std::optional<QString> folder = {}; ///< absolute path
    QStringList codes = {}; ///< to tick
    QByteArray activationToken = {}; ///< of the desktop, which lets the window come forward; may be empty
};

/// Asks the window of the same user, settings and display. Returns whether it came forward, so that this
/// start has nothing left to do. Blocks for a few seconds at most, and not at all if there is no such window.
/// Needs no event loop.
[[nodiscard]] bool isTakenByOpenWindow(const StartRequest &request);

/// Makes the window answer other starts: it comes forward and ticks their countries, unless they want another
/// folder. The user can undo these ticks. Nothing happens if another window answers already, or if no socket
/// can be made: then every start opens a window. Created in the GUI thread, after the window, which must
/// outlive it.
class StartRequestServer final : public QObject
{
    Q_OBJECT

public:
    StartRequestServer(QWidget &window, const WindowParts &parts, TickHistory &ticks);
    Q_DISABLE_COPY_MOVE(StartRequestServer)

    /// False if another window answers: it may have been opened while this one was created.
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }

private:
    void listen();
    void receive();
    void answer(QLocalSocket &socket);
    [[nodiscard]] bool take(const StartRequest &request);
    void bringForward(const QByteArray &activationToken);

    QWidget &m_window;
    const WindowParts m_parts;
    TickHistory &m_ticks;
    QLocalServer m_server;
};
