#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// One term of a query, and its position in the query's text.
struct QueryTerm
{
    enum class Kind {
        Word, ///< one word, or several in quotation marks
        Key, ///< `key:text`
    };

    Kind kind = Kind::Word;
    QString key = {}; ///< as written, in lower case; see filterKeyOf()
    QString text = {}; ///< as written, without quotation marks and minus
    bool excluded = false; ///< preceded by a minus
    bool quoted = false;
    qsizetype position = 0; ///< of the term's first character in the query
    qsizetype length = 0;
};

/// The terms between two commas.
using QueryPart = QList<QueryTerm>;

/// Splits a text into parts (at commas, semicolons and new lines) and the parts into terms (at spaces). An
/// emoji flag is always a separate term. Never fails: the terms are not interpreted here.
[[nodiscard]] QList<QueryPart> parseQuery(const QString &text);

/// A term of a query that cannot be interpreted.
struct QueryProblem
{
    QString word; ///< as written
    qsizetype position = 0; ///< in the query
    QString advice; ///< what is wrong, and what to write instead
    QString nearest = {}; ///< the name that was probably meant; also part of the advice
};

// The problems that a query can have, with their texts.

/// `nearest` are names of countries, or filters, that may have been meant.
[[nodiscard]] QueryProblem unknownName(
    const QueryTerm &term, const QString &word, const QStringList &nearest);
[[nodiscard]] QueryProblem unknownKey(const QueryTerm &term);
[[nodiscard]] QueryProblem unknownValue(const QueryTerm &term, const QStringList &allowed);

/// A filter in the same part excludes the country that `name` names.
[[nodiscard]] QueryProblem excludedByFilter(const QueryTerm &name);

/// No country matches the whole query. `term` is its last term.
[[nodiscard]] QueryProblem nothingLeft(const QueryTerm &term);
