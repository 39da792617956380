#pragma once

#include "app/countries/wholenames.h"

/// Reads items of lists, cells of tables and running text. Accepts only whole names and codes; a single
/// letter is not a code. An instance serves one text.
class ItemReader final
{
public:
    struct Text
    {
        QStringList codes; ///< in the order of the text; may contain duplicates
        QStringList ignored; ///< words that do not belong to a name
    };

    /// `catalogue` and `names` must outlive this object.
    ItemReader(const Catalogue &catalogue, const NameIndex &names);

    /// The codes of the text when it is read as one name or code; empty if it is neither.
    [[nodiscard]] QStringList codesOfName(const QString &text) const;

    /// The codes of an item: as one name, else as a sequence of names and codes. Empty if any word is not
    /// understood.
    [[nodiscard]] QStringList codesOfItem(const QString &item) const;

    /// The codes of a cell with several items, such as "France, Germany". Empty if one is not understood.
    [[nodiscard]] QStringList codesOfCell(const QString &cell) const;

    /// Finds capitalised names (in scripts that have capitals) that are not part of a longer name ("New
    /// Mexico", "Mexico City"), and codes in capitals.
    [[nodiscard]] Text runningText(const QString &text) const;

private:
    [[nodiscard]] QStringList codesOfSequence(const QStringList &words) const;
    [[nodiscard]] QString nameAt(const QStringList &words, qsizetype from, qsizetype &count) const;

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    WholeNames m_whole;
};
