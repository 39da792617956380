#include "app/countries/countrytable.h"

#include "app/countries/namewords.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList cellsOf(const QString &line, QChar separator)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// The delimiter row of a Markdown table.
bool isDelimiterRow(const QString &line)
{
    return line.contains(u'-')
        && std::all_of(line.cbegin(), line.cend(), [](QChar c) { return QStringView(u"|-: +").contains(c); });
}

QString withoutOuterBars(const QString &line)
{
    const QString text = line.trimmed();
    return text.size() > 1 && text.startsWith(u'|') && text.endsWith(u'|') ? text.sliced(1, text.size() - 2)
                                                                           : text;
}

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

/// Words that make a heading refer to something other than countries, even next to "country" or "code".
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

/// Splits "countryCode" and "country_code" into words.
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

QList<QStringList> tableRows(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty() || isDelimiterRow(line); });
    if (lines.size() < 2)
        return {};
    for (const QChar separator : {u'\t', u'|', u';', u','}) {
        if (separator == u'|')
            for (QString &line : lines)
                line = withoutOuterBars(line);
        const qsizetype columns = cellsOf(lines.first(), separator).size();
        QList<QStringList> rows;
        for (const QString &line : std::as_const(lines)) {
            rows.append(cellsOf(line, separator));
            if (columns < 2 || rows.last().size() != columns)
                break;
        }
        if (columns > 1 && rows.size() == lines.size() && rows.last().size() == columns)
            return rows;
    }
    return {};
}

HeadingStrength headingStrength(const QString &heading)
{
    constexpr qsizetype maximalWords = 6;
    const QStringList words = headingWords(heading);
    if (words.isEmpty() || words.size() > maximalWords || hasAny(words, otherWords()))
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

bool isNumberHeading(const QString &heading)
{
    static const Words words{u"iso"_s, u"m49"_s, u"numeric"_s, u"number"_s, u"code"_s, u"ccn3"_s, u"num"_s};
    return hasAny(headingWords(heading), words);
}

bool isCountryHeading(const QString &text)
{
    return headingStrength(text) >= HeadingStrength::Code
        || text.compare("code"_L1, Qt::CaseInsensitive) == 0;
}
