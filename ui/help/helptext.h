#pragma once

#include <QString>

/// How the program is used, as HTML. Needs no network.
[[nodiscard]] QString helpPage();

/// Versions, and the licences of the program, the libraries and the flags, as HTML.
[[nodiscard]] QString aboutPage();
