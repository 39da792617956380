#pragma once

#include "app/session/addressedbatches.h"
#include "app/sources/source.h"

#include <QList>
#include <QStringList>

#include <optional>

class BuiltinServers;
class Catalogue;
struct Options;

/// The sources of the command line, or the first of the list.
[[nodiscard]] QList<Source> requestedSources(const Options &options);

/// The same with addresses that can be requested, and limits as on the command line.
struct SelectedSources
{
    QList<Source> sources;
    QList<SourceRefusal> refusals;
};

[[nodiscard]] SelectedSources selectSources(const Options &options, BuiltinServers &servers);

/// A sentence or two if one of these sources serves older pictures, see fallbackNotice(); else empty. Draws
/// some pictures then.
[[nodiscard]] QString olderPicturesNotice(const QList<Source> &sources, const BuiltinServers &servers);

/// The codes that at least one of the sources may have; nothing without sources.
[[nodiscard]] std::optional<QStringList> codesOf(
    const QList<Source> &sources, const BuiltinServers &servers, const Catalogue &catalogue);
