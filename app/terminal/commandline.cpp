#include "app/terminal/commandline.h"

#include "app/countries/catalogue.h"
#include "app/sources/webaddress.h"
#include "app/terminal/countrylisting.h"
#include "app/terminal/help.h"
#include "app/terminal/optionsreader.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/sourcelisting.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QString parserProblem(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    // "-EG" and "-group:eu" look like options, of which the first letter is unknown.
    for (const QString &argument : arguments) {
        static const QRegularExpression leavesOut(u"^-([A-Z]{2,3}|[a-z]+:.*)$"_s);
        if (argument == "--"_L1)
            break;
        if (leavesOut.match(argument).hasMatch())
            return QCoreApplication::translate("CommandLine",
                "%1: to leave this out, write it in quotes behind another word, as in \"continent:africa "
                "-EG\", or after --")
                .arg(shownAddress(argument));
    }
    const QString dashes = unknown.first().size() > 1 ? u"--"_s : u"-"_s;
    return QCoreApplication::translate("CommandLine", "%1: there is no such option; --help shows all of them")
        .arg(shownAddress(dashes + unknown.first()));
}

QString listing(const QCommandLineParser &parser, const Options &options)
{
    if (parser.isSet(u"list-sources"_s))
        return sourceListing(options.sources, options.json);
    const Catalogue catalogue(options.language);
    return parser.isSet(u"parts"_s) ? partListing(catalogue, options.countries.named, options.json)
                                    : countryListing(catalogue, options.json);
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments, const Catalogue &catalogue)
{
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
    CommandLine read = readOptions(parser, catalogue);
    const auto *options = std::get_if<Options>(&read);
    if (options && options->mode == Mode::List)
        return Information{listing(parser, *options), options->ownSources.problems};
    return read;
}
