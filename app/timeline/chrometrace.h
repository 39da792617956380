#pragma once

#include "app/timeline/timeline.h"

#include <QByteArray>

/// Returns the timeline in the Trace Event Format, as a JSON object that https://ui.perfetto.dev opens.
/// Requests are in rows of one track group, threads of the pool in another, and the sleeps of a blocked
/// event loop in a third; counters show the number in flight and the limit. What has not ended ends at `now`.
/// docs/TIMELINE.md describes the tracks.
[[nodiscard]] QByteArray chromeTrace(const Timeline &timeline, SteadyTime now);
