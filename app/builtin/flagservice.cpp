#include "app/builtin/flagservice.h"

#include <QList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 httpPort = 80; // omitted from Host headers

bool isOwnName(QByteArrayView name)
{
    constexpr auto own = std::to_array<QByteArrayView>({"127.0.0.1", "localhost", "[::1]"});
    return std::ranges::any_of(
        own, [name](QByteArrayView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

} // namespace

bool isOwnHost(QByteArrayView host, quint16 port)
{
    const qsizetype bracket = host.lastIndexOf(']');
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > bracket)
        return isOwnName(host.first(colon)) && host.sliced(colon + 1) == QByteArray::number(port);
    const bool isSingleLabel = !host.isEmpty() && bracket < 0 && !host.contains('.');
    return isOwnName(host) || (isSingleLabel && port != httpPort);
}

FlagService::FlagService(ContentLookup content, const FaultSettings &faults, quint16 port)
    : m_content(std::move(content))
    , m_faults(faults)
    , m_port(port)
{
}

ScheduledResponse FlagService::schedule(const HttpRequest &request)
{
    const auto atOnce = [](int status, const QByteArray &text) {
        return ScheduledResponse{.respond = [status, text] { return textResponse(status, text); }};
    };
    if (request.hasHost && !isOwnHost(request.host, m_port))
        return atOnce(421, "This server has only the names 127.0.0.1, localhost and [::1]");
    if (request.method == HttpRequest::Method::Other)
        return atOnce(405, "Only GET and HEAD are allowed");
    // Split before decoding, because an encoded slash is part of a name.
    const QList<QByteArray> parts = request.path.split('/');
    if (parts.size() != 4 || !parts[0].isEmpty() || parts[1] != "flags" || parts[2].isEmpty()
        || parts[3].isEmpty())
        return atOnce(404, {});

    const QString cc = QString::fromUtf8(QByteArray::fromPercentEncoding(parts[2]));
    const QString file = QString::fromUtf8(QByteArray::fromPercentEncoding(parts[3]));
    const SimulatedFault fault = m_faults.next(QString(cc + u'/' + file));
    if (fault.refused)
        return {fault.delay, [] { return textResponse(418, {}); }};
    return {fault.delay, [this, cc, file] { return respond(cc, file); }};
}

HttpResponse FlagService::respond(const QString &cc, const QString &file) const
{
    const auto content = m_content(cc, file);
    if (!content)
        return textResponse(404, {});
    if (content->isUnreadable)
        return textResponse(503, "Try again");
    return {200, content->mimeType, content->bytes};
}
