#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class Catalogue;

/// A value that a filter of a query accepts, such as "africa" of `continent:africa`.
struct FilterValue
{
    QString key; ///< "continent", "region", "group" or "state"
    QString id; ///< as in an English query: "western-europe"
    QStringList names = {}; ///< other names, that in the language of the interface first

    /// The name for people.
    [[nodiscard]] QString title() const { return names.value(0, id); }
    /// What people write after the colon, in the language of the interface: "africa", "非洲".
    [[nodiscard]] QString written() const;
    /// The filter as a query in the language of the interface: `continent:africa`, `大洲:非洲`.
    [[nodiscard]] QString query() const;

    friend bool operator==(const FilterValue &, const FilterValue &) = default;
};

// The keys and values of filters. English words are always understood, those in the language of the
// interface too. All functions may be called on any thread.

/// The English key that a word stands for: "continent", "region", "group", "part-of" or "state". Empty for
/// any other word.
[[nodiscard]] QString filterKeyOf(const QString &word);

/// The keys that work everywhere, in the language of the interface and with their colons.
[[nodiscard]] QStringList filterKeys();

/// The key in the language of the interface, without a colon.
[[nodiscard]] QString filterKeyForPeople(const QString &key);

/// All values of continent:, region: and group:, with the catalogue's names of places.
[[nodiscard]] QList<FilterValue> filterValues(const Catalogue &catalogue);

/// The ids of the values that a text selects: the one with this id, else all with this name, else all whose
/// id or name begins with it.
[[nodiscard]] QStringList matchingIds(const QString &text, const QList<FilterValue> &values);

/// The continents, regions and groups that have exactly this id or name, such as "Africa" and "非洲".
[[nodiscard]] QList<FilterValue> filtersNamed(const QString &text, const Catalogue &catalogue);

/// Filters that the first words of an unknown text name.
struct FilterProposal
{
    QStringList queries; ///< to write instead; empty if no filter has this name
    qsizetype words = 0; ///< number of words of the name
};

[[nodiscard]] FilterProposal proposedFilters(const QStringList &words, const Catalogue &catalogue);
