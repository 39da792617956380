#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/builtin/picturefolders.h"
#include "app/failures/result.h"
#include "app/sources/source.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <optional>

class EmbeddedServer;

/// The embedded servers of this process. A server is started when a source first needs it, and stopped by the
/// destructor. Owned by main(). Its functions may be called on any thread, except for the settings, which
/// belong to the thread of main().
class BuiltinServers final
{
public:
    /// The user's settings. The plain source simulates no faults.
    struct Settings
    {
        QString picturesFolder; ///< empty: searched as described in picturefolders.h
        FaultSettings slow{
            .shortestDelay = std::chrono::milliseconds(500), .longestDelay = std::chrono::seconds(5)};
        FaultSettings faulty{.errorRate = 0.25};
        /// A demonstration: blocks the event loop of the requests at each flag. See LoopBlocker.
        std::chrono::milliseconds blockedLoop{0};
    };

    explicit BuiltinServers(Settings settings);
    ~BuiltinServers();
    Q_DISABLE_COPY_MOVE(BuiltinServers)

    /// Applies to later calls of resolveAddresses().
    void setSettings(const Settings &settings);
    [[nodiscard]] const Settings &settings() const { return m_settings; }

    /// Completes an embedded source with the address of its server and the licence of its pictures. Starts
    /// the server, or restarts it if the settings have changed. Returns other sources unchanged. Fails if no
    /// pictures are installed.
    [[nodiscard]] Result<Source> resolveAddresses(const Source &source);

    /// The pictures of an embedded source; nothing for other sources, or if none are installed.
    [[nodiscard]] std::optional<PictureFolder> picturesOf(const Source &source) const;

    /// The codes of an embedded source's pictures; nothing if they are unknown.
    [[nodiscard]] std::optional<QStringList> codesOf(const Source &source) const;

private:
    struct Running
    {
        QString picturesFolder;
        FaultSettings faults;
        QStringList codes; ///< of parts and organisations with a picture
        std::unique_ptr<EmbeddedServer> server;
    };

    [[nodiscard]] QString picturesFolder() const;
    [[nodiscard]] FaultSettings faultSettingsFor(Embedded kind) const;

    mutable std::mutex m_mutex; // guards the members below
    Settings m_settings; // changes only on the thread of main(), which reads it without the mutex
    std::map<std::pair<Embedded, PictureSet>, Running> m_running;
};
