#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/builtin/picturefolders.h"
#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QString>

#include <map>
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
        QString picturesFolder; ///< empty: looked for in the places that picturefolders.h names
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
    /// which is started if it does not run with the present settings, and the licence of the pictures that
    /// are found; any other comes back as it is. Fails if the pictures are not installed.
    [[nodiscard]] std::variant<Source, Failure> withAddresses(const Source &source);

    /// The pictures that an embedded source serves; nothing for other sources, and where none are installed.
    [[nodiscard]] std::optional<PictureFolder> picturesOf(const Source &source) const;

    /// The codes that the source is known to have; nothing where that is not known.
    [[nodiscard]] std::optional<QStringList> codesOf(const Source &source) const;

private:
    struct Running
    {
        QString picturesFolder;
        FaultSettings faults;
        QStringList codes; ///< of parts and organisations with a picture
        std::unique_ptr<EmbeddedServer> server;
    };

    [[nodiscard]] FaultSettings faultSettingsFor(Embedded kind) const;

    Settings m_settings;
    std::map<std::pair<Embedded, PictureSet>, Running> m_running;
};
