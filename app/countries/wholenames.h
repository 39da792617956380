#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"

#include <QHash>

/// Reads a text as one name, of which every word counts: as it stands, with a comma or brackets ("Korea,
/// Republic of"), a part with its country ("Georgia, USA"), with its words in another order, without its
/// article or its form of state. What fits two countries names none. Remembers what it has looked up, so it
/// is for one text or query and one thread.
class WholeNames final
{
public:
    /// Both outlive it.
    WholeNames(const Catalogue &catalogue, const NameIndex &names);

    /// The code of the one country of this name; empty if there is none, or if there are several.
    [[nodiscard]] QString named(const QString &text) const;

    /// As named(), but only the words as they stand: for names side by side, where other orders would join
    /// words of two names.
    [[nodiscard]] QString namedInOrder(const QString &text) const;

    /// The code of the one country with a name that begins so, with at least 4 letters. Unless the text
    /// stands `alone`, it has to reach into the name's last word: "central" with another name beside it is no
    /// country.
    [[nodiscard]] QString begun(const QString &text, bool alone) const;

private:
    [[nodiscard]] QString read(const QString &text) const;
    [[nodiscard]] QString partWithCountry(const QString &text) const;
    [[nodiscard]] QStringList codesOfPart(const QString &folded) const;
    [[nodiscard]] QString bracketed(const QString &text) const;
    [[nodiscard]] QString asItStands(const QString &folded) const;
    [[nodiscard]] QString reordered(const QStringList &words) const;
    [[nodiscard]] QString codeOrName(const QString &text) const;
    [[nodiscard]] bool isListOfNames(const QString &text) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    mutable QHash<QString, QString> m_read;
    mutable QHash<QString, QStringList> m_parts; // by folded name; empty until one is asked for
};
