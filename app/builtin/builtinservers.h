#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QString>

#include <memory>
#include <optional>
#include <variant>

class EmbeddedServer;

/// The embedded servers of this process: started when a source first needs one, stopped with this object.
/// Owned by main.
class BuiltinServers final
{
public:
    /// What a person may adjust; the plain source has no manners.
    struct Settings
    {
        QString picturesFolder; ///< empty: looked for in the places that flagpictures.h names
        FaultSettings slow{
            .shortestDelay = std::chrono::milliseconds(500), .longestDelay = std::chrono::seconds(5)};
        FaultSettings faulty{.errorRate = 0.25};
    };

    explicit BuiltinServers(Settings settings);
    ~BuiltinServers();
    Q_DISABLE_COPY_MOVE(BuiltinServers)

    /// Takes effect for the sources that are asked for from now on.
    void setSettings(const Settings &settings);
    [[nodiscard]] const Settings &settings() const { return m_settings; }

    /// The source with addresses that can be asked: an embedded source of the list gets those of its server,
    /// which is started if it does not run with the present settings; any other comes back as it is. Fails if
    /// the pictures are not installed.
    [[nodiscard]] std::variant<Source, Failure> withAddresses(const Source &source);

    /// The codes that the source is known to have; nothing where that is not known.
    [[nodiscard]] std::optional<QStringList> codesOf(const Source &source) const;

private:
    struct Running
    {
        QString picturesFolder;
        FaultSettings manners;
        std::unique_ptr<EmbeddedServer> server;
    };

    [[nodiscard]] FaultSettings mannersFor(Embedded kind) const;
    [[nodiscard]] Running &runningFor(Embedded kind);

    Settings m_settings;
    Running m_plain;
    Running m_slow;
    Running m_faulty;
};
