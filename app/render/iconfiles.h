#pragma once

#include <QStringList>

/// Draws the project's icons into a folder as PNG files, when the program is built. One that is drawn in the
/// current colour becomes a mask, NAME-16.png, -32 and -48: the window gives it the colours of its palette.
/// Others become pictures in the sizes that desktops ask for. Returns an exit status.
[[nodiscard]] int writeIconFiles(const QString &folder, const QStringList &icons);
