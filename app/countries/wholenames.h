#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"

#include <QHash>

/// Reads a text as one name in which every word counts: as written, with a comma or brackets ("Korea,
/// Republic of"), a part with its country ("Georgia, USA"), with its words in another order, without its
/// article or its form of state. A text that fits two countries names none. Caches its results, so an
/// instance serves one text or query on one thread.
class WholeNames final
{
public:
    /// `catalogue` and `names` must outlive this object.
    WholeNames(const Catalogue &catalogue, const NameIndex &names);

    /// The code of the only country with this name; empty if there is none or more than one.
    [[nodiscard]] QString codeOf(const QString &text) const;

    /// Like codeOf(), but keeps the order of the words. For names in sequence, where another order would join
    /// words of two names.
    [[nodiscard]] QString codeInOrder(const QString &text) const;

    /// The code of the only country with a name that begins with the text, which needs at least 4 letters.
    /// Unless the text is `alone`, it must reach into the last word of the name: "central" next to another
    /// name is not a country.
    [[nodiscard]] QString codeOfPrefix(const QString &text, bool alone) const;

private:
    [[nodiscard]] QString read(const QString &text) const;
    [[nodiscard]] QString partWithCountry(const QString &text) const;
    [[nodiscard]] QStringList codesOfPart(const QString &folded) const;
    [[nodiscard]] QString codeWithBrackets(const QString &text) const;
    [[nodiscard]] QString codeAsWritten(const QString &folded) const;
    [[nodiscard]] QString codeInAnyOrder(const QStringList &words) const;
    [[nodiscard]] QString codeOrName(const QString &text) const;
    [[nodiscard]] bool isListOfNames(const QString &text) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    mutable QHash<QString, QString> m_read;
    mutable QHash<QString, QStringList> m_parts; // by folded name; filled on first use
};
