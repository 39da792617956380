#include "app/language/joining.h"
#include "app/logging/logging.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <QLocale>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct ModeOptions
{
    Q_DECLARE_TR_FUNCTIONS(ModeOptions)
};

/// The options that choose the mode. Without any of them a window opens.
struct ModeChoice
{
    QLatin1StringView option;
    Mode mode;
    bool takesCodes; ///< CODE arguments are allowed
};
constexpr auto choices = std::to_array<ModeChoice>({
    {"headless"_L1, Mode::Headless, true},
    {"serve"_L1, Mode::Serve, false},
    {"compare"_L1, Mode::Compare, true},
    {"measure-limits"_L1, Mode::Measure, true},
    {"contact-sheet"_L1, Mode::Export, true},
    {"sprite"_L1, Mode::Export, true},
    {"data"_L1, Mode::Export, true},
    {"update"_L1, Mode::Update, true},
    {"verify"_L1, Mode::Verify, false},
    {"from"_L1, Mode::Rebuild, false},
    {"resume"_L1, Mode::Resume, false},
    {"list-countries"_L1, Mode::List, false},
    {"list-sources"_L1, Mode::List, false},
});

/// The options that choose one of the modes: "--update, --verify or --resume".
QString optionsFor(Modes modes)
{
    QStringList options;
    for (const ModeChoice &choice : choices) {
        if (modes.testFlag(choice.mode))
            options.append(u"--"_s + choice.option);
    }
    const QString last = options.takeLast();
    return options.isEmpty() ? last : ModeOptions::tr("%1 or %2").arg(joinedItems(options), last);
}

ValueOrBad<QString> readRules(const QString &text)
{
    if (const auto rules = readLogRules(text))
        return *rules;
    return unexpected(BadValue{ModeOptions::tr(
        "allowed are the names of modules, such as transfer, and rules such as flagfetch.*=true")});
}

ValueOrBad<QString> readLanguage(const QString &text)
{
    if (QLocale(text).language() != QLocale::C)
        return text;
    return unexpected(
        BadValue{ModeOptions::tr("there are no names in this language; allowed are language tags such as "
                                 "zh or pt-BR")});
}

void refuseOptionsOfOtherModes(GivenOptions &given, const ModeChoice *chosen)
{
    const Mode mode = chosen ? chosen->mode : Mode::Window;
    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries) {
            if (!given.isSet(entry.longName) || entry.modes.testFlag(mode))
                continue;
            if (chosen && chosen->mode != Mode::Headless)
                return given.fail(ModeOptions::tr("--%1: it cannot be used together with --%2")
                                      .arg(entry.longName, chosen->option));
            return given.fail(ModeOptions::tr("--%1: it can be used only together with %2")
                                  .arg(entry.longName, optionsFor(entry.modes)));
        }
    }
    if (given.isSet("parts"_L1) && !given.isSet("list-countries"_L1))
        return given.fail(ModeOptions::tr("--parts: it can be used only together with --list-countries"));
    const bool takesCodes = !chosen || chosen->takesCodes || given.isSet("parts"_L1);
    const QStringList words = given.words();
    if (!takesCodes && !words.isEmpty())
        given.fail(ModeOptions::tr("%1: no codes can be given together with --%2")
                       .arg(GivenOptions::shown(words.first()), chosen->option));
}

} // namespace

OptionGroup terminalOptions()
{
    return {ModeOptions::tr("Without a window"),
        {
            {u"headless"_s, {}, {},
                ModeOptions::tr("download at once, without a window; prints progress on standard error and "
                                "the report on standard output"),
                Mode::Headless | setModes},
            {u"verbose"_s, u"v"_s, {},
                ModeOptions::tr("print one line for each country instead of the progress bar"),
                Mode::Headless | setModes},
            {u"json"_s, {}, {},
                ModeOptions::tr("print one JSON object for each country on standard output; the report goes "
                                "to standard error"),
                Mode::Headless | Mode::List | Mode::Compare | Mode::Measure | setModes},
            {u"trace"_s, {}, u"FILE"_s,
                ModeOptions::tr("save when each request was sent and answered, for https://ui.perfetto.dev; "
                                "as a table if FILE ends with .csv"),
                Mode::Headless | setModes},
            {u"compare"_s, {}, {},
                ModeOptions::tr("show how much the flags of two sources differ, the largest difference "
                                "first; saves nothing"),
                Mode::Compare},
            {u"measure-limits"_s, {}, u"N,N..."_s,
                ModeOptions::tr("download the flags into memory once with each of these limits of "
                                "simultaneous requests, and show how much a higher one helps (source: "
                                "builtin-slow, unless another one is given)"),
                Mode::Measure},
            {u"serve"_s, {}, {}, ModeOptions::tr("serve the built-in flags to other programs until Ctrl-C"),
                Mode::Serve},
            {u"port"_s, {}, u"N"_s,
                ModeOptions::tr("for --serve: the port; 0 selects any free one (default: 8000)"),
                Mode::Serve},
            {u"directory"_s, {}, u"DIR"_s,
                ModeOptions::tr("for --serve: a folder with {cc}/{cc}.gif and {cc}/metadata.json, served "
                                "instead of the built-in flags"),
                Mode::Serve},
        }};
}

OptionGroup informationOptions()
{
    return {ModeOptions::tr("Information"),
        {
            {u"list-countries"_s, {}, {},
                ModeOptions::tr("list every country with its codes; with --json as JSON"), Mode::List},
            {u"parts"_s, {}, {},
                ModeOptions::tr("with --list-countries: list regions and organisations instead, or only the "
                                "regions of the named countries"),
                Mode::List},
            {u"list-sources"_s, {}, {},
                ModeOptions::tr("list every source, also those of --sources; with --json as JSON"),
                Mode::List},
            {u"language"_s, {}, u"TAG"_s,
                ModeOptions::tr("language of the names in --list-countries and in exports, such as zh or "
                                "pt-BR (default: en; in a list without --json the language of the messages)"),
                Mode::List | Mode::Export},
            {u"log"_s, {}, u"RULES"_s,
                ModeOptions::tr(
                    "print messages for bug reports to standard error: rules of QLoggingCategory, "
                    "separated by semicolons, such as \"flagfetch.*\" or flagfetch.transfer=true"),
                everyMode},
            {u"help"_s, u"h"_s, {}, ModeOptions::tr("print this text"), everyMode},
            {u"version"_s, {}, {}, ModeOptions::tr("print the versions of the program and of Qt"), everyMode},
        }};
}

void readMode(GivenOptions &given, Options &options)
{
    const ModeChoice *chosen = nullptr;
    for (const ModeChoice &choice : choices) {
        if (!given.isSet(choice.option))
            continue;
        // Operations on a set never open a window, so --headless is redundant but allowed.
        const bool isRedundant = chosen && chosen->mode == Mode::Headless && setModes.testFlag(choice.mode);
        if (chosen && !isRedundant)
            return given.fail(ModeOptions::tr("--%1 and --%2: only one of them can be given")
                                  .arg(choice.option, chosen->option));
        chosen = &choice;
    }
    options.mode = chosen ? chosen->mode : Mode::Window;
    given.take("language"_L1, readLanguage, [&options](const QString &tag) { options.language = tag; });
    given.take("log"_L1, readRules, [&options](const QString &rules) { options.logRules = rules; });
    options.verbose = given.isSet("verbose"_L1);
    options.json = given.isSet("json"_L1);
    refuseOptionsOfOtherModes(given, chosen);
}

void readServingOptions(GivenOptions &given, Options &options)
{
    given.take(
        "port"_L1,
        [](const QString &text) { return readWholeNumber(text, 0, std::numeric_limits<quint16>::max()); },
        [&options](int port) { options.serve.port = static_cast<quint16>(port); });
    given.take(
        "directory"_L1, readFolder, [&options](const QString &folder) { options.serve.directory = folder; });
}
