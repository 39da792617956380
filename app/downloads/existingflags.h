#pragma once

#include "app/downloads/downloadrequest.h"

#include <QList>

#include <stop_token>

// Functions that find flags of a download request which exist already: in the manifest of a set, or as files
// in the folder of the request. None of them changes anything.

/// Returns the flags of the set whose file names equal the names that the request would use. Considers only
/// the countries of the request. The flags may come from any source.
[[nodiscard]] QList<SetFlag> countriesSharingNamesIn(
    const Manifest &manifest, const DownloadRequest &request);

/// Returns the flags that the set has already, by code. Each has the requested name, comes from one of the
/// requested sources, and has all requested renditions.
[[nodiscard]] QHash<QString, SetFlag> flagsAlreadySaved(
    const Manifest &manifest, const DownloadRequest &request);

/// A flag of a request whose file exists in the folder.
struct ExistingFlag
{
    QString code;
    QString path; ///< of the file
    bool isComplete = false; ///< the request would make no other file of this flag
};

/// Returns the flags of the request whose files exist in the folder, from any source. A file counts if the
/// manifest of the set lists it, or if its name follows from the country's name in the catalogue. The result
/// is in the order of the request. Checks only names, not contents. Blocks on the disk: call it in a thread
/// pool.
[[nodiscard]] QList<ExistingFlag> flagsAlreadyThere(
    const DownloadRequest &request, const std::stop_token &stop = {});
