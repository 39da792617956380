#pragma once

#include "app/downloads/downloadrequest.h"

#include <QList>

#include <stop_token>

/// The flags of the set that have the names which the request would give them: of its countries, from
/// whatever source.
[[nodiscard]] QList<SetFlag> countriesSharingNamesIn(
    const Manifest &manifest, const DownloadRequest &request);

/// By code, what a set has of a request already: under the very name, from one of the very sources, and with
/// all that is to be made of it.
[[nodiscard]] QHash<QString, SetFlag> flagsAlreadySaved(
    const Manifest &manifest, const DownloadRequest &request);

/// Codes of a download whose files are in the folder already, whatever source they came from: as the set's
/// manifest names them, or under the names that the catalogue gives countries. In the order of the request.
/// Looks at names, not into files. For the pool: blocks on the disk.
[[nodiscard]] QStringList codesAlreadyThere(const DownloadRequest &request, const std::stop_token &stop = {});
