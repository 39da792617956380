#pragma once

#include "app/downloads/downloadrequest.h"

/// By code, what a set has of a request already: under the very name, from one of the very sources, and with
/// all that is to be made of it.
[[nodiscard]] QHash<QString, SetFlag> flagsAlreadySaved(
    const Manifest &manifest, const DownloadRequest &request);
