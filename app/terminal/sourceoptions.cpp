#include "app/terminal/sourceoptions.h"

#include "app/builtin/flagpictures.h"
#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

struct SourceOptions
{
    Q_DECLARE_TR_FUNCTIONS(SourceOptions)
};

void readSourcesFile(GivenOptions &given, Options &options)
{
    if (!given.isSet("sources"_L1))
        return;
    const QString fileName = given.value("sources"_L1);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return given.fail(SourceOptions::tr("--sources %1: the file cannot be read (%2)")
                              .arg(GivenOptions::shown(fileName), file.errorString()));
    const auto added = SourceList::fromJson(file.readAll(), fileName);
    if (const auto *problem = std::get_if<SourceProblem>(&added))
        return given.fail(problem->text);
    options.sources = options.sources.joinedWith(std::get<SourceList>(added).sources());
}

void readServer(GivenOptions &given, Options &options)
{
    if (!given.isSet("server"_L1))
        return;
    auto source = options.sources.resolve(given.value("server"_L1));
    if (const auto *problem = std::get_if<SourceProblem>(&source))
        return given.fail(problem->text);
    options.source = std::get<Source>(std::move(source));
}

void readPictures(GivenOptions &given, Options &options)
{
    given.take("pictures"_L1, readFolder,
        [&options](const QString &folder) { options.servers.picturesFolder = folder; });
    const QString folder = given.value("pictures"_L1);
    if (!given.error() && given.isSet("pictures"_L1) && !findPicturesFolder(folder))
        given.fail(SourceOptions::tr("--pictures %1: there are no pictures named {cc}.svg in this folder")
                       .arg(GivenOptions::shown(folder)));
}

void readChance(GivenOptions &given, Options &options)
{
    const Embedded embedded = options.source ? options.source->embedded : Embedded::No;
    const bool headless = options.mode == Mode::Headless;
    if (headless && given.isSet("delay"_L1) && embedded != Embedded::Slow)
        return given.fail(SourceOptions::tr(
            "--delay: it can be used only together with --server builtin-slow, or with --serve"));
    if (headless && given.isSet("error-rate"_L1) && embedded != Embedded::Faulty)
        return given.fail(SourceOptions::tr(
            "--error-rate: it can be used only together with --server builtin-faulty, or with --serve"));
    if (headless && given.isSet("seed"_L1) && embedded != Embedded::Slow && embedded != Embedded::Faulty)
        return given.fail(SourceOptions::tr("--seed: it can be used only together with --server builtin-slow "
                                            "or builtin-faulty, or with --serve"));

    ServerManners &served = options.serve.manners;
    ServerManners &slow = options.servers.slow;
    ServerManners &faulty = options.servers.faulty;
    given.take("delay"_L1, readDelayRange, [&](const DelayRange &range) {
        served.shortestDelay = slow.shortestDelay = range.shortest;
        served.longestDelay = slow.longestDelay = range.longest;
    });
    given.take("error-rate"_L1, readShare, [&](double rate) { served.errorRate = faulty.errorRate = rate; });
    given.take("seed"_L1, readSeed, [&](quint32 seed) { served.seed = slow.seed = faulty.seed = seed; });
}

} // namespace

OptionGroup sourceOptions()
{
    return {SourceOptions::tr("Source"),
        {
            {u"server"_s, u"s"_s, u"S"_s,
                SourceOptions::tr("a source by its name (default: builtin), or an address: "
                                  "see Sources"),
                downloadModes},
            {u"sources"_s, {}, u"FILE"_s, SourceOptions::tr("more sources, from a JSON file"),
                downloadModes | Mode::List},
            {u"pictures"_s, {}, u"DIR"_s,
                SourceOptions::tr("the folder of {cc}.svg pictures that the built-in sources serve"),
                everyMode},
            {u"delay"_s, {}, u"MIN-MAX"_s,
                SourceOptions::tr("seconds before each answer of builtin-slow (default: 0.5-5) "
                                  "or of --serve (default: 0)"),
                everyMode},
            {u"error-rate"_s, {}, u"P"_s,
                SourceOptions::tr("share of the requests that builtin-faulty (default: 25%) or --serve "
                                  "(default: 0) answers with 418, as 0.25 or 25%"),
                everyMode},
            {u"seed"_s, {}, u"N"_s,
                SourceOptions::tr(
                    "what those delays and errors are drawn from; the same number repeats them (default: 1)"),
                everyMode},
        }};
}

void readSourceOptions(GivenOptions &given, Options &options)
{
    options.sources = SourceList::shipped();
    readSourcesFile(given, options);
    readServer(given, options);
    readPictures(given, options);
    readChance(given, options);
}
