#pragma once

#include "app/countries/country.h"

#include <QString>

#include <optional>

/// One file name (no folder) from text that came from the network: a name that every common file system
/// takes, that shells and people read safely, in NFC, and of at most 240 bytes with its ending. Spaces become
/// `_`; what is unsafe (control, bidi and zero-width characters, lone surrogates, separators, `:*?"<>|`)
/// becomes `_` too; if nothing is left, the stem is "flag". The same text always gives the same name, and a
/// name given back gives itself.
[[nodiscard]] QString safeFileName(const QString &stem, const QString &ending);

/// A name made from a template of {CC} {cc} {iso3} {country}; the first is upper, the next two are lower
/// case. `name` is the country's name as the source has it; where it holds nothing that can stand in a file
/// name, the catalogue's name is taken, then the code.
[[nodiscard]] QString flagFileName(
    const QString &nameTemplate, const Country &country, const QString &name, const QString &ending);

/// Why a name template cannot be used and what is allowed, to follow "TEMPLATE: "; nothing if it can.
[[nodiscard]] std::optional<QString> nameTemplateProblem(const QString &nameTemplate);
