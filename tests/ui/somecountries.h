#pragma once

#include "app/countries/country.h"

#include <QList>

/// A few countries in the English sort order, for tests of models and views.
inline QList<Country> someCountries()
{
    const auto country = [](const char16_t *code, const char16_t *iso3, const char16_t *name) {
        const QString text = QString::fromUtf16(name);
        return Country{QString::fromUtf16(code), QString::fromUtf16(iso3), text, text};
    };
    return {
        country(u"AX", u"ALA", u"Åland Islands"),
        country(u"BR", u"BRA", u"Brazil"),
        country(u"CI", u"CIV", u"Côte d’Ivoire"),
        country(u"JP", u"JPN", u"Japan"),
        country(u"KR", u"KOR", u"South Korea"),
        country(u"GB", u"GBR", u"United Kingdom"),
    };
}

inline QList<Country> manyCountries(int count)
{
    QList<Country> countries;
    for (int i = 0; i < count; ++i) {
        const QString code = QString(QChar(u'A' + i / 26)) + QChar(u'A' + i % 26);
        countries.append({code, QString(), code, code});
    }
    return countries;
}
