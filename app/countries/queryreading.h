#pragma once

#include "app/countries/argumentnames.h"
#include "app/countries/countrysearch.h"
#include "app/countries/namelookup.h"

#include <QHash>
#include <QSet>

/// One query on its way from terms to codes; lives as long as CountrySearch reads it.
class QueryReading final
{
public:
    QueryReading(const Catalogue &catalogue, const NameIndex &names, const QStringList &states, QueryUse use);

    [[nodiscard]] SearchMatches read(const QList<QueryPart> &parts);

private:
    void readPart(const QueryPart &part);
    void readKey(const QueryTerm &term);
    void readState(const QueryTerm &term);
    void exclude(QueryPart terms);
    void addFiltered(const QueryPart &names);
    [[nodiscard]] bool isAllowed(const QString &code) const;

    [[nodiscard]] QStringList codesOfNames(const QueryPart &names);
    void note(const QStringList &codes);
    [[nodiscard]] QStringList shownFor(const QueryPart &names);
    [[nodiscard]] QStringList takenApart(const QueryPart &names);
    void fail(const QueryProblem &problem);
    [[nodiscard]] QueryProblem unknown(const QueryPart &words) const;

    const Catalogue &m_catalogue;
    const QStringList m_states;
    const QueryUse m_use;
    NameLookup m_lookup; // of the field
    ArgumentNames m_arguments;
    bool m_isList = false; // more parts than one
    bool m_named = false; // anything but what is left out
    QHash<QString, QStringList> m_allowed; // in the part that is read, by each kind of filter
    SearchMatches m_matches;
    QSet<QString> m_excluded;
};
