#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/builtin/flagpictures.h"
#include "app/builtin/httpresponse.h"

/// Answers `GET` and `HEAD` of `/flags/{cc}/{file}` for an embedded server, with simulated faults.
/// Independent of connections. Used on the server's thread.
class FlagService final
{
public:
    /// `port` is the server's port. Requests for another host are rejected.
    FlagService(ContentLookup content, const FaultSettings &faults, quint16 port);

    /// The function in the result must not outlive this object.
    [[nodiscard]] ScheduledResponse schedule(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse respond(const QString &cc, const QString &file) const;

    ContentLookup m_content;
    FaultSimulation m_faults;
    quint16 m_port = 0;
};

/// Whether a Host header names the server on this port of the loopback address. Protects against DNS
/// rebinding, where a web page resolves its domain to this machine and the browser sends that domain. A name
/// without dot and without port is allowed too: browsers send the port unless it is 80, and public domains
/// have a dot.
[[nodiscard]] bool isOwnHost(QByteArrayView host, quint16 port);
