#pragma once

#include "app/countries/countrydata.h"

#include <QList>
#include <QString>
#include <QStringList>

/// The name of a country in a language (BCP 47 tag such as "zh-Hant"). English if the language has no name
/// for it or the tag is unknown. Empty if no country has this code.
[[nodiscard]] QString countryNameIn(const QString &code, const QString &language);

/// The same for many countries, which takes half of the time. In the order of the codes.
[[nodiscard]] QStringList countryNamesIn(const QStringList &codes, const QString &language);

/// The name of a country in its most widely spoken language, according to Unicode's data.
[[nodiscard]] QString nativeName(const QString &code);

/// The name of a continent or region in a language. `placeCode` is its UN M49 number.
[[nodiscard]] QString placeNameIn(const QString &placeCode, const QString &language);

/// The usual name of a part or organisation in a language; English if there is none.
[[nodiscard]] QString extraNameIn(const ExtraFacts &extra, const QString &language);

/// A language in which countryNameIn() has names.
struct LanguageName
{
    QString tag; ///< BCP 47 without a territory: "ar", "zh-Hant"
    QString native; ///< "العربية"
    QString english; ///< "Arabic"
};

/// All languages, each once, sorted by native name. The first call takes tens of milliseconds.
[[nodiscard]] const QList<LanguageName> &languageNames();
