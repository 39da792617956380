#pragma once

#include "tests/downloads/flagland.h"

#include <QTcpServer>

/// Servers and requests for batches with two sources: the first one, and the fallback.
namespace twosources {

using namespace Qt::StringLiterals;

/// Has a flag for every second country, starting with AA. The others get `otherwise`.
inline ScriptedServer::Handler half(const Script &otherwise)
{
    return [otherwise](const ScriptedRequest &request) {
        const bool hasFlag = flagland::codeIn(request).at(1).unicode() % 2 == 1;
        return hasFlag || !flagland::isForPicture(request) ? flagland::answer(request) : otherwise;
    };
}

inline Script everything(const ScriptedRequest &request)
{
    return flagland::answer(request);
}

inline ScriptedServer::Handler always(const Script &script)
{
    return [script](const ScriptedRequest &) { return script; };
}

/// A URL template whose server does not listen.
inline QString unreachableAddress()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    return u"http://127.0.0.1:%1/{cc}.gif"_s.arg(closed.serverPort());
}

inline void makeUnreachable(Source &source)
{
    source.imageTemplate = unreachableAddress();
    source.metadataTemplate.clear();
    source.limit = 2;
}

inline QStringList earlierIds(const FlagResult &result)
{
    QStringList ids;
    for (const SourceAnswer &answer : result.earlier)
        ids += answer.sourceId;
    return ids;
}

/// Downloads from `first` and falls back to `second`.
[[nodiscard]] inline DownloadRequest request(
    const ScriptedServer &first, const ScriptedServer &second, const QString &folder, int count)
{
    DownloadRequest request = flagland::request(first, flagland::countries(count), folder);
    request.sources.first().id = u"first"_s;
    request.sources.first().title = u"First"_s;
    Source other = flagland::sourceAt(second);
    other.id = u"second"_s;
    other.title = u"Second"_s;
    request.sources.append(other);
    return request;
}

} // namespace twosources
