#include "app/timeline/tracerows.h"

#include <algorithm>
#include <numeric>

RequestSpan spanOf(const RequestRecord &request, SteadyTime now)
{
    return {request.queued, std::max(request.queued, request.ended.value_or(now))};
}

std::vector<int> rowsOf(const Timeline &timeline, SteadyTime now)
{
    const std::vector<RequestRecord> &requests = timeline.requests();
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return requests[index].queued; });

    std::vector<int> rows(requests.size());
    std::vector<SteadyTime> freeFrom; // by row
    for (const std::size_t index : order) {
        const RequestSpan span = spanOf(requests[index], now);
        const auto row
            = std::ranges::find_if(freeFrom, [&span](SteadyTime free) { return free <= span.begin; });
        rows[index] = int(row - freeFrom.begin());
        if (row == freeFrom.end())
            freeFrom.push_back(span.end);
        else
            *row = span.end;
    }
    return rows;
}
