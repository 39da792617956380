#pragma once

#include "app/countries/country.h"

#include <QString>

/// Whether a source gives this country a name by which the catalogue knows only others, in English or in
/// their own language: "France" for DE. The flag must not be saved under such a name. Thread-safe. Takes some
/// milliseconds the first time that a name is not the catalogue's.
[[nodiscard]] bool isNameOfAnotherCountry(const QString &name, const Country &country);
