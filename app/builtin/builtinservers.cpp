#include "app/builtin/builtinservers.h"

#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"

#include <utility>

BuiltinServers::BuiltinServers(Settings settings)
    : m_settings(std::move(settings))
{
}

BuiltinServers::~BuiltinServers() = default;

void BuiltinServers::setSettings(const Settings &settings)
{
    m_settings = settings;
}

std::variant<Source, Failure> BuiltinServers::withAddresses(const Source &source)
{
    if (source.embedded == Embedded::No)
        return source;
    const auto folder = findPicturesFolder(m_settings.picturesFolder);
    if (!folder)
        return picturesMissing(m_settings.picturesFolder);

    const FaultSettings manners = mannersFor(source.embedded);
    Running &running = runningFor(source.embedded);
    if (!running.server || running.picturesFolder != *folder || running.manners != manners) {
        auto started = EmbeddedServer::start(picturesContent(*folder), manners);
        if (const auto *failure = std::get_if<Failure>(&started))
            return *failure;
        running = {*folder, manners, std::get<std::unique_ptr<EmbeddedServer>>(std::move(started))};
    }

    Source ready = source;
    ready.base = running.server->baseUrl() + u'/';
    return ready;
}

std::optional<QStringList> BuiltinServers::codesOf(const Source &source) const
{
    if (source.embedded == Embedded::No)
        return std::nullopt;
    const auto folder = findPicturesFolder(m_settings.picturesFolder);
    return folder ? std::optional(codesWithPictures(*folder)) : std::nullopt;
}

FaultSettings BuiltinServers::mannersFor(Embedded kind) const
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

BuiltinServers::Running &BuiltinServers::runningFor(Embedded kind)
{
    switch (kind) {
    case Embedded::Slow:
        return m_slow;
    case Embedded::Faulty:
        return m_faulty;
    case Embedded::No:
    case Embedded::Plain:
        break;
    }
    return m_plain;
}
