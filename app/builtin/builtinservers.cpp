#include "app/builtin/builtinservers.h"

#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"
#include "app/logging/logging.h"

#include <utility>

BuiltinServers::BuiltinServers(Settings settings)
    : m_settings(std::move(settings))
{
}

BuiltinServers::~BuiltinServers() = default;

void BuiltinServers::setSettings(const Settings &settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
}

Result<Source> BuiltinServers::resolveAddresses(const Source &source)
{
    if (source.embedded == Embedded::No)
        return source;
    const auto folder = picturesOf(source);
    if (!folder)
        return unexpected(picturesMissing(picturesFolder()));

    const std::lock_guard lock(m_mutex);
    const FaultSettings faults = faultSettingsFor(source.embedded);
    Running &running = m_running[{source.embedded, source.pictureSet}];
    if (!running.server || running.picturesFolder != folder->path || running.faults != faults) {
        auto server = EmbeddedServer::start(picturesContent(folder->path), faults);
        if (!server)
            return unexpected(server.error());
        running = {folder->path, faults, extraCodesWithPictures(folder->path), *std::move(server)};
        qCDebug(lcBuiltin) << "serving" << folder->path << "at" << running.server->baseUrl();
    }

    Source ready = source;
    ready.base = running.server->baseUrl() + u'/';
    ready.codes = running.codes;
    ready.licence = folder->licence;
    ready.licenceUrl = folder->licenceUrl;
    return ready;
}

std::optional<PictureFolder> BuiltinServers::picturesOf(const Source &source) const
{
    if (source.embedded == Embedded::No)
        return std::nullopt;
    return findPictures(source.pictureSet, picturesFolder());
}

std::optional<QStringList> BuiltinServers::codesOf(const Source &source) const
{
    const auto folder = picturesOf(source);
    return folder ? std::optional(codesWithPictures(folder->path)) : std::nullopt;
}

QString BuiltinServers::picturesFolder() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings.picturesFolder;
}

FaultSettings BuiltinServers::faultSettingsFor(Embedded kind) const
{
    switch (kind) {
    case Embedded::Slow:
        return m_settings.slow;
    case Embedded::Faulty:
        return m_settings.faulty;
    case Embedded::No:
    case Embedded::Plain:
        break;
    }
    return {};
}
