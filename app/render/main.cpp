// flagfetch-render: looks at pictures from strangers in a process of its own, see docs/ARCHITECTURE.md. The
// program starts it with the socket that requests come from as descriptor 3. `--icons FOLDER SVG ...` is for
// the build.

#include "app/images/rendermessage.h"
#include "app/render/confinement.h"
#include "app/render/hangupwatch.h"
#include "app/render/iconfiles.h"
#include "app/render/renderservice.h"

#include <QCoreApplication>

#include <sys/socket.h>

#include <csignal>
#include <cstdio>
#include <tuple>

namespace {

bool isPacketSocket(int descriptor)
{
    int type = 0;
    socklen_t length = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_SEQPACKET;
}

/// Ctrl-C in a terminal goes to this process, too. The program decides what it means.
void ignoreSignalsOfTheTerminal()
{
    for (const int number : {SIGINT, SIGQUIT, SIGHUP})
        std::ignore = std::signal(number, SIG_IGN);
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
    ignoreSignalsOfTheTerminal();
    QCoreApplication application(argc, argv); // where Qt finds its plugins
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
