#pragma once

#include "app/countries/country.h"
#include "app/countries/countrydata.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The countries of ISO 3166-1 and Kosovo (250), from ICU and the program's own data. A value: copies are
/// cheap and may be passed to pool tasks.
class Catalogue final
{
public:
    /// `language` is a BCP 47 tag such as "de". It determines the display names and their order.
    explicit Catalogue(const QString &language = QStringLiteral("en"));

    /// Sorted by display name with the collation of the language.
    [[nodiscard]] const QList<Country> &countries() const { return m_countries; }

    /// Organisations, then parts of countries, where at least one source has a flag. They can be searched
    /// like countries but are not in countries(). Organisations are sorted by display name, parts by the
    /// display name of their country and then by their own.
    [[nodiscard]] const QList<Country> &extras() const { return m_extras; }
    [[nodiscard]] const QList<ExtraFacts> &extraFacts() const { return m_extraCodes.extras; }

    /// Finds by alpha-2 or alpha-3 in any case, by number with three digits, or by the code of a part or
    /// organisation.
    [[nodiscard]] std::optional<Country> find(const QString &code) const;

    /// Like find(), but returns a Country with only this code if the code is unknown.
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
    QHash<QString, Country> m_byCode; // alpha-2, alpha-3, numbers, and codes of extras, in upper case
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
