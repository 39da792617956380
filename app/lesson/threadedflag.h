#pragma once

#include "app/countries/country.h"
#include "app/drawing/canceltoken.h"
#include "app/saving/savedflag.h"
#include "app/saving/saveflag.h"
#include "app/sources/source.h"
#include "app/timeline/requestlog.h"

#include <memory>

/// One flag of Way::Threads.
struct ThreadedFlag
{
    Country country;
    Source source; ///< a built-in one, with its address
    std::shared_ptr<RequestLog> log;
    CancelToken cancel;
};

/// The SaveTask of all ways: checks the flag, and fills SavedFlag::sha256, which the others leave empty for a
/// flag that is not saved.
[[nodiscard]] SavedFlag checkInMemory(const SaveRequest &request);

/// Fetches picture and metadata of one flag with blockingGet(), one after the other, and checks them, all in
/// the thread that calls it: the plain code that a thread allows. Writes nothing to the disk. The state is
/// Fetched, NotFound, Failed or Cancelled.
[[nodiscard]] SavedFlag fetchInThread(const ThreadedFlag &flag);
