#pragma once

#include "app/countries/argumentnames.h"
#include "app/countries/countrysearch.h"
#include "app/countries/filternames.h"
#include "app/countries/namelookup.h"

#include <QHash>
#include <QSet>

/// Evaluates one parsed query. CountrySearch creates an instance for each query on the stack.
class QueryEvaluator final
{
public:
    /// `catalogue` and `names` must outlive this object.
    QueryEvaluator(
        const Catalogue &catalogue, const NameIndex &names, const QList<FilterValue> &states, QueryUse use);

    [[nodiscard]] SearchMatches read(const QList<QueryPart> &parts);

private:
    void readPart(const QueryPart &part);
    void readKey(const QueryTerm &term);
    void readState(const QueryTerm &term);
    void exclude(QueryPart terms);
    void addFiltered(const QueryPart &names);
    [[nodiscard]] bool isAllowed(const QString &code) const;

    [[nodiscard]] QStringList codesOfNames(const QueryPart &names);
    [[nodiscard]] QStringList fieldMatches(const QueryPart &names);
    [[nodiscard]] QStringList matchesOfEachWord(const QueryPart &names);
    void fail(const QueryProblem &problem);
    [[nodiscard]] QueryProblem unknownNameAt(const QueryPart &words) const;

    const Catalogue &m_catalogue;
    const QList<FilterValue> m_states;
    const QueryUse m_use;
    NameLookup m_lookup; // for QueryUse::Field
    ArgumentNames m_arguments;
    bool m_isList = false; // the query has several parts
    bool m_hasNames = false; // the query has terms other than exclusions
    QHash<QString, QStringList> m_allowed; // by filter key: the codes that the current part allows
    SearchMatches m_matches;
    QSet<QString> m_excluded;
};
