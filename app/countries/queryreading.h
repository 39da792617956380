#pragma once

#include "app/countries/countrysearch.h"

#include <QHash>
#include <QSet>

/// One query on its way from terms to codes; lives as long as CountrySearch reads it.
class QueryReading final
{
public:
    enum class Use {
        ExactArguments,
        Arguments,
        Field,
    };

    QueryReading(const Catalogue &catalogue, const NameIndex &names, const QStringList &states, Use use);

    [[nodiscard]] SearchMatches read(const QList<QueryPart> &parts);

private:
    struct FirstName
    {
        QStringList codes; // empty if the words begin with none
        qsizetype words = 1;
        bool exact = false;
    };

    void readPart(const QueryPart &part);
    void readKey(const QueryTerm &term);
    void readState(const QueryTerm &term);
    void exclude(QueryPart terms);
    void addFiltered(const QueryPart &names);
    [[nodiscard]] bool isAllowed(const QString &code) const;

    [[nodiscard]] QStringList codesOfNames(const QueryPart &names);
    [[nodiscard]] QStringList shownFor(const QueryPart &names);
    [[nodiscard]] QStringList takenApart(const QueryPart &names);
    [[nodiscard]] QStringList exactly(const QueryPart &words) const;
    [[nodiscard]] std::optional<QStringList> exactlyEach(const QueryPart &words) const;
    [[nodiscard]] FirstName firstName(const QueryPart &words);
    [[nodiscard]] QStringList ranked(const QueryPart &words, NameFit worst, bool bestOnly);
    void fail(const QueryProblem &problem);
    [[nodiscard]] QueryProblem unknown(const QueryPart &words) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    const QStringList m_states;
    const Use m_use;
    bool m_isList = false; // more parts than one
    bool m_named = false; // anything but what is left out
    QHash<QString, QStringList> m_allowed; // in the part that is read, by each kind of filter
    SearchMatches m_matches;
    QSet<QString> m_excluded;
    QHash<QString, std::vector<NameFit>> m_fits; // of phrases asked for
};
