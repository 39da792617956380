#include "app/terminal/serving.h"

#include "app/builtin/embeddedserver.h"
#include "app/builtin/fallbacknotice.h"
#include "app/builtin/flagpictures.h"
#include "app/builtin/picturefolders.h"
#include "app/failures/failuretext.h"
#include "app/terminal/console.h"
#include "app/terminal/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Serving
{
    Q_DECLARE_TR_FUNCTIONS(Serving)
};

} // namespace

std::unique_ptr<EmbeddedServer> startServing(const Options &options, Console &console)
{
    const ServeOptions &serve = options.serve;
    const bool builtin = serve.directory.isEmpty();
    const auto pictures
        = builtin ? findPictures(PictureSet::FlagIcons, options.servers.picturesFolder) : std::nullopt;
    if (builtin && !pictures) {
        console.printError(
            u"flagfetch: "_s + failureText(picturesMissing(options.servers.picturesFolder), {}));
        return nullptr;
    }
    if (builtin && pictures->isFallback)
        console.printError(u"flagfetch: "_s + fallbackNotice(pictures->path));
    const ContentLookup content = builtin ? picturesContent(pictures->path) : folderContent(serve.directory);
    auto started = EmbeddedServer::start(content, serve.faults, serve.port);
    if (const auto *failure = std::get_if<Failure>(&started)) {
        console.printError(Serving::tr(
            "flagfetch: --port %1: it cannot be used (%2); choose another one, or 0 for any that is free")
                               .arg(QString::number(serve.port), failure->detail));
        return nullptr;
    }
    auto server = std::get<std::unique_ptr<EmbeddedServer>>(std::move(started));
    console.print(Serving::tr("Serving flags at %1 until Ctrl-C.").arg(server->baseUrl()));
    // The built-in pictures are SVGs; of a folder, as of any other server, GIFs are expected.
    const QString address = builtin ? u"\"%1/{cc}/{cc}.svg\""_s.arg(server->baseUrl()) : server->baseUrl();
    console.print(Serving::tr("For example: flagfetch --headless --server %1 BR DE JP").arg(address));
    return server;
}
