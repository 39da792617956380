#pragma once

#include "app/countries/country.h"
#include "app/countries/lazyvalue.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>

/// Countries or extras, which can be found by each of their codes.
struct CodeTable
{
    QList<Country> entries;
    QHash<QString, qsizetype> rows; ///< by code in upper case

    void add(const Country &country, const QStringList &codes);
    /// Null if no entry has this code.
    [[nodiscard]] const Country *find(const QString &code) const;
};

/// What all catalogues of one language share. Every part is made when it is first needed, on any thread:
/// finding a country makes no extras, and nothing is sorted before a list is needed.
class CatalogueData final
{
public:
    explicit CatalogueData(const QString &language);

    /// The data of a language, which exists as long as one of its catalogues does.
    [[nodiscard]] static std::shared_ptr<const CatalogueData> of(const QString &language);

    [[nodiscard]] const QString &language() const { return m_language; }

    /// By alpha-2 and alpha-3.
    [[nodiscard]] const CodeTable &countries() const;
    [[nodiscard]] const CodeTable &extras() const;
    [[nodiscard]] const QList<Country> &sortedCountries() const;
    [[nodiscard]] const QList<Country> &sortedExtras() const;

private:
    [[nodiscard]] CodeTable makeCountries() const;
    [[nodiscard]] CodeTable makeExtras() const;
    [[nodiscard]] QList<Country> sortCountries() const;
    [[nodiscard]] QList<Country> sortExtras() const;

    const QString m_language;
    LazyValue<CodeTable> m_countries;
    LazyValue<CodeTable> m_extras;
    LazyValue<QList<Country>> m_sortedCountries;
    LazyValue<QList<Country>> m_sortedExtras;
};
