#include "app/countries/queryreading.h"

#include "app/countries/codewords.h"
#include "app/countries/countryfilters.h"
#include "app/countries/foldedtext.h"
#include "app/countries/queryadvice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 12; // words
constexpr qsizetype longestBeginning = 4; // words that are looked for as the beginning of a name

/// Empty if one of the terms, such as an emoji, has no letter and so cannot be part of a name.
QStringList foldedWords(const QueryPart &terms)
{
    QStringList words;
    for (const QueryTerm &term : terms)
        words.append(foldedText(term.text));
    return words.contains(QString()) ? QStringList() : words;
}

/// A minus or a quotation mark, to which a person is about to type the rest.
bool isBarelyBegun(const QueryTerm &term)
{
    return term.text.isEmpty() || term.text == "-"_L1;
}

/// So few Latin letters that some language has them in nearly every name.
bool isShort(const QString &phrase)
{
    return phrase.size() < 3
        && std::all_of(phrase.cbegin(), phrase.cend(), [](QChar c) { return c < QChar(0x80); });
}

bool isForeign(NameFit fit)
{
    return fit == NameFit::ForeignExact || fit == NameFit::ForeignPrefix || fit == NameFit::ForeignWordPrefix
        || fit == NameFit::ForeignSubstring;
}

QStringList joined(QStringList codes, const QStringList &more)
{
    codes += more;
    codes.removeDuplicates();
    return codes;
}

} // namespace

QueryReading::QueryReading(
    const Catalogue &catalogue, const NameIndex &names, const QStringList &states, Use use)
    : m_catalogue(catalogue)
    , m_names(names)
    , m_states(states)
    , m_use(use)
{
}

SearchMatches QueryReading::read(const QList<QueryPart> &parts)
{
    m_isList = parts.size() > 1;
    for (const QueryPart &part : parts)
        readPart(part);
    const bool narrows
        = !m_excluded.isEmpty() || !m_matches.states.isEmpty() || !m_matches.excludedStates.isEmpty();
    if (!m_named && narrows && !m_matches.problem) {
        for (const Country &country : m_catalogue.countries())
            m_matches.codes.append(country.code);
    }
    m_matches.codes.removeDuplicates();
    m_matches.codes.removeIf([this](const QString &code) { return m_excluded.contains(code); });
    if (m_matches.codes.isEmpty() && (m_named || narrows) && !m_matches.problem)
        fail(nothingLeft(parts.last().last()));
    return std::move(m_matches);
}

void QueryReading::readPart(const QueryPart &part)
{
    m_allowed.clear();
    QueryPart names;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QueryTerm &term = part.at(i);
        if (term.kind == QueryTerm::Kind::Key) {
            readKey(term);
        } else if (!term.excluded) {
            if (m_use != Use::Field || !isBarelyBegun(term))
                names.append(term);
        } else {
            // The minus belongs to as many words as make a name.
            qsizetype end = i + 1;
            for (qsizetype to = i + 2; to <= std::min(part.size(), i + longestName); ++to) {
                const QueryTerm &next = part.at(to - 1);
                if (next.excluded || next.kind == QueryTerm::Kind::Key)
                    break;
                if (!exactly(part.sliced(i, to - i)).isEmpty())
                    end = to;
            }
            exclude(part.sliced(i, end - i));
            i = end - 1;
        }
    }
    if (!names.isEmpty() || !m_allowed.isEmpty())
        addFiltered(names);
}

void QueryReading::readKey(const QueryTerm &term)
{
    if (term.key == "state"_L1 && !m_states.isEmpty())
        return readState(term);
    const auto codes = filteredCodes(term, m_catalogue);
    if (const auto *problem = std::get_if<QueryProblem>(&codes))
        return fail(*problem);
    if (term.excluded) {
        const QStringList &out = std::get<QStringList>(codes);
        m_excluded.unite(QSet<QString>(out.cbegin(), out.cend()));
    } else {
        m_allowed[term.key] += std::get<QStringList>(codes);
    }
}

void QueryReading::readState(const QueryTerm &term)
{
    const QStringList meant = meantIds(term.text, m_states);
    if (meant.isEmpty())
        return fail(unknownValue(term, m_states));
    (term.excluded ? m_matches.excludedStates : m_matches.states) += meant;
}

void QueryReading::exclude(QueryPart terms)
{
    for (QueryTerm &term : terms)
        term.excluded = false;
    QStringList codes = exactly(terms);
    if (codes.isEmpty() && m_use != Use::ExactArguments)
        codes = ranked(terms, NameFit::ForeignWordPrefix, true);
    // While a person still types it in the field, a word that names nothing yet takes nothing away.
    if (codes.isEmpty() && m_use != Use::Field)
        fail(unknown(terms));
    m_excluded.unite(QSet<QString>(codes.cbegin(), codes.cend()));
}

void QueryReading::addFiltered(const QueryPart &names)
{
    m_named = true;
    QStringList codes;
    if (!names.isEmpty()) {
        codes = codesOfNames(names);
    } else {
        for (const Country &country : m_catalogue.countries())
            codes.append(country.code);
    }
    codes.removeIf([this](const QString &code) { return !isAllowed(code); });
    m_matches.codes += codes;
}

bool QueryReading::isAllowed(const QString &code) const
{
    return std::all_of(m_allowed.cbegin(), m_allowed.cend(),
        [&code](const QStringList &codes) { return codes.contains(code); });
}

QStringList QueryReading::codesOfNames(const QueryPart &names)
{
    if (m_use == Use::Field)
        return shownFor(names);
    if (m_use == Use::Arguments && names.size() <= longestName && !exactlyEach(names)) {
        if (const QStringList together = ranked(names, NameFit::ForeignWordPrefix, true); !together.isEmpty())
            return together;
    }
    QStringList codes;
    for (qsizetype i = 0; i < names.size();) {
        const FirstName name = firstName(names.sliced(i));
        if (name.codes.isEmpty())
            fail(unknown(names.sliced(i)));
        else if (name.exact
            && !std::ranges::any_of(name.codes, [this](const auto &code) { return isAllowed(code); }))
            fail(leftOut(names.at(i)));
        codes += name.codes;
        i += name.words;
    }
    return codes;
}

QStringList QueryReading::shownFor(const QueryPart &names)
{
    const QStringList exact = exactly(names);
    if (exact.isEmpty()) {
        if (const auto each = exactlyEach(names))
            return *each;
    }
    const bool oneLetter = names.size() == 1 && names.first().text.size() == 1 && !exact.isEmpty();
    if (oneLetter || (m_isList && !exact.isEmpty()))
        return exact;
    const QStringList shown = joined(exact, ranked(names, NameFit::ForeignSubstring, m_isList));
    return shown.isEmpty() ? takenApart(names) : shown;
}

/// No country has all the words: those of each.
QStringList QueryReading::takenApart(const QueryPart &names)
{
    QStringList codes;
    for (qsizetype i = 0; i < names.size();) {
        FirstName name = firstName(names.sliced(i));
        if (name.codes.isEmpty())
            name.codes = ranked({names.at(i)}, NameFit::ForeignSubstring, true);
        if (name.codes.isEmpty())
            fail(unknown(names.sliced(i)));
        codes += name.codes;
        i += name.words;
    }
    return codes;
}

/// What the words name as one name or code.
QStringList QueryReading::exactly(const QueryPart &words) const
{
    if (words.size() == 1) {
        const auto codes = codesOfWord(words.first().text, m_catalogue,
            m_use == Use::Field ? UnknownCodes::Ignored : UnknownCodes::Accepted);
        if (!codes.isEmpty())
            return codes;
    } else {
        // Codes side by side are codes, though Vietnamese calls India "An Do".
        const bool separate = std::all_of(words.cbegin(), words.cend(),
            [this](const QueryTerm &term) { return isCodeLike(term.text, m_catalogue); });
        const bool quoted
            = std::any_of(words.cbegin(), words.cend(), [](const auto &term) { return term.quoted; });
        if (separate || quoted)
            return {};
    }
    return m_names.named(foldedWords(words).join(u' '));
}

/// What the words name one after the other, if all of them do.
std::optional<QStringList> QueryReading::exactlyEach(const QueryPart &words) const
{
    QStringList codes;
    for (qsizetype i = 0; i < words.size();) {
        QStringList found;
        qsizetype count = std::min(words.size() - i, longestName);
        while (count > 0 && (found = exactly(words.sliced(i, count))).isEmpty())
            --count;
        if (count == 0)
            return std::nullopt;
        codes += found;
        i += count;
    }
    return codes;
}

/// The longest name that the words begin with, whole or, where that may be, only begun.
QueryReading::FirstName QueryReading::firstName(const QueryPart &words)
{
    for (qsizetype count = std::min(words.size(), longestName); count > 0; --count) {
        if (const QStringList codes = exactly(words.first(count)); !codes.isEmpty())
            return {codes, count, true};
    }
    if (m_use == Use::ExactArguments)
        return {};
    for (qsizetype count = std::min(words.size(), longestBeginning); count > 1; --count) {
        if (const QStringList codes = ranked(words.first(count), NameFit::ForeignWordPrefix, true);
            !codes.isEmpty())
            return {codes, count};
    }
    return {ranked(words.first(1), NameFit::ForeignWordPrefix, true)};
}

/// Countries with a name that has all the words, best first, down to the worst fit that counts.
QStringList QueryReading::ranked(const QueryPart &words, NameFit worst, bool bestOnly)
{
    const QStringList folded = foldedWords(words);
    const QString phrase = folded.join(u' ');
    if (phrase.isEmpty() || (m_use != Use::Field && isShort(phrase)))
        return {};
    if (!m_fits.contains(phrase))
        m_fits.insert(phrase, m_names.fits(folded));
    const std::vector<NameFit> &fits = m_fits[phrase];

    QStringList codes;
    for (auto fit = NameFit::Exact; fit <= worst; fit = static_cast<NameFit>(static_cast<quint8>(fit) + 1)) {
        const bool noise = (isForeign(fit) && fit != NameFit::ForeignExact && isShort(phrase))
            || (fit == NameFit::ForeignSubstring && !codes.isEmpty())
            || (fit == NameFit::Substring && isShort(phrase) && !codes.isEmpty());
        for (std::size_t i = 0; !noise && i < fits.size(); ++i) {
            if (fits[i] == fit)
                codes.append(m_names.codes().at(static_cast<qsizetype>(i)));
        }
        if (bestOnly && !codes.isEmpty())
            break;
    }
    return codes;
}

void QueryReading::fail(const QueryProblem &problem)
{
    if (!m_matches.problem)
        m_matches.problem = problem;
}

QueryProblem QueryReading::unknown(const QueryPart &words) const
{
    const QString first = foldedText(words.first().text);
    const QString whole = foldedWords(words.first(std::min(words.size(), longestBeginning))).join(u' ');
    const auto &parts = m_catalogue.facts().parts;
    QString code;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        for (const QString &name : part.value()) {
            if (const QString folded = foldedText(name); folded == first || folded == whole)
                code = part.key();
        }
    }
    for (const QString &text : {whole, first}) {
        if (code.isEmpty())
            code = m_names.nearest(text);
    }
    const auto country = m_catalogue.find(code);
    return unknownName(words.first(), words.first().text, country ? country->displayName : QString());
}
