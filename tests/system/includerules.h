#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

// Checks the includes and the length of source files. The rules, which tst_includes applies to every file of
// app/ and ui/:
// - app/main.cpp includes everything, ui/ includes app/, and app/ includes neither ui/ nor Qt Widgets.
// - A module of app/ includes only the modules that includerules.cpp lists for it.
// - A module of ui/ includes only modules that come before it in the list of includerules.cpp.
// - No headers include each other in a circle. `#pragma once` hides that from the compiler until somewhere
//   a type is incomplete.
// - A file has at most 300 lines.

/// The headers that the text of a source file includes, in its order, as they are written there.
[[nodiscard]] QStringList includedHeaders(const QString &text);

/// The includes of one source file that break the rules for modules, one line for each. `path` is relative to
/// the project, as are the paths below.
[[nodiscard]] QStringList includeProblems(const QString &path, const QString &text);

/// The include cycles among `files`, a map from path to text. Each cycle is one line, such as
/// "a.h -> b.h -> a.h". A file that belongs to several cycles may appear in only one of them.
[[nodiscard]] QStringList includeCycles(const QMap<QString, QString> &files);

inline constexpr int mostLinesOfFile = 300;
/// The files with more lines, each with the number: "ui/window/mainwindow.cpp: 301 lines". `files` is a map
/// from path to text.
[[nodiscard]] QStringList tooLongFiles(const QMap<QString, QString> &files);
