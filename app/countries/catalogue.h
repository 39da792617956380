#pragma once

#include "app/countries/country.h"
#include "app/countries/countryfacts.h"
#include "app/countries/extrafacts.h"

#include <QHash>
#include <QList>

#include <optional>

/// Every country of ISO 3166-1 and Kosovo (250), from ICU's data and the program's own facts. A value: copies
/// are cheap, and a pool task may have one.
class Catalogue final
{
public:
    /// `language` is a BCP 47 tag such as "de"; display names and their order follow it.
    explicit Catalogue(const QString &language = QStringLiteral("en"));

    /// Sorted by display name, as the language sorts.
    [[nodiscard]] const QList<Country> &countries() const { return m_countries; }

    /// Organisations, then parts of countries: those that some source has a flag of. Found like countries,
    /// but not among them. Organisations are sorted by display name, parts by their country and then their
    /// own name.
    [[nodiscard]] const QList<Country> &extras() const { return m_extras; }
    [[nodiscard]] const QList<ExtraFacts> &extraFacts() const { return m_extraCodes.extras; }

    /// By alpha-2 or alpha-3, in any case, by number with three digits, or by the code of a part; nothing if
    /// the code is unknown.
    [[nodiscard]] std::optional<Country> find(const QString &code) const;

    /// As find(), but a code that nobody has becomes a Country with nothing but this code.
    [[nodiscard]] Country countryFor(const QString &code) const;

    [[nodiscard]] const CountryFacts &facts() const { return m_facts; }
    [[nodiscard]] const QString &language() const { return m_language; }

private:
    void addExtras();
    void insertCodesOf(const Country &country);

    QString m_language;
    CountryFacts m_facts;
    QList<Country> m_countries;
    ExtraCodes m_extraCodes;
    QList<Country> m_extras;
    QHash<QString, Country> m_byCode; // alpha-2 and alpha-3 in upper case, and numbers
};
