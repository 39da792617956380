#pragma once

#include <QHash>
#include <QString>

#include <optional>

class Catalogue;

/// A continent, region or group of the query language.
struct NamedGroup
{
    enum class Kind {
        Continent,
        Region,
        Group
    };

    Kind kind = Kind::Continent;
    QString query; ///< finds its countries: "continent:africa"
    int countries = 0;

    friend bool operator==(const NamedGroup &, const NamedGroup &) = default;
};

/// The names of all continents, regions and groups, in the language of a catalogue and in English. People
/// type them into the search field, where a plain name finds only countries. A value.
class GroupNames final
{
public:
    /// Takes a few milliseconds.
    explicit GroupNames(const Catalogue &catalogue);

    /// The group that the whole text names, in any case and with or without accents.
    [[nodiscard]] std::optional<NamedGroup> find(const QString &text) const;

private:
    void add(const QString &name, const NamedGroup &group);

    QHash<QString, NamedGroup> m_groups; // by folded name
};
