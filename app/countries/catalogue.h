#pragma once

#include "app/countries/country.h"

#include <QHash>
#include <QList>

#include <optional>

/// Every country of ISO 3166-1 and Kosovo (250), from ICU's data.
class Catalogue final
{
public:
    /// `language` is a BCP 47 tag such as "de"; display names and their order follow it.
    explicit Catalogue(const QString &language = QStringLiteral("en"));

    /// Sorted by display name, as the language sorts.
    [[nodiscard]] const QList<Country> &countries() const { return m_countries; }

    /// By alpha-2 or alpha-3, in any case; nothing if the catalogue has no such country.
    [[nodiscard]] std::optional<Country> find(const QString &code) const;

    /// As find(), but a code that no country has becomes a Country with nothing but this code.
    [[nodiscard]] Country countryFor(const QString &code) const;

private:
    QList<Country> m_countries;
    QHash<QString, qsizetype> m_rowOfCode; // alpha-2 and alpha-3, upper case
};
