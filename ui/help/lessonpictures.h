// The pictures of the lesson: timelines of invented runs, drawn like those of the window.
#pragma once

#include <QString>

enum class LessonPicture {
    OneAtATime,
    ManyAtOnce,
    BlockedLoop, ///< many at once, with a demonstration of LoopBlocker
};

/// As HTML, in the colours and the font of the application.
[[nodiscard]] QString htmlOf(LessonPicture picture);
