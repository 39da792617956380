#pragma once

#include "app/countries/nameindex.h"

#include <QHash>
#include <QSet>

/// Gathers names and makes an index of them.
class NameCollector final
{
public:
    explicit NameCollector(const Catalogue &catalogue);

    void addOwnNames();
    void addNamesInAllLanguages();
    [[nodiscard]] NameIndex index() const;

private:
    void addExtraNames();
    void addTranslatedExtraNames();
    void addShortNames();
    void addTransliterations();
    void add(qsizetype country, const QString &name, bool own);

    [[nodiscard]] bool isKnownToIcu(qsizetype country) const;

    const Catalogue &m_catalogue;
    QList<Country> m_countries; // extras too
    QList<QHash<QString, bool>> m_names; // of each country: folded name, and whether it is its own
    QSet<QString> m_countryNames; // folded, of countries alone: no part of a country is found by one of them
};
