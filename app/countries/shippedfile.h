#pragma once

#include <QByteArray>
#include <QString>

/// A file that the program was built with, such as "countries.json". Ends the program if there is none: it
/// could do nothing right without it.
[[nodiscard]] QByteArray shippedFile(const QString &name);
