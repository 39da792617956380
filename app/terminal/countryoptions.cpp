#include "app/countries/catalogue.h"
#include "app/countries/namedcountries.h"
#include "app/language/joining.h"
#include "app/storage/filereading.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct CountryOptions
{
    Q_DECLARE_TR_FUNCTIONS(CountryOptions)
};

void failAsNoCountry(GivenOptions &given, const QString &words)
{
    given.fail(CountryOptions::tr("%1: this names no country; write a name or a code")
                   .arg(GivenOptions::shown(words.trimmed())));
}

/// Reads the CODE arguments.
void readWords(GivenOptions &given, const Catalogue &catalogue, CountryChoice &choice)
{
    const QStringList words = given.words();
    for (const QString &word : words) {
        // A query would split an address into words, and a message could show its password.
        if (word.trimmed().isEmpty() || word.contains(u'@') || word.contains("://"_L1))
            return failAsNoCountry(given, word);
    }
    const auto countries = countriesNamedBy(words, catalogue);
    if (!countries)
        return given.fail(withLabel(GivenOptions::shown(countries.error().word), countries.error().advice));
    if (countries->codes.isEmpty()) // for example only a comma
        return failAsNoCountry(given, words.join(u' '));
    choice.named += countries->codes;
    choice.individualCodes += countries->individualCodes;
}

tl::expected<QString, TextFileProblem> textOf(const QString &fileName)
{
    if (fileName != "-"_L1)
        return readTextFile(fileName);
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return unexpected(
            TextFileProblem{CountryOptions::tr("the file cannot be read (%1)").arg(file.errorString())});
    return readText(file);
}

/// Removes the regions and organisations that no chosen source has from `codes`. Returns a sentence for each.
QStringList removeUnavailable(QStringList &codes, const Catalogue &catalogue, const Options &options)
{
    const QList<Source> sources
        = options.namedSources.isEmpty() ? options.sources.sources().mid(0, 1) : options.namedSources;
    QStringList sentences;
    codes.removeIf([&](const QString &code) {
        const Country country = catalogue.countryFor(code);
        if (std::ranges::any_of(
                sources, [&country](const Source &source) { return source.canHave(country); }))
            return false;
        sentences.append(CountryOptions::tr("no chosen source has %1 (%2); it is available from %3")
                             .arg(country.displayName, code, SourceList::shippedIdsText(code)));
        return true;
    });
    return sentences;
}

/// Reads the file of --codes-from. Lines that are not understood become notes and do not stop the program.
void readFile(GivenOptions &given, const Catalogue &catalogue, Options &options)
{
    const QString name = given.value("codes-from"_L1);
    const auto text = textOf(name);
    const QString option = u"--codes-from "_s + GivenOptions::shown(name);
    if (!text)
        return given.fail(withLabel(option, text.error().text));
    CountryText read = countriesInFile(*text, catalogue);
    if (!read.columns.isEmpty())
        return given.fail(CountryOptions::tr("%1: it is not clear which column has the countries (%2); write "
                                             "\"Country\" above it, or give a list of this column alone")
                              .arg(option, columnsText(read.columns)));
    if (read.codes.isEmpty() && !read.unknown.isEmpty())
        return given.fail(CountryOptions::tr("%1: not understood: %2; names and codes must be complete")
                              .arg(option, shortList(read.unknown)));
    if (read.codes.isEmpty())
        return given.fail(CountryOptions::tr("%1: this names no country").arg(option));
    const QStringList unavailable = removeUnavailable(read.codes, catalogue, options);
    if (read.codes.isEmpty())
        return given.fail(withLabel(option, joinedClauses(unavailable)));
    for (const QString &sentence : unavailable)
        options.notes.append(withLabel(option, sentence));
    if (!read.chosen.isEmpty())
        options.notes.append(CountryOptions::tr("%1: read %2").arg(option, columnsText(read.chosen)));
    if (!read.unknown.isEmpty())
        options.notes.append(
            CountryOptions::tr("%1: not understood: %2").arg(option, shortList(read.unknown)));
    if (!read.ignored.isEmpty())
        options.notes.append(CountryOptions::tr("%1: words of running text that name no country: %2")
                                 .arg(option, shortList(read.ignored)));
    options.countries.isIncomplete = !read.unknown.isEmpty() || !unavailable.isEmpty();
    options.countries.named += read.codes;
    options.countries.individualCodes += read.codes;
}

} // namespace

OptionGroup countryOptions()
{
    return {CountryOptions::tr("Countries"),
        {
            {u"all"_s, u"a"_s, {},
                CountryOptions::tr("every country of the source; all 250 if its countries are not known"),
                sourceModes},
            {u"every"_s, u"e"_s, {},
                CountryOptions::tr("every code from AA to ZZ, 676 in all; most are not found"), sourceModes},
            {u"extras"_s, {}, {},
                CountryOptions::tr(
                    "the regions and organisations of the source; with --all in addition to the countries"),
                sourceModes},
            {u"codes-from"_s, {}, u"FILE"_s,
                CountryOptions::tr("read the countries from a text or CSV file; - is standard input"),
                sourceModes},
            {u"limit"_s, u"l"_s, u"N"_s, CountryOptions::tr("only the first N codes"), sourceModes},
        }};
}

void readCountryOptions(GivenOptions &given, const Catalogue &catalogue, Options &options)
{
    const QStringList words = given.words();
    if (given.isSet("all"_L1) && given.isSet("every"_L1))
        return given.fail(CountryOptions::tr("--all and --every: only one of them can be given"));
    if (given.isSet("every"_L1) && given.isSet("extras"_L1))
        return given.fail(CountryOptions::tr("--every and --extras: only one of them can be given"));
    for (const QLatin1StringView option : {"all"_L1, "every"_L1, "extras"_L1}) {
        if (!words.isEmpty() && given.isSet(option))
            return given.fail(CountryOptions::tr("%1: no codes can be given together with --%2")
                                  .arg(GivenOptions::shown(words.first()), option));
        if (given.isSet("codes-from"_L1) && given.isSet(option))
            return given.fail(
                CountryOptions::tr("--codes-from and --%1: only one of them can be given").arg(option));
    }

    using Kind = CountryChoice::Kind;
    CountryChoice &choice = options.countries;
    choice.extras = given.isSet("extras"_L1);
    if (given.isSet("all"_L1)) {
        choice.kind = Kind::All;
    } else if (given.isSet("extras"_L1)) {
        choice.kind = Kind::Extras;
    } else if (given.isSet("every"_L1)) {
        choice.kind = Kind::Every;
    } else if (!words.isEmpty() || given.isSet("codes-from"_L1)) {
        choice.kind = Kind::Named;
        if (!words.isEmpty())
            readWords(given, catalogue, choice);
        if (given.isSet("codes-from"_L1))
            readFile(given, catalogue, options);
        choice.named.sort();
        choice.named.removeDuplicates();
    }
    given.take(
        "limit"_L1,
        [](const QString &text) { return readWholeNumber(text, 1, std::numeric_limits<int>::max()); },
        [&options](int limit) { options.countries.limit = limit; });
}
