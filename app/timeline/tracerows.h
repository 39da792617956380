#pragma once

#include "app/timeline/timeline.h"

/// From the moment when the request is queued until it ends, at `now` if it has not.
struct RequestSpan
{
    SteadyTime begin;
    SteadyTime end;
};

[[nodiscard]] RequestSpan spanOf(const RequestRecord &request, SteadyTime now);

/// Returns the number of a row for each request of the timeline, from 0, so that no two requests overlap in
/// a row. Each gets the first row that is free when it is queued.
[[nodiscard]] std::vector<int> rowsOf(const Timeline &timeline, SteadyTime now);
