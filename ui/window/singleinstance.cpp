#include "ui/window/singleinstance.h"

#include "ui/footer/folderrow.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QSettings>
#include <QWidget>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 2000; // ms, for a window that is busy
constexpr qint64 largestRequest = 64 << 10; // bytes; every code and the longest path need less
constexpr qint64 largestAnswer = 64; // bytes
constexpr QByteArrayView taken("taken\n");
constexpr QByteArrayView refused("refused\n");

/// Differs for each user, settings folder and display: a window on another display would seem to be missing.
/// In the folder that the system gives each user for sockets, else beside the settings.
QString socketPath()
{
    const QString settings = QFileInfo(QSettings().fileName()).absolutePath();
    const QByteArray display
        = qgetenv("WAYLAND_DISPLAY") + '\n' + qgetenv("DISPLAY") + '\n' + qgetenv("QT_QPA_PLATFORM");
    const QByteArray identity = QByteArray::number(::getuid()) + '\n' + settings.toUtf8() + '\n' + display;
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().first(16);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool hasRuntime = QDir::isAbsolutePath(runtime) && QFileInfo(runtime).isWritable();
    return (hasRuntime ? runtime : settings) + u"/flagfetch-"_s + QString::fromLatin1(hash);
}

QByteArray toBytes(const StartRequest &request)
{
    QJsonObject object{{u"codes"_s, QJsonArray::fromStringList(request.codes)},
        {u"token"_s, QString::fromUtf8(request.activationToken)}};
    if (request.folder)
        object.insert(u"folder"_s, *request.folder);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

StartRequest fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    StartRequest request;
    if (object.contains("folder"_L1))
        request.folder = object.value("folder"_L1).toString();
    const QJsonArray codes = object.value("codes"_L1).toArray();
    for (const QJsonValue &code : codes)
        request.codes.append(code.toString());
    request.activationToken = object.value("token"_L1).toString().toUtf8();
    return request;
}

bool isOfThisUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::getuid();
}

} // namespace

bool isTakenByOpenWindow(const StartRequest &request)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    if (!socket.waitForConnected(patience) || !isOfThisUser(socket))
        return false;
    socket.setReadBufferSize(largestAnswer);
    socket.write(toBytes(request));
    const QDeadlineTimer deadline(patience); // for the whole answer, not for each byte
    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= largestAnswer
            || !socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    return socket.readLine() == taken;
}

StartRequestServer::StartRequestServer(QWidget &window, const WindowParts &parts, TickHistory &ticks)
    : m_window(window)
    , m_parts(parts)
    , m_ticks(ticks)
{
    connect(&m_server, &QLocalServer::newConnection, this, &StartRequestServer::receive);
    listen();
}

void StartRequestServer::listen()
{
    const QString path = socketPath();
    QDir().mkpath(QFileInfo(path).path());
    if (m_server.listen(path) || m_server.serverError() != QAbstractSocket::AddressInUseError)
        return;
    QLocalSocket probe;
    probe.connectToServer(path);
    if (probe.waitForConnected(patience))
        return; // another window, with another folder
    QLocalServer::removeServer(path); // a window that was killed left it
    m_server.listen(path);
}

void StartRequestServer::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOfThisUser(*socket)) {
            socket->abort();
            continue;
        }
        socket->setReadBufferSize(largestRequest);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { answer(*socket); });
        answer(*socket); // the request may have arrived with the connection
    }
}

void StartRequestServer::answer(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= largestRequest)
            socket.abort();
        return;
    }
    const StartRequest request = fromBytes(socket.readLine());
    socket.write((take(request) ? taken : refused).toByteArray());
    socket.disconnectFromServer(); // after the answer is sent
}

bool StartRequestServer::take(const StartRequest &request)
{
    if (!m_window.isVisible()) // it is closed, and waits for the end of the batch
        return false;
    const bool knowsAll = m_parts.model.countries(request.codes).size() == request.codes.size();
    if ((request.folder && *request.folder != m_parts.folder.folder()) || !knowsAll)
        return false;
    if (!request.codes.isEmpty()) // added, because the ticks of the user may be a long work
        m_ticks.add(
            request.codes, tr("tick %n countries of another start", "undo step", int(request.codes.size())));
    bringForward(request.activationToken);
    return true;
}

void StartRequestServer::bringForward(const QByteArray &activationToken)
{
    // Qt for Wayland takes the token from here when a window asks to be activated, and removes it.
    if (!activationToken.isEmpty() && QGuiApplication::platformName().startsWith("wayland"_L1))
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}
