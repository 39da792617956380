#pragma once

#include <QString>

/// The path of the lesson with all exercises and answers, in the language of the interface if there is one,
/// where cmake --install puts it: next to the program in `programFolder`, or in a data folder. Empty if it is
/// not installed.
[[nodiscard]] QString lessonDocument(const QString &programFolder);
