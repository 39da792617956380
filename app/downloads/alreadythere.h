#pragma once

#include "app/downloads/downloadrequest.h"

#include <stop_token>

/// Codes of a download whose files are in the folder already, whatever source they came from: as the set's
/// manifest names them, or under the names that the catalogue gives countries. In the order of the request.
/// Looks at names, not into files. For the pool: blocks on the disk.
[[nodiscard]] QStringList codesAlreadyThere(const DownloadRequest &request, const std::stop_token &stop = {});
