#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/builtin/flagpictures.h"
#include "app/builtin/httprequestparser.h"
#include "app/failures/result.h"

#include <QThread>

#include <memory>

class HttpListener;

/// An HTTP server on the loopback address, in a separate thread. Serves `GET /flags/{cc}/{file}`; other paths
/// are 404. The destructor closes all connections and joins the thread.
class EmbeddedServer final
{
public:
    /// `content` is called on the server's thread. Port 0 selects a free port. Fails if the port cannot be
    /// used; `detail` has the reason.
    [[nodiscard]] static Result<std::unique_ptr<EmbeddedServer>> start(ContentLookup content,
        const FaultSettings &faults, quint16 port = 0, const ServerLimits &limits = {});
    ~EmbeddedServer();
    Q_DISABLE_COPY_MOVE(EmbeddedServer)

    [[nodiscard]] quint16 port() const { return m_port; }

    /// "http://127.0.0.1:PORT/flags"
    [[nodiscard]] QString baseUrl() const;

private:
    explicit EmbeddedServer(std::unique_ptr<HttpListener> listener);

    quint16 m_port = 0;
    QThread m_thread;
};
