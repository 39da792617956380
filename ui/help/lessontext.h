#pragma once

#include <QString>

// Where the links of the lesson lead; all others are files.
inline constexpr QLatin1StringView threeWaysLink{"flagfetch:three-ways"};
inline constexpr QLatin1StringView timelineLink{"flagfetch:timeline"};

/// The lesson, as HTML: what the program does between a request and its end, for readers who know the
/// exercise in Python. Names the classes where it happens. Needs no network. `document` is the path of the
/// longer form, see lessonDocument(); it may be empty.
[[nodiscard]] QString lessonPage(const QString &document);
