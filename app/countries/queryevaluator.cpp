#include "app/countries/queryevaluator.h"

#include "app/countries/countrygroups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A minus or a quotation mark whose term is still being typed.
bool isBarelyBegun(const QueryTerm &term)
{
    return term.text.isEmpty() || term.text == "-"_L1;
}

QStringList joined(QStringList codes, const QStringList &more)
{
    codes += more;
    codes.removeDuplicates();
    return codes;
}

} // namespace

QueryEvaluator::QueryEvaluator(
    const Catalogue &catalogue, const NameIndex &names, const QList<FilterValue> &states, QueryUse use)
    : m_catalogue(catalogue)
    , m_states(states)
    , m_use(use)
    , m_lookup(catalogue, names, use)
    , m_arguments(catalogue, names, use)
{
}

SearchMatches QueryEvaluator::read(const QList<QueryPart> &parts)
{
    m_isList = parts.size() > 1;
    const QList<QueryPart> names = m_use == QueryUse::Field ? parts : m_arguments.joinNames(parts);
    for (const QueryPart &part : names)
        readPart(part);
    const bool narrows
        = !m_excluded.isEmpty() || !m_matches.states.isEmpty() || !m_matches.excludedStates.isEmpty();
    if (!m_hasNames && narrows && !m_matches.problem) {
        for (const Country &country : m_catalogue.countries())
            m_matches.codes.append(country.code);
    }
    m_matches.codes.removeDuplicates();
    m_matches.codes.removeIf([this](const QString &code) { return m_excluded.contains(code); });
    const QSet<QString> matched(m_matches.codes.cbegin(), m_matches.codes.cend());
    m_matches.individualCodes.removeDuplicates();
    m_matches.individualCodes.removeIf([&matched](const QString &code) { return !matched.contains(code); });
    if (m_matches.codes.isEmpty() && (m_hasNames || narrows) && !m_matches.problem)
        fail(nothingLeft(parts.last().last()));
    return std::move(m_matches);
}

void QueryEvaluator::readPart(const QueryPart &part)
{
    m_allowed.clear();
    QueryPart names;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QueryTerm &term = part.at(i);
        if (term.kind == QueryTerm::Kind::Key) {
            readKey(term);
        } else if (!term.excluded) {
            if (m_use != QueryUse::Field || !isBarelyBegun(term))
                names.append(term);
        } else {
            // The minus applies to all words of the longest name.
            qsizetype end = i + 1;
            for (qsizetype to = i + 2; to <= std::min(part.size(), i + longestCountryName); ++to) {
                const QueryTerm &next = part.at(to - 1);
                if (next.excluded || next.kind == QueryTerm::Kind::Key)
                    break;
                if (!m_lookup.exactMatches(part.sliced(i, to - i)).isEmpty())
                    end = to;
            }
            exclude(part.sliced(i, end - i));
            i = end - 1;
        }
    }
    if (!names.isEmpty() || !m_allowed.isEmpty())
        addFiltered(names);
}

void QueryEvaluator::readKey(const QueryTerm &term)
{
    const QString key = filterKeyOf(term.key);
    if (key == "state"_L1 && !m_states.isEmpty())
        return readState(term);
    const auto codes = filteredCodes(term, m_catalogue);
    if (!codes)
        return fail(codes.error());
    if (term.excluded)
        m_excluded.unite(QSet(codes->cbegin(), codes->cend()));
    else
        m_allowed[key] += *codes;
}

void QueryEvaluator::readState(const QueryTerm &term)
{
    const QStringList meant = matchingIds(term.text, m_states);
    if (meant.isEmpty()) {
        QStringList allowed;
        for (const FilterValue &state : m_states)
            allowed.append(state.written());
        return fail(unknownValue(term, allowed));
    }
    (term.excluded ? m_matches.excludedStates : m_matches.states) += meant;
}

void QueryEvaluator::exclude(QueryPart terms)
{
    for (QueryTerm &term : terms)
        term.excluded = false;
    QStringList codes;
    if (m_use != QueryUse::Field) {
        const auto names = m_arguments.read(terms);
        if (!names)
            return fail(names.error());
        for (const ArgumentNames::Name &name : *names)
            codes += name.codes;
    } else {
        // In the field a word that names no country excludes nothing, because it may still be typed.
        codes = m_lookup.exactMatches(terms);
        if (codes.isEmpty())
            codes = m_lookup.rankedMatches(terms, NameFit::ForeignWordPrefix, true);
    }
    m_excluded.unite(QSet<QString>(codes.cbegin(), codes.cend()));
}

void QueryEvaluator::addFiltered(const QueryPart &names)
{
    m_hasNames = true;
    QStringList codes;
    if (!names.isEmpty()) {
        codes = codesOfNames(names);
    } else {
        for (const Country &country : m_catalogue.countries() + m_catalogue.extras())
            codes.append(country.code);
        if (!m_allowed.contains(u"part-of"_s))
            codes.resize(m_catalogue.countries().size());
    }
    codes.removeIf([this](const QString &code) { return !isAllowed(code); });
    m_matches.codes += codes;
}

bool QueryEvaluator::isAllowed(const QString &code) const
{
    return std::all_of(m_allowed.cbegin(), m_allowed.cend(),
        [&code](const QStringList &codes) { return codes.contains(code); });
}

QStringList QueryEvaluator::codesOfNames(const QueryPart &names)
{
    if (m_use == QueryUse::Field)
        return fieldMatches(names);
    const auto read = m_arguments.read(names);
    if (!read) {
        fail(read.error());
        return {};
    }
    QStringList codes;
    for (const ArgumentNames::Name &name : *read) {
        if (!std::ranges::any_of(name.codes, [this](const auto &code) { return isAllowed(code); }))
            fail(excludedByFilter(name.first));
        if (name.codes.size() == 1)
            m_matches.individualCodes += name.codes;
        codes += name.codes;
    }
    return codes;
}

QStringList QueryEvaluator::fieldMatches(const QueryPart &names)
{
    const QStringList exact = m_lookup.exactMatches(names);
    if (exact.isEmpty()) {
        if (const auto each = m_lookup.exactMatchesOfEach(names))
            return *each;
    }
    const bool oneLetter = names.size() == 1 && names.first().text.size() == 1 && !exact.isEmpty();
    if (oneLetter || (m_isList && !exact.isEmpty()))
        return exact;
    const QStringList shown
        = joined(exact, m_lookup.rankedMatches(names, NameFit::ForeignSubstring, m_isList));
    return shown.isEmpty() ? matchesOfEachWord(names) : shown;
}

/// For words that do not all occur in one name: the matches of each.
QStringList QueryEvaluator::matchesOfEachWord(const QueryPart &names)
{
    QStringList codes;
    for (qsizetype i = 0; i < names.size();) {
        NameLookup::FirstName name = m_lookup.firstName(names.sliced(i));
        if (name.codes.isEmpty())
            name.codes = m_lookup.rankedMatches({names.at(i)}, NameFit::ForeignSubstring, true);
        if (name.codes.isEmpty())
            fail(unknownNameAt(names.sliced(i)));
        codes += name.codes;
        i += name.words;
    }
    return codes;
}

void QueryEvaluator::fail(const QueryProblem &problem)
{
    if (!m_matches.problem)
        m_matches.problem = problem;
}

QueryProblem QueryEvaluator::unknownNameAt(const QueryPart &words) const
{
    QStringList texts;
    for (const QueryTerm &term : words)
        texts.append(term.text);
    const FilterProposal proposal = proposedFilters(texts, m_catalogue);
    if (proposal.words > 0)
        return unknownName(words.first(), texts.first(proposal.words).join(u' '), proposal.queries);
    const QString nearest = m_lookup.nearestName(words);
    return unknownName(
        words.first(), words.first().text, nearest.isEmpty() ? QStringList() : QStringList{nearest});
}
