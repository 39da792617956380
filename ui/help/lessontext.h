#pragma once

#include <QString>

/// The lesson, as HTML: what the program does between a request and its end, for readers who know the
/// exercise in Python. Names the classes where it happens. Needs no network.
[[nodiscard]] QString lessonPage();
