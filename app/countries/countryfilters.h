#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/query.h"
#include "app/countries/queryproblem.h"

#include <QStringList>

#include <variant>

/// Codes of the countries that `continent:`, `region:` or `group:` leaves, in the order of the catalogue; of
/// `part-of:`, with a code or name of a country, those of its parts.
/// Where nothing has exactly this id, all whose ids begin with it are meant.
[[nodiscard]] std::variant<QStringList, QueryProblem> filteredCodes(
    const QueryTerm &term, const Catalogue &catalogue);

/// Which of the ids a text means: exactly this one, or all that begin with it.
[[nodiscard]] QStringList meantIds(const QString &text, const QStringList &ids);
