#include "app/countries/queryadvice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

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
    return Advice::tr("%1 or %2").arg(names.first(names.size() - 1).join(u", "), names.last());
}

} // namespace

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

QueryProblem unknownKey(const QueryTerm &term, const QStringList &keys)
{
    if (term.key == "state"_L1)
        return problemWith(
            term, written(term), Advice::tr("this works in the search field of the window only"));
    return problemWith(
        term, written(term), Advice::tr("there is no such filter; allowed are %1").arg(keys.join(u", "_s)));
}

QueryProblem unknownValue(const QueryTerm &term, const QStringList &allowed)
{
    return problemWith(term, written(term),
        Advice::tr("there is no such %1; allowed are %2").arg(term.key, allowed.join(u", "_s)));
}

QueryProblem leftOut(const QueryTerm &name)
{
    return problemWith(name, name.text,
        Advice::tr("the filter beside it leaves this out; put a comma between them to get both"));
}

QueryProblem nothingLeft(const QueryTerm &term)
{
    return problemWith(term, written(term),
        Advice::tr("no country is left with this; filters side by side must all fit, so put a comma between "
                   "them to get "
                   "each"));
}
