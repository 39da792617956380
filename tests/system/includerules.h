#pragma once

#include <QString>
#include <QStringList>

/// What is wrong with the includes of one source file against the direction in which the rooms of the project
/// may know each other, a line for each. `path` is relative to the project.
[[nodiscard]] QStringList includeProblems(const QString &path, const QString &text);
