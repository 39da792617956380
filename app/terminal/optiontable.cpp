#include "app/terminal/optiontable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct OptionTable
{
    Q_DECLARE_TR_FUNCTIONS(OptionTable)
};

constexpr UsableInFlags downloads = UsableIn::Window | UsableIn::Headless;
constexpr UsableInFlags headless = UsableIn::Headless;
constexpr UsableInFlags serve = UsableIn::Serve;
constexpr UsableInFlags list = UsableIn::List;
constexpr UsableInFlags anywhere = downloads | serve;

OptionGroup countries()
{
    return {OptionTable::tr("Countries"),
        {
            {u"all"_s, u"a"_s, {},
                OptionTable::tr("every country that the source has; all 250 where that is not known"),
                downloads},
            {u"every"_s, u"e"_s, {},
                OptionTable::tr("every code from AA to ZZ, 676 in all; most are not found"), downloads},
            {u"limit"_s, u"l"_s, u"N"_s, OptionTable::tr("only the first N of the codes"), downloads},
        }};
}

OptionGroup source()
{
    return {OptionTable::tr("Source"),
        {
            {u"server"_s, u"s"_s, u"S"_s,
                OptionTable::tr("a source by its name (default: builtin), or an address: "
                                "see Sources"),
                downloads},
            {u"sources"_s, {}, u"FILE"_s, OptionTable::tr("more sources, from a JSON file"),
                downloads | list},
            {u"pictures"_s, {}, u"DIR"_s,
                OptionTable::tr("the folder of {cc}.svg pictures that the built-in sources serve"), anywhere},
            {u"delay"_s, {}, u"MIN-MAX"_s,
                OptionTable::tr("seconds before each answer of builtin-slow (default: 0.5-5) "
                                "or of --serve (default: 0)"),
                anywhere},
            {u"error-rate"_s, {}, u"P"_s,
                OptionTable::tr("share of the requests that builtin-faulty (default: 25%) or --serve "
                                "(default: 0) answers with 418, as 0.25 or 25%"),
                anywhere},
            {u"seed"_s, {}, u"N"_s,
                OptionTable::tr(
                    "what those delays and errors are drawn from; the same number repeats them (default: 1)"),
                anywhere},
        }};
}

OptionGroup files()
{
    return {OptionTable::tr("Files"),
        {
            {u"output"_s, u"o"_s, u"DIR"_s,
                OptionTable::tr("the folder to save in; it is made if it is not there "
                                "(default: downloads; in a window the last one)"),
                downloads},
            {u"name"_s, {}, u"TEMPLATE"_s,
                OptionTable::tr("file names without their ending, of {CC}, {cc}, {iso3} and {country} "
                                "(default: {CC}-{country})"),
                downloads},
            {u"conflict"_s, {}, u"P"_s,
                OptionTable::tr("what to do with a file that is there already: overwrite (default), "
                                "skip or rename"),
                downloads},
        }};
}

OptionGroup network()
{
    return {OptionTable::tr("Network"),
        {
            {u"max-req"_s, u"m"_s, u"N"_s,
                OptionTable::tr("requests in flight, at most; 1 to 1000 (default: what the source "
                                "bears)"),
                downloads},
            {u"timeout"_s, {}, u"SECONDS"_s, OptionTable::tr("how long one request may take (default: 30)"),
                downloads},
            {u"proxy"_s, {}, u"URL"_s,
                OptionTable::tr("http://host:port, socks5://host:port, none, or system (default)"),
                downloads},
            {u"ca-file"_s, {}, u"PEM"_s, OptionTable::tr("certificates to trust besides the system's"),
                downloads},
        }};
}

OptionGroup terminal()
{
    return {OptionTable::tr("Without a window"),
        {
            {u"headless"_s, {}, {},
                OptionTable::tr("download at once; progress on standard error, the report on standard "
                                "output"),
                headless},
            {u"verbose"_s, u"v"_s, {},
                OptionTable::tr("one line for each country instead of the progress bar"), headless},
            {u"json"_s, {}, {},
                OptionTable::tr(
                    "one JSON object for each country on standard output; the report goes to standard "
                    "error"),
                headless | list},
            {u"serve"_s, {}, {}, OptionTable::tr("serve the built-in flags to other programs until Ctrl-C"),
                serve},
            {u"port"_s, {}, u"N"_s, OptionTable::tr("for --serve; 0 takes any free one (default: 8000)"),
                serve},
            {u"directory"_s, {}, u"DIR"_s,
                OptionTable::tr("for --serve: a folder laid out {cc}/{cc}.gif and {cc}/metadata.json "
                                "instead of the built-in flags"),
                serve},
        }};
}

OptionGroup information()
{
    return {OptionTable::tr("Information"),
        {
            {u"list-countries"_s, {}, {}, OptionTable::tr("every country with its codes; --json as data"),
                list},
            {u"list-sources"_s, {}, {},
                OptionTable::tr("every source, those of --sources too; --json as data"), list},
            {u"language"_s, {}, u"TAG"_s,
                OptionTable::tr("of the names that --list-countries prints, as zh or pt-BR (default: en)"),
                list},
            {u"help"_s, u"h"_s, {}, OptionTable::tr("this text"), anywhere},
            {u"version"_s, {}, {}, OptionTable::tr("the versions of the program and of Qt"), anywhere},
        }};
}

} // namespace

QList<OptionGroup> optionTable()
{
    return {countries(), source(), files(), network(), terminal(), information()};
}

UsableIn usableIn(Mode mode)
{
    switch (mode) {
    case Mode::Window:
        return UsableIn::Window;
    case Mode::Headless:
        return UsableIn::Headless;
    case Mode::Serve:
        return UsableIn::Serve;
    case Mode::List:
        return UsableIn::List;
    }
    Q_UNREACHABLE();
}
