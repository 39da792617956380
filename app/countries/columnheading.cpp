#include "app/countries/columnheading.h"

#include "app/countries/foldedtext.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Words = QSet<QString>;

const Words &countryWords()
{
    static const Words words{u"country"_s, u"countries"_s, u"nation"_s, u"nations"_s, u"economy"_s,
        u"territory"_s, u"land"_s, u"lander"_s, u"laender"_s, u"staat"_s, u"staaten"_s, u"pays"_s, u"pais"_s,
        u"paises"_s, u"paese"_s, u"paesi"_s, u"landen"_s, u"lande"_s, u"kraj"_s, u"kraje"_s, u"panstwo"_s,
        u"zeme"_s, u"stat"_s, u"tara"_s, u"orszag"_s, u"maa"_s, u"riik"_s, u"ulke"_s, u"negara"_s, u"nchi"_s,
        u"quocgia"_s, u"χωρα"_s, u"страна"_s, u"країна"_s, u"краiна"_s, u"държава"_s, u"држава"_s, u"دولة"_s,
        u"الدولة"_s, u"البلد"_s, u"بلد"_s, u"کشور"_s, u"देश"_s, u"ประเทศ"_s, u"מדינה"_s, u"ארץ"_s};
    return words;
}

const Words &codeWords()
{
    static const Words words{u"iso"_s, u"iso2"_s, u"iso3"_s, u"alpha2"_s, u"alpha3"_s, u"alpha"_s, u"a2"_s,
        u"a3"_s, u"cca2"_s, u"cca3"_s, u"ccn3"_s, u"m49"_s, u"cc"_s, u"geo"_s};
    return words;
}

/// What is no country's although "country" or "code" is beside it.
const Words &otherWords()
{
    static const Words words{u"id"_s, u"continent"_s, u"state"_s, u"language"_s, u"lang"_s, u"locale"_s,
        u"currency"_s, u"capital"_s, u"city"_s, u"region"_s, u"phone"_s, u"dial"_s, u"dialing"_s,
        u"calling"_s, u"population"_s, u"rank"_s, u"first"_s, u"last"_s, u"postal"_s, u"zip"_s, u"product"_s,
        u"airport"_s, u"tld"_s, u"rating"_s, u"area"_s, u"gdp"_s, u"person"_s, u"user"_s, u"file"_s,
        u"nationality"_s};
    return words;
}

bool hasAny(const QStringList &words, const Words &known)
{
    return std::any_of(
        words.cbegin(), words.cend(), [&known](const QString &word) { return known.contains(word); });
}

/// "countryCode" and "country_code" as words.
QStringList headingWords(const QString &heading)
{
    QString apart;
    for (qsizetype i = 0; i < heading.size(); ++i) {
        if (i > 0 && heading.at(i).isUpper() && heading.at(i - 1).isLower())
            apart += u' ';
        apart += heading.at(i);
    }
    return foldedText(apart).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

HeadingStrength headingStrength(const QString &heading)
{
    constexpr qsizetype mostWords = 6;
    const QStringList words = headingWords(heading);
    if (words.isEmpty() || words.size() > mostWords || hasAny(words, otherWords()))
        return HeadingStrength::None;
    const bool han = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word.contains(u"国"_s) || word.contains(u"國"_s) || word.contains(u"나라"_s)
            || word.contains(u"국가"_s);
    });
    if (han || hasAny(words, countryWords()) || words.first().startsWith("country"_L1))
        return HeadingStrength::Country;
    if (hasAny(words, codeWords()))
        return HeadingStrength::Code;
    static const Words weak{u"name"_s, u"names"_s, u"code"_s, u"codes"_s, u"flag"_s, u"nom"_s, u"nombre"_s,
        u"numeric"_s, u"number"_s, u"nome"_s, u"title"_s, u"emoji"_s};
    return hasAny(words, weak) ? HeadingStrength::Weak : HeadingStrength::None;
}

bool headsNumbers(const QString &heading)
{
    static const Words words{u"iso"_s, u"m49"_s, u"numeric"_s, u"number"_s, u"code"_s, u"ccn3"_s, u"num"_s};
    return hasAny(headingWords(heading), words);
}

bool isCountryHeading(const QString &text)
{
    return headingStrength(text) >= HeadingStrength::Code
        || text.compare("code"_L1, Qt::CaseInsensitive) == 0;
}
