#pragma once

#include <QList>
#include <QString>

/// One thing that a person wrote in a query, and where it stands.
struct QueryTerm
{
    enum class Kind {
        Word, ///< plain, or several in quotes
        Key, ///< `key:text`
    };

    Kind kind = Kind::Word;
    QString key = {}; ///< in lower case
    QString text = {}; ///< as written, without quotes and minus
    bool excluded = false; ///< has a minus before it
    bool quoted = false;
    qsizetype position = 0; ///< in the query's text, of the first character of the term
    qsizetype length = 0;
};

/// Terms that belong together.
using QueryPart = QList<QueryTerm>;

/// Splits a text into parts, at commas, semicolons and new lines, and these into terms, at spaces. Flags of
/// emoji are terms of their own, wherever they stand. Never fails: what a term means is for others to say.
[[nodiscard]] QList<QueryPart> parseQuery(const QString &text);

/// The code that an emoji flag is made of, upper case: two letters, or "GB-ENG" of a black flag with tags;
/// empty if the text is not one.
[[nodiscard]] QString codeOfEmoji(QStringView text);
