#pragma once

#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QList>
#include <QStringList>

#include <optional>

class BuiltinServers;
struct Options;

/// A source that cannot be asked here.
struct SourceRefusal
{
    QString title;
    Failure failure;

    /// For people.
    [[nodiscard]] QString text() const;
};

/// The sources of a run, in their order, with addresses that can be asked and limits as wanted.
struct SelectedSources
{
    QList<Source> sources;
    QList<SourceRefusal> refusals;
};

/// Those that the command line asks, or the first of the list.
[[nodiscard]] SelectedSources selectSources(const Options &options, BuiltinServers &servers);

/// The codes that at least one of the sources has; nothing where that is not known.
[[nodiscard]] std::optional<QStringList> codesOf(const QList<Source> &sources, const BuiltinServers &servers);
