#include "app/countries/argumentnames.h"

#include "app/countries/filternames.h"
#include "app/countries/namewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isPlain(const QueryPart &part)
{
    return std::all_of(part.cbegin(), part.cend(), [](const QueryTerm &term) {
        return term.kind == QueryTerm::Kind::Word && !term.excluded && !term.quoted;
    });
}

QString textOf(const QueryPart &terms)
{
    QStringList words;
    for (const QueryTerm &term : terms)
        words.append(term.text);
    return words.join(u' ');
}

/// The text of several parts, with the commas between them.
QString textOf(const QList<QueryPart> &parts)
{
    QStringList texts;
    for (const QueryPart &part : parts)
        texts.append(textOf(part));
    return texts.join(u", ");
}

QueryPart oneName(const QList<QueryPart> &parts)
{
    QueryTerm term = parts.first().first();
    term.text = textOf(parts);
    term.quoted = true;
    return {term};
}

/// The first word with the qualifiers and brackets that belong to it: "Republic of Narnia", "Gondor (UK)".
QString unknownText(const QueryPart &terms)
{
    qsizetype count = 1;
    while (count < terms.size() && isOnlyQualifiers(textOf(terms.first(count))))
        ++count;
    while (count < terms.size() && terms.at(count).text.startsWith(u'('))
        ++count;
    return textOf(terms.first(count));
}

/// "and" between two other words. Among codes of three letters it is Andorra.
bool isConjunctionIn(const QueryPart &terms, qsizetype at)
{
    const QString &word = terms.at(at).text;
    const bool between = at > 0 && at + 1 < terms.size();
    const bool onlyCodes = std::all_of(
        terms.cbegin(), terms.cend(), [](const QueryTerm &term) { return term.text.size() == 3; });
    return between && word.size() > 1 && word != word.toUpper() && word != "et"_L1 && word != "en"_L1
        && isConjunction(word) && !onlyCodes;
}

} // namespace

ArgumentNames::ArgumentNames(const Catalogue &catalogue, const NameIndex &names, QueryUse use)
    : m_catalogue(catalogue)
    , m_names(names)
    , m_use(use)
    , m_whole(catalogue, names)
{
}

QList<QueryPart> ArgumentNames::joinNames(const QList<QueryPart> &parts) const
{
    constexpr qsizetype maximalParts = 4;
    QList<QueryPart> joined;
    for (qsizetype i = 0; i < parts.size();) {
        qsizetype count = std::min(parts.size() - i, maximalParts);
        for (; count > 1; --count) {
            const auto these = parts.sliced(i, count);
            const bool everything = count == parts.size();
            if (std::all_of(these.cbegin(), these.cend(), isPlain)
                && (everything || !isUnderstood(these.at(1))) && !m_whole.codeOf(textOf(these)).isEmpty())
                break;
        }
        count = std::max<qsizetype>(count, 1);
        // An unknown name keeps its qualifiers: "Narnia, Republic of".
        while (i + count < parts.size() && isPlain(parts.at(i)) && isPlain(parts.at(i + count))
            && isOnlyQualifiers(textOf(parts.at(i + count))) && !isUnderstood(parts.at(i + count)))
            ++count;
        joined.append(count > 1 ? oneName(parts.sliced(i, count)) : parts.at(i));
        i += count;
    }
    return joined;
}

tl::expected<QList<ArgumentNames::Name>, QueryProblem> ArgumentNames::read(const QueryPart &terms) const
{
    const bool onlyCodes = std::all_of(terms.cbegin(), terms.cend(),
        [this](const QueryTerm &term) { return isCodeLike(term.text, m_catalogue); });
    const bool quoted
        = std::any_of(terms.cbegin(), terms.cend(), [](const auto &term) { return term.quoted; });
    if (terms.size() > 1 && !onlyCodes && !quoted) {
        if (const QString code = m_whole.codeOf(textOf(terms)); !code.isEmpty())
            return QList<Name>{{{code}, terms.first()}};
    }
    QList<Name> names;
    for (qsizetype i = 0; i < terms.size();) {
        if (isConjunctionIn(terms, i)) {
            ++i;
            continue;
        }
        QStringList codes;
        qsizetype count = onlyCodes ? 1 : std::min(terms.size() - i, longestCountryName);
        for (; count > 0; --count) {
            const QueryPart these = terms.sliced(i, count);
            if (count == 1)
                codes = codesOfTerm(these.first(), onlyCodes || terms.size() == 1);
            if (codes.isEmpty())
                codes = codesOf(these, count == terms.size());
            if (!codes.isEmpty())
                break;
        }
        if (codes.isEmpty()) {
            const QueryPart rest = terms.sliced(i, std::min(terms.size() - i, longestCountryName));
            return tl::unexpected(problemWith(rest));
        }
        names.append({codes, terms.at(i)});
        i += count;
    }
    return names;
}

/// "africa" is rather a continent than a part of a name.
QueryProblem ArgumentNames::problemWith(const QueryPart &unknown) const
{
    QStringList words;
    for (const QueryTerm &term : unknown)
        words.append(term.text);
    const FilterProposal proposal = proposedFilters(words, m_catalogue);
    if (proposal.words > 0)
        return unknownName(unknown.first(), words.first(proposal.words).join(u' '), proposal.queries);
    return unknownName(
        unknown.first(), unknownText(unknown), nameSuggestions(words.join(u' '), m_catalogue, m_names));
}

QStringList ArgumentNames::codesOfTerm(const QueryTerm &term, bool amongCodes) const
{
    constexpr qsizetype longestIsoCode = 3;
    const bool qualifier = !amongCodes && isQualifier(foldedText(term.text));
    // "Arab" in "Arab Emirates" is not the Arab League.
    if (qualifier && term.text.size() > longestIsoCode && term.text != term.text.toUpper())
        return {};
    return codesOfWord(term.text, m_catalogue, qualifier ? UnknownCodes::Ignored : UnknownCodes::Accepted);
}

QStringList ArgumentNames::codesOf(const QueryPart &terms, bool alone) const
{
    const QString text = textOf(terms);
    const bool anyQuoted
        = std::any_of(terms.cbegin(), terms.cend(), [](const auto &term) { return term.quoted; });
    // A text in brackets belongs to the name before it.
    if ((anyQuoted && terms.size() > 1) || text.startsWith(u'('))
        return {};
    QString code = alone || anyQuoted ? m_whole.codeOf(text) : m_whole.codeInOrder(text);
    if (code.isEmpty() && m_use == QueryUse::Arguments)
        code = m_whole.codeOfPrefix(text, alone);
    return code.isEmpty() ? QStringList() : QStringList{code};
}

bool ArgumentNames::isUnderstood(const QueryPart &part) const
{
    const QString text = textOf(part);
    return !m_whole.codeOf(text).isEmpty()
        || (part.size() == 1 && !codesOfWord(text, m_catalogue, UnknownCodes::Ignored).isEmpty());
}
