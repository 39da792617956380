#pragma once

#include "app/downloads/downloadrequest.h"

#include <QList>

/// The flags of the set that have the names which the request would give them: of its countries, from
/// whatever source.
[[nodiscard]] QList<SetFlag> countriesSharingNamesIn(
    const Manifest &manifest, const DownloadRequest &request);
