#include "app/countries/countrysearch.h"

#include "app/countries/queryevaluator.h"

#include <utility>

namespace {

tl::expected<NamedCountries, QueryProblem> namedOrProblem(SearchMatches read)
{
    if (read.problem)
        return tl::unexpected(*std::move(read.problem));
    read.codes.sort();
    return NamedCountries{.codes = std::move(read.codes), .individualCodes = std::move(read.individualCodes)};
}

} // namespace

CountrySearch::CountrySearch(Catalogue catalogue, NameIndex names, QList<FilterValue> states)
    : m_catalogue(std::move(catalogue))
    , m_names(std::move(names))
    , m_states(std::move(states))
{
}

tl::expected<NamedCountries, QueryProblem> CountrySearch::codesNamedBy(const QString &text) const
{
    return namedOrProblem(
        QueryEvaluator(m_catalogue, m_names, {}, QueryUse::Arguments).read(parseQuery(text)));
}

QString CountrySearch::queryOf(const QStringList &arguments) const
{
    const WholeNames names(m_catalogue, m_names);
    QStringList terms;
    for (const QString &argument : arguments) {
        const bool apart = argument.contains(u' ') || argument.contains(u',');
        const bool query = argument.startsWith(u'-') || argument.contains(u':') || argument.contains(u'：')
            || argument.contains(u'"');
        // A comma at the end separates parts of the query: "japan,".
        const bool ends = argument.trimmed().endsWith(u',');
        const bool whole = apart && !query && !ends && !names.codeOf(argument).isEmpty();
        terms.append(whole ? u'"' + argument + u'"' : argument);
    }
    return terms.join(u' ');
}

tl::expected<NamedCountries, QueryProblem> CountrySearch::codesNamedExactlyBy(const QString &text) const
{
    return namedOrProblem(
        QueryEvaluator(m_catalogue, m_names, {}, QueryUse::ExactArguments).read(parseQuery(text)));
}

SearchMatches CountrySearch::find(const QString &text) const
{
    return QueryEvaluator(m_catalogue, m_names, m_states, QueryUse::Field).read(parseQuery(text));
}
