#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/builtin/httpresponse.h"
#include "app/builtin/servedcontent.h"

/// Decides what an embedded server answers: `GET` and `HEAD` of `/flags/{cc}/{file}`, with simulated faults.
/// Knows nothing of connections. Belongs to the server's thread.
class FlagService final
{
public:
    /// `port` is where the server listens: requests for another host are refused.
    FlagService(ContentLookup content, const FaultSettings &faults, quint16 port);

    /// The function of the result must not outlive this object.
    [[nodiscard]] ScheduledResponse schedule(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse respond(const QString &cc, const QString &file) const;

    ContentLookup m_content;
    FaultSimulation m_faults;
    quint16 m_port = 0;
};

/// Whether a Host header names the server on this port of the loopback address. A web page that had its own
/// name resolved to this machine (DNS rebinding) sends that name. A name without dot and without port is
/// allowed too: web browsers name the port unless it is 80, and public names have a dot.
[[nodiscard]] bool isOwnHost(QByteArrayView host, quint16 port);
