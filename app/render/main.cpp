// flagfetch-render: draws pictures from untrusted sources in a separate, restricted process; see
// docs/DECISIONS.md. The program starts it and passes the socket for requests as descriptor 3. The build
// starts it with `--icons FOLDER SVG ...`.

#include "app/images/rendermessage.h"
#include "app/render/confinement.h"
#include "app/render/drawnrenditions.h"
#include "app/render/renderservice.h"
#include "app/render/svgdocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <sys/socket.h>

#include <csignal>
#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

bool isPacketSocket(int descriptor)
{
    int type = 0;
    socklen_t length = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_SEQPACKET;
}

/// The program decides when this process ends, also if a signal is sent to all processes of the user. Shared
/// memory beyond the limit for files (SIGXFSZ) then fails with EFBIG.
void ignoreSignals()
{
    for (const int number : {SIGINT, SIGQUIT, SIGHUP, SIGXFSZ})
        std::ignore = std::signal(number, SIG_IGN);
}

bool writeIcon(const QString &folder, const QString &icon)
{
    QFile source(icon);
    if (!source.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = source.readAll();
    const auto document = SvgDocument::parse(bytes);
    if (!document)
        return false;
    const bool isMask = bytes.contains("currentColor");
    const QList<int> sides = isMask ? QList<int>{16, 32, 48} : QList<int>{16, 24, 32, 48, 64, 128, 256, 512};
    for (const int side : sides) {
        QFile file(QDir(folder).filePath(u"%1-%2.png"_s.arg(QFileInfo(icon).baseName()).arg(side)));
        const QByteArray png = pngFile(document->render({side, side}, "svg { color: black }"));
        if (!file.open(QIODevice::WriteOnly) || file.write(png) != png.size())
            return false;
    }
    return true;
}

/// Draws the project's icons into a folder as PNG files when the program is built. An icon in the current
/// colour becomes a mask in the sizes 16, 32 and 48 (NAME-16.png), which the window colours with its palette.
/// Others become pictures in the sizes that desktops use. Returns an exit status.
int writeIconFiles(const QString &folder, const QStringList &icons)
{
    for (const QString &icon : icons) {
        if (!QDir().mkpath(folder) || !writeIcon(folder, icon)) {
            std::fprintf(stderr, "flagfetch-render: %s cannot be drawn into %s\n", qPrintable(icon),
                qPrintable(folder));
            return 1;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArrayView mode(argc > 1 ? argv[1] : "");
    if (mode == "--icons" && argc > 2) {
        QCoreApplication application(argc, argv);
        const QStringList arguments = QCoreApplication::arguments();
        return writeIconFiles(arguments.at(2), arguments.sliced(3));
    }
    if (!isPacketSocket(renderSocket)) {
        std::fputs("flagfetch-render draws pictures for flagfetch, which starts it.\n", stderr);
        return 2;
    }
    ignoreSignals();
    QCoreApplication application(argc, argv); // sets the paths of Qt plugins
    RenderService service;
    confine();
    exitOnHangup(renderSocket);
    while (const auto request = receiveMessage(renderSocket)) {
        allowProcessorTime();
        if (!sendMessage(renderSocket, service.answerTo(*request)))
            break;
    }
    return 0;
}
