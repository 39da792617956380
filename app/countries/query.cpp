#include "app/countries/query.h"

#include "app/countries/country.h"
#include "app/countries/filternames.h"
#include "app/language/joining.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView partEnds = u",;\n\r、،，；؛";
constexpr QStringView colons = u":：";
constexpr QStringView openingQuotes = u"\"“„«「";
constexpr QStringView closingQuotes = u"\"”“»」";

/// Splits the text in one pass.
class QuerySplitter final
{
public:
    explicit QuerySplitter(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] QList<QueryPart> parts()
    {
        while (!atEnd()) {
            if (partEnds.contains(current()))
                endPart();
            else if (!current().isSpace())
                readTerm();
            else
                ++m_at;
        }
        endPart();
        return m_parts;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar current() const { return m_text.at(m_at); }
    [[nodiscard]] QStringView rest() const { return QStringView(m_text).sliced(m_at); }
    [[nodiscard]] bool beginsWithEmoji() const { return emojiFlagLength(rest()) > 0; }
    [[nodiscard]] bool atTermEnd() const
    {
        return atEnd() || current().isSpace() || partEnds.contains(current()) || beginsWithEmoji();
    }

    void endPart()
    {
        if (!m_part.isEmpty())
            m_parts.append(std::exchange(m_part, {}));
        ++m_at;
    }

    void readTerm()
    {
        QueryTerm term{.position = m_at};
        if (current() == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            term.excluded = true;
            ++m_at;
        }
        qsizetype colon = m_at;
        while (colon < m_text.size()
            && (m_text.at(colon).isLetter() || (colon > m_at && m_text.at(colon) == u'-')))
            ++colon;
        if (colon > m_at && colon < m_text.size() && colons.contains(m_text.at(colon))) {
            term.kind = QueryTerm::Kind::Key;
            term.key = m_text.sliced(m_at, colon - m_at).toLower();
            m_at = colon + 1;
        }
        readText(term);
        term.length = m_at - term.position;
        m_part.append(term);
    }

    void readText(QueryTerm &term)
    {
        if (atEnd())
            return;
        if (openingQuotes.contains(current())) {
            term.quoted = true;
            const qsizetype from = ++m_at;
            while (!atEnd() && !closingQuotes.contains(current()))
                ++m_at;
            term.text = m_text.sliced(from, m_at - from);
            m_at = std::min(m_at + 1, m_text.size());
            return;
        }
        const qsizetype from = m_at;
        if (beginsWithEmoji())
            m_at += emojiFlagLength(rest());
        else
            while (!atTermEnd())
                ++m_at;
        term.text = m_text.sliced(from, m_at - from);
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QueryPart m_part;
    QList<QueryPart> m_parts;
};

struct Advice
{
    Q_DECLARE_TR_FUNCTIONS(CountryQuery)
};

QueryProblem problemWith(const QueryTerm &term, const QString &word, const QString &advice)
{
    return {word, term.position, advice};
}

QString written(const QueryTerm &term)
{
    return term.kind == QueryTerm::Kind::Key ? term.key + u':' + term.text : term.text;
}

QString oneOf(const QStringList &names)
{
    if (names.size() == 1)
        return names.first();
    return Advice::tr("%1 or %2").arg(joinedItems(names.first(names.size() - 1)), names.last());
}

} // namespace

QList<QueryPart> parseQuery(const QString &text)
{
    return QuerySplitter(text).parts();
}

QueryProblem unknownName(const QueryTerm &term, const QString &word, const QStringList &nearest)
{
    QueryProblem problem = problemWith(term, word,
        nearest.isEmpty()
            ? Advice::tr("no country is called that; write a name in any language, a code such as DE, DEU "
                         "or 276, or a filter such as continent:africa")
            : Advice::tr("no country is called that; did you mean %1?").arg(oneOf(nearest)));
    problem.nearest = nearest.value(0);
    return problem;
}

QueryProblem unknownKey(const QueryTerm &term)
{
    if (filterKeyOf(term.key) == "state"_L1)
        return problemWith(
            term, written(term), Advice::tr("this works in the search field of the window only"));
    return problemWith(term, written(term),
        Advice::tr("there is no such filter; allowed are %1").arg(joinedItems(filterKeys())));
}

QueryProblem unknownValue(const QueryTerm &term, const QStringList &allowed)
{
    return problemWith(term, written(term),
        Advice::tr("there is no such %1; allowed are %2").arg(term.key, joinedItems(allowed)));
}

QueryProblem excludedByFilter(const QueryTerm &name)
{
    return problemWith(name, name.text,
        Advice::tr("a filter next to it excludes this country; put a comma between them to get both"));
}

QueryProblem nothingLeft(const QueryTerm &term)
{
    return problemWith(term, written(term),
        Advice::tr(
            "no country matches this; filters side by side must all match, so put a comma between them "
            "to get the countries of each"));
}
