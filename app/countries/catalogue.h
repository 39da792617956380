#pragma once

#include "app/countries/country.h"
#include "app/countries/countrydata.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class CatalogueData;

/// The countries of ISO 3166-1 and Kosovo (250), from ICU and the program's own data. A value: copies are
/// cheap and may be passed to pool tasks. Creating it costs nothing, because its data is made when it is
/// first needed, and then shared by all catalogues of the language (see CatalogueData).
class Catalogue final
{
public:
    /// `language` is a BCP 47 tag such as "de". It determines the display names and their order.
    explicit Catalogue(const QString &language = QStringLiteral("en"));

    /// Sorted by display name with the collation of the language.
    [[nodiscard]] const QList<Country> &countries() const;

    /// Organisations, then parts of countries, where at least one source has a flag. They can be searched
    /// like countries but are not in countries(). Organisations are sorted by display name, parts by the
    /// display name of their country and then by their own.
    [[nodiscard]] const QList<Country> &extras() const;
    [[nodiscard]] const QList<ExtraFacts> &extraFacts() const;

    /// Finds by alpha-2 or alpha-3 in any case, by number with three digits, or by the code of a part or
    /// organisation.
    [[nodiscard]] std::optional<Country> find(const QString &code) const;

    /// Like find(), but returns a Country with only this code if the code is unknown.
    [[nodiscard]] Country countryFor(const QString &code) const;

    [[nodiscard]] const CountryFacts &facts() const;
    [[nodiscard]] const QString &language() const;

private:
    std::shared_ptr<const CatalogueData> m_data;
};

/// How to treat a code that the catalogue does not have.
enum class UnknownCodes {
    Accepted, ///< a source may know it
    Ignored,
};

/// The codes that a word stands for when it is read as a code: one letter (every alpha-2 that begins with
/// it), alpha-2, alpha-3, a number with three digits, the code of a part ("GB-ENG"), or an emoji flag.
/// Empty if it is not a code.
[[nodiscard]] QStringList codesOfWord(const QString &word, const Catalogue &catalogue, UnknownCodes unknown);

/// Whether the word has the form of an alpha-2 code, or is a known alpha-3 code or code of a part.
[[nodiscard]] bool isCodeLike(const QString &word, const Catalogue &catalogue);
