#include "app/countries/countrysearch.h"

#include "app/countries/queryreading.h"

#include <utility>

namespace {

std::variant<QStringList, QueryProblem> codesOrProblem(SearchMatches read)
{
    if (read.problem)
        return *std::move(read.problem);
    read.codes.sort();
    return std::move(read.codes);
}

} // namespace

CountrySearch::CountrySearch(Catalogue catalogue, NameIndex names, QStringList states)
    : m_catalogue(std::move(catalogue))
    , m_names(std::move(names))
    , m_states(std::move(states))
{
}

std::variant<QStringList, QueryProblem> CountrySearch::codesNamedBy(const QString &text) const
{
    return codesOrProblem(
        QueryReading(m_catalogue, m_names, {}, QueryUse::Arguments).read(parseQuery(text)));
}

std::variant<QStringList, QueryProblem> CountrySearch::codesNamedExactlyBy(const QString &text) const
{
    return codesOrProblem(
        QueryReading(m_catalogue, m_names, {}, QueryUse::ExactArguments).read(parseQuery(text)));
}

SearchMatches CountrySearch::find(const QString &text) const
{
    return QueryReading(m_catalogue, m_names, m_states, QueryUse::Field).read(parseQuery(text));
}
