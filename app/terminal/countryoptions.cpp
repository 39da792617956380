#include "app/terminal/countryoptions.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrysearch.h"
#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct CountryOptions
{
    Q_DECLARE_TR_FUNCTIONS(CountryOptions)
};

void readWords(GivenOptions &given, const Catalogue &catalogue, CountryChoice &choice)
{
    for (const QString &word : given.words()) {
        // An address would be taken apart, and a password in it shown.
        if (word.trimmed().isEmpty() || word.contains(u'@') || word.contains("://"_L1))
            return given.fail(CountryOptions::tr("%1: this names no country; write a name or a code")
                                  .arg(GivenOptions::shown(word.trimmed())));
    }
    const QString query = given.words().join(u' ');
    auto codes = CountrySearch(catalogue, ownNames(catalogue)).codesNamedExactlyBy(query);
    if (std::holds_alternative<QueryProblem>(codes))
        codes = CountrySearch(catalogue, namesInAllLanguages(catalogue)).codesNamedBy(query);
    if (const auto *problem = std::get_if<QueryProblem>(&codes))
        return given.fail(u"%1: %2"_s.arg(GivenOptions::shown(problem->word), problem->advice));
    choice.kind = CountryChoice::Kind::Named;
    choice.named = std::get<QStringList>(std::move(codes));
}

} // namespace

OptionGroup countryOptions()
{
    return {CountryOptions::tr("Countries"),
        {
            {u"all"_s, u"a"_s, {},
                CountryOptions::tr("every country that the source has; all 250 where that is not known"),
                downloadModes},
            {u"every"_s, u"e"_s, {},
                CountryOptions::tr("every code from AA to ZZ, 676 in all; most are not found"),
                downloadModes},
            {u"limit"_s, u"l"_s, u"N"_s, CountryOptions::tr("only the first N of the codes"), downloadModes},
        }};
}

void readCountryOptions(GivenOptions &given, const Catalogue &catalogue, Options &options)
{
    const QStringList words = given.words();
    if (given.isSet("all"_L1) && given.isSet("every"_L1))
        return given.fail(CountryOptions::tr("--all and --every: only one of them can be given"));
    for (const QLatin1StringView option : {"all"_L1, "every"_L1}) {
        if (!words.isEmpty() && given.isSet(option))
            return given.fail(CountryOptions::tr("%1: no codes can be given together with --%2")
                                  .arg(GivenOptions::shown(words.first()), option));
    }

    using Kind = CountryChoice::Kind;
    if (given.isSet("all"_L1))
        options.countries.kind = Kind::All;
    else if (given.isSet("every"_L1))
        options.countries.kind = Kind::Every;
    else if (!words.isEmpty())
        readWords(given, catalogue, options.countries);
    given.take(
        "limit"_L1,
        [](const QString &text) { return readWholeNumber(text, 1, std::numeric_limits<int>::max()); },
        [&options](int limit) { options.countries.limit = limit; });
}
