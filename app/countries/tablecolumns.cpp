#include "app/countries/tablecolumns.h"

#include "app/countries/foldedtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// How much a heading speaks for countries.
enum class Strength {
    None,
    Weak, ///< "name", "code"
    Code, ///< "ISO", "alpha-2"
    Country,
};

struct Column
{
    TableColumn shown;
    Strength strength = Strength::None;
    bool numbers = false;
    bool headUnderstood = false;
    QStringList codes; // of each row but the heading; empty where it is not understood
    qsizetype values = 0; // different ones

    [[nodiscard]] bool isComplete() const { return shown.filled > 0 && shown.understood == shown.filled; }
    [[nodiscard]] bool isHalfUnderstood() const
    {
        return shown.understood > 0 && 2 * shown.understood >= shown.filled;
    }
};

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

/// What is no country's although "country" or "code" stands beside it.
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

Strength strengthOf(const QString &heading)
{
    constexpr qsizetype mostWords = 6;
    const QStringList words = headingWords(heading);
    if (words.isEmpty() || words.size() > mostWords || hasAny(words, otherWords()))
        return Strength::None;
    const bool han = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word.contains(u"国"_s) || word.contains(u"國"_s) || word.contains(u"나라"_s)
            || word.contains(u"국가"_s);
    });
    if (han || hasAny(words, countryWords()) || words.first().startsWith("country"_L1))
        return Strength::Country;
    if (hasAny(words, codeWords()))
        return Strength::Code;
    static const Words weak{u"name"_s, u"names"_s, u"code"_s, u"codes"_s, u"flag"_s, u"nom"_s, u"nombre"_s,
        u"numeric"_s, u"number"_s, u"nome"_s, u"title"_s, u"emoji"_s};
    return hasAny(words, weak) ? Strength::Weak : Strength::None;
}

/// Numbers are codes only under a heading that speaks of a code; "country id" numbers rows.
bool mayBeNumbers(const QString &heading)
{
    static const Words words{u"iso"_s, u"m49"_s, u"numeric"_s, u"number"_s, u"code"_s, u"ccn3"_s, u"num"_s};
    return hasAny(headingWords(heading), words);
}

Column readColumn(const QList<QStringList> &rows, qsizetype at, bool hasHeading, const CellCodes &codesOf)
{
    Column column;
    const QString &head = rows.first().at(at);
    column.shown = {at + 1, hasHeading ? head : QString(), 0, 0};
    column.strength = hasHeading ? strengthOf(head) : Strength::None;
    column.numbers = isNumberColumn(rows, at, hasHeading);
    column.headUnderstood = !codesOf(head, false).isEmpty();
    if (column.numbers && hasHeading && !mayBeNumbers(head))
        column.strength = Strength::None;
    QSet<QString> values;
    for (qsizetype row = hasHeading ? 1 : 0; row < rows.size(); ++row) {
        const QString &cell = rows.at(row).at(at);
        const QString codes = cell.isEmpty() ? QString() : codesOf(cell, column.numbers).join(u' ');
        column.codes.append(codes);
        column.shown.filled += cell.isEmpty() ? 0 : 1;
        column.shown.understood += codes.isEmpty() ? 0 : 1;
        if (!codes.isEmpty())
            values.insert(codes);
    }
    column.values = values.size();
    return column;
}

/// Whether two columns name the same country in most rows where both name one.
bool agree(const Column &one, const Column &other)
{
    qsizetype same = 0;
    qsizetype both = 0;
    for (qsizetype row = 0; row < one.codes.size(); ++row) {
        if (one.codes.at(row).isEmpty() || other.codes.at(row).isEmpty())
            continue;
        ++both;
        same += one.codes.at(row) == other.codes.at(row) ? 1 : 0;
    }
    return both > 0 && 2 * both >= std::min(one.shown.understood, other.shown.understood)
        && 4 * same >= 3 * both;
}

bool varies(const Column &column)
{
    constexpr qsizetype fewRows = 3;
    return column.values > 1 || column.shown.filled < fewRows;
}

bool counts(const Column &column, const QList<Column> &all)
{
    if (!column.isHalfUnderstood() || !varies(column) || column.strength == Strength::None)
        return false;
    const bool nearlyAll = 10 * column.shown.understood >= 9 * column.shown.filled;
    const bool confirmed = std::any_of(all.cbegin(), all.cend(), [&column](const Column &other) {
        return other.shown.number != column.shown.number && agree(column, other);
    });
    return column.strength != Strength::Weak || nearlyAll || confirmed;
}

/// Whether `one` is the better column to read.
bool isBetter(const Column &one, const Column &other)
{
    if (one.numbers != other.numbers)
        return other.numbers;
    if (one.strength != other.strength)
        return one.strength > other.strength;
    return one.shown.understood * other.shown.filled > other.shown.understood * one.shown.filled;
}

QList<Column> chosenByHeading(const QList<Column> &all)
{
    QList<Column> counting;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(counting),
        [&all](const Column &column) { return counts(column, all); });
    if (counting.isEmpty())
        return {};
    const Column best = *std::min_element(counting.cbegin(), counting.cend(), isBetter);
    // "Origin country" and "Destination country" both count.
    counting.removeIf([&best](const Column &column) {
        return column.shown.number != best.shown.number
            && (column.strength != Strength::Country || column.numbers != best.numbers
                || best.strength != Strength::Country || agree(column, best));
    });
    return counting;
}

/// Without headings: the complete columns, if they name the same countries, or if there is nothing else.
QList<Column> chosenWithoutHeading(const QList<Column> &all)
{
    QList<Column> complete;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(complete),
        [](const Column &column) { return column.isComplete() && !column.numbers; });
    if (complete.size() < 2)
        return {};
    const bool same = std::all_of(complete.cbegin(), complete.cend(),
        [&complete](const Column &column) { return agree(column, complete.first()); });
    return same ? complete.first(1) : QList<Column>();
}

QList<TableColumn> shown(const QList<Column> &columns)
{
    QList<TableColumn> list;
    for (const Column &column : columns)
        list.append(column.shown);
    return list;
}

} // namespace

ColumnChoice columnsOfCountries(
    const QList<QStringList> &rows, const CellCodes &codesOf, std::optional<qsizetype> wanted)
{
    const QStringList &first = rows.first();
    const auto isUnderstood = [&codesOf](const QString &cell) { return !codesOf(cell, false).isEmpty(); };
    const qsizetype understood = std::count_if(first.cbegin(), first.cend(), isUnderstood);
    const bool speaks = std::any_of(
        first.cbegin(), first.cend(), [](const QString &cell) { return strengthOf(cell) != Strength::None; });
    ColumnChoice choice;
    choice.hasHeading = speaks || 2 * understood < first.size() - first.count(QString());

    QList<Column> columns;
    for (qsizetype at = 0; at < first.size(); ++at)
        columns.append(readColumn(rows, at, choice.hasHeading, codesOf));
    QList<Column> chosen = choice.hasHeading ? chosenByHeading(columns) : chosenWithoutHeading(columns);
    if (wanted && *wanted >= 1 && *wanted <= columns.size())
        chosen = {columns.at(*wanted - 1)};
    choice.chosen = shown(chosen);
    if (!chosen.isEmpty()) {
        choice.kind = ColumnChoice::Kind::Columns;
        return choice;
    }

    qsizetype filled = 0;
    qsizetype named = 0;
    for (const Column &column : std::as_const(columns)) {
        filled += column.numbers ? 0 : column.shown.filled;
        named += column.numbers ? 0 : column.shown.understood;
    }
    if (!choice.hasHeading && named > 0 && 4 * named >= 3 * filled)
        choice.kind = ColumnChoice::Kind::List;
    columns.removeIf([](const Column &column) {
        return column.shown.understood == 0 && column.strength == Strength::None;
    });
    choice.columns = shown(columns);
    return choice;
}

bool isCountryHeading(const QString &text)
{
    return strengthOf(text) >= Strength::Code || text.compare("code"_L1, Qt::CaseInsensitive) == 0;
}

bool isNumberColumn(const QList<QStringList> &rows, qsizetype column, bool hasHeading)
{
    constexpr qsizetype mostDigits = 3;
    bool any = false;
    for (qsizetype row = hasHeading ? 1 : 0; row < rows.size(); ++row) {
        const QString &cell = rows.at(row).at(column);
        if (cell.size() > mostDigits
            || !std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
            return false;
        any |= !cell.isEmpty();
    }
    return any;
}
