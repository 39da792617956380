#pragma once

#include <QString>

/// That an embedded source serves older pictures because flag-icons is not installed, how many of them are
/// superseded or another country's, and what to do; for people. Draws the pictures of all countries whose
/// flag has changed, a few dozen: for the pool. `folder` is the fallback that findPictures() found.
[[nodiscard]] QString fallbackNotice(const QString &folder);
