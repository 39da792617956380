#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"

/// Up to three display names of what a text that was not understood may mean, the likeliest first, countries
/// before their parts. None for words such as "the republic", which belong to many names.
[[nodiscard]] QStringList nameSuggestions(
    const QString &text, const Catalogue &catalogue, const NameIndex &names);
