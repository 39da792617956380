#pragma once

#include <QString>

/// The name in Latin letters, folded as by foldedText(): "ying ge lan" for "英格兰", "rossia" for "Россия". A
/// Chinese character becomes a word. The first call takes tens of milliseconds. Usable on any thread.
[[nodiscard]] QString latinName(const QString &name);
