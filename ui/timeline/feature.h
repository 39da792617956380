#pragma once

#include <QString>

#include <array>

/// What a timeline shows besides the bars and the marks of its requests.
enum class Feature {
    InFlight, ///< the line of the number in flight
    Limit, ///< the line of its limit
    Compared, ///< the number in flight of the run that is compared
    BlockedLoop, ///< the sleeps of a blocked event loop
    Threads, ///< the tracks of the threads
};

inline constexpr std::array allFeatures{
    Feature::InFlight, Feature::Limit, Feature::Compared, Feature::BlockedLoop, Feature::Threads};

// Texts for people: a name of a few words, and plain sentences.
[[nodiscard]] QString nameOf(Feature feature);
[[nodiscard]] QString explanationOf(Feature feature);
