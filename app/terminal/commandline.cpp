#include "app/terminal/commandline.h"

#include "app/countries/catalogue.h"
#include "app/language/translation.h"
#include "app/sources/untrustedtext.h"
#include "app/terminal/information.h"
#include "app/terminal/optionsuggestion.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QStringList longOptionNames()
{
    QStringList names;
    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries)
            names.append(entry.longName);
    }
    return names;
}

struct UnknownOption
{
    QString written;
    QString meant; ///< long name; empty if nothing similar exists
};

/// The parser takes "-output" for several options of one letter, of which `name` is the first unknown one.
UnknownOption unknownOption(const QString &name, const QStringList &arguments)
{
    if (name.size() > 1)
        return {u"--"_s + name, suggestedOption(name, longOptionNames())};
    static const QRegularExpression oneDash(u"^-([a-z][a-z-]+)(=.*)?$"_s);
    for (const QString &argument : arguments) {
        const auto match = oneDash.match(argument);
        if (match.hasMatch() && match.captured(1).contains(name))
            return {u"-"_s + match.captured(1), suggestedOption(match.captured(1), longOptionNames())};
    }
    return {u"-"_s + name, {}};
}

QString parserProblem(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    // The parser takes exclusions such as "-EG" and "-group:eu" for options.
    for (const QString &argument : arguments) {
        static const QRegularExpression exclusion(u"^-([A-Z]{2,3}|[\\p{L}-]+[:：].*)$"_s);
        if (argument == "--"_L1)
            break;
        if (exclusion.match(argument).hasMatch())
            return QCoreApplication::translate("CommandLine",
                "%1: to exclude this, write it in quotes after another word, as in \"continent:africa "
                "-EG\", or after --")
                .arg(shownAddress(argument));
    }
    const auto [written, meant] = unknownOption(unknown.first(), arguments);
    if (meant.isEmpty())
        return QCoreApplication::translate(
            "CommandLine", "%1: there is no such option; --help shows all of them")
            .arg(shownAddress(written));
    return QCoreApplication::translate("CommandLine", "%1: there is no such option; did you mean --%2?")
        .arg(shownAddress(written), meant);
}

/// The long names of the options that are set, in the order of the table.
QStringList givenNames(const QCommandLineParser &parser)
{
    QStringList names;
    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries) {
            if (parser.isSet(entry.longName))
                names.append(entry.longName);
        }
    }
    return names;
}

CommandLine checkedOptions(const QCommandLineParser &parser, const Catalogue &catalogue)
{
    GivenOptions given(parser);
    Options options;
    options.given = givenNames(parser);
    readMode(given, options);
    readSourceOptions(given, options);
    // After the sources: a list may name regions that only some sources have.
    readCountryOptions(given, catalogue, options);
    readFileOptions(given, options);
    readConversionOptions(given, options);
    readSetOptions(given, options);
    readNetworkOptions(given, options);
    readServingOptions(given, options);
    readTraceOption(given, options);
    readMeasureOption(given, options);
    readExportOptions(given, options);
    if (given.error())
        return *given.error();
    return options;
}

/// Without -reverse, which QApplication reads: it mirrors the window.
QStringList withoutOptionsOfQt(QStringList arguments)
{
    const qsizetype end = arguments.indexOf(u"--"_s); // only names follow
    const qsizetype found = arguments.indexOf(u"-reverse"_s);
    if (found > 0 && (end < 0 || found < end))
        arguments.removeAt(found);
    return arguments;
}

QString listing(const QCommandLineParser &parser, const Options &options)
{
    if (parser.isSet(u"list-sources"_s))
        return sourceListing(options.sources, options.json);
    // Data for other programs must not depend on who reads the list.
    const bool isForPeople = !options.json && !parser.isSet(u"language"_s);
    const Catalogue catalogue(isForPeople ? interfaceLanguage() : options.language);
    return parser.isSet(u"parts"_s) ? partListing(catalogue, options.countries.named, options.json)
                                    : countryListing(catalogue, options.json);
}

} // namespace

QList<OptionGroup> optionTable()
{
    return {countryOptions(), sourceOptions(), fileOptions(), conversionOptions(), setOptions(),
        networkOptions(), terminalOptions(), exportOptions(), informationOptions()};
}

CommandLine readCommandLine(const QStringList &words, const Catalogue &catalogue)
{
    const QStringList arguments = withoutOptionsOfQt(words);
    QCommandLineParser parser;
    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries) {
            QStringList names{entry.longName};
            if (!entry.shortName.isEmpty())
                names.append(entry.shortName);
            parser.addOption(QCommandLineOption(names, entry.description, entry.valueName));
        }
    }
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return Information{helpText(SourceList::shipped()), {}};
    if (parser.isSet(u"version"_s))
        return Information{versionText(), {}};
    if (!parsed)
        return UsageError{parserProblem(parser, arguments)};
    CommandLine read = checkedOptions(parser, catalogue);
    const auto *options = std::get_if<Options>(&read);
    if (options && options->mode == Mode::List)
        return Information{listing(parser, *options), options->ownSources.problems};
    return read;
}

CommandLine readCommandLine(int argc, char **argv, const Catalogue &catalogue)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (QFile::encodeName(argument) != argv[i])
            return UsageError{QCoreApplication::translate("CommandLine",
                "%1: this is not UTF-8, and cannot be used; give the file or folder another name")
                                  .arg(GivenOptions::shown(argument))};
        arguments.append(argument);
    }
    return readCommandLine(arguments, catalogue);
}
