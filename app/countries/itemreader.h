#pragma once

#include "app/countries/wholenames.h"

/// Reads items of lists, cells of tables and running text, where names and codes must be whole and one letter
/// is no country. For one text.
class ItemReader final
{
public:
    struct Text
    {
        QStringList codes; ///< in their order; a country may be there twice
        QStringList passedOver; ///< words that are no part of a name
    };

    /// Both outlive it.
    ItemReader(const Catalogue &catalogue, const NameIndex &names);

    /// What the text names as one name or code; empty if it does not.
    [[nodiscard]] QStringList whole(const QString &text) const;

    /// What an item names: as a whole, else as names and codes side by side, of which every word is
    /// understood. Empty if it is not understood.
    [[nodiscard]] QStringList codesOfItem(const QString &item) const;

    /// The same of several items: a cell such as "France, Germany". Empty if one is not understood.
    [[nodiscard]] QStringList codesOfCell(const QString &cell) const;

    /// What running text names: names in capitals, as far as the language has them, that are not part of a
    /// longer one ("New Mexico", "Mexico City"), and codes in capitals.
    [[nodiscard]] Text runningText(const QString &text) const;

private:
    [[nodiscard]] QStringList codesSideBySide(const QStringList &words) const;
    [[nodiscard]] QString nameAt(const QStringList &words, qsizetype from, qsizetype &count) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    WholeNames m_whole;
};
