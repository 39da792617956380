#pragma once

#include "app/countries/query.h"
#include "app/countries/queryproblem.h"

#include <QStringList>

/// Problems with a term, with their words. `nearest` are the names of countries that may be meant.
[[nodiscard]] QueryProblem unknownName(
    const QueryTerm &term, const QString &word, const QStringList &nearest);
[[nodiscard]] QueryProblem unknownKey(const QueryTerm &term, const QStringList &keys);
[[nodiscard]] QueryProblem unknownValue(const QueryTerm &term, const QStringList &allowed);
[[nodiscard]] QueryProblem leftOut(const QueryTerm &name);
[[nodiscard]] QueryProblem nothingLeft(const QueryTerm &term);
