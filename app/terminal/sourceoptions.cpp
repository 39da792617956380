#include "app/builtin/picturefolders.h"
#include "app/downloads/loopblocker.h"
#include "app/language/wordtable.h"
#include "app/measuring/limitmeasurement.h"
#include "app/sources/sourceid.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SourceOptions
{
    Q_DECLARE_TR_FUNCTIONS(SourceOptions)
};

/// --proxy takes one of these, or the address of a proxy.
constexpr auto proxyWords = wordTable<ProxyChoice>({
    {ProxyChoice::System, "system"_L1},
    {ProxyChoice::None, "none"_L1},
    {ProxyChoice::Given, {}},
});

void readOwnSources(Options &options)
{
    options.ownSources = readOwnSources(ownSourcesPath());
    options.sources = options.sources.joinedWith(options.ownSources.file.sources());
}

void readSourcesFile(GivenOptions &given, Options &options)
{
    if (!given.isSet("sources"_L1))
        return;
    const QString fileName = given.value("sources"_L1);
    const auto bytes = readSourcesBytes(fileName);
    if (!bytes)
        return given.fail(
            SourceOptions::tr("--sources %1: %2").arg(GivenOptions::shown(fileName), bytes.error()));
    const auto added = SourceList::fromJson(*bytes, fileName);
    if (!added)
        return given.fail(added.error().text);
    options.addedSources = added->sources();
    options.sources = options.sources.joinedWith(options.addedSources);
}

void readPicture(GivenOptions &given, PictureChoice &picture)
{
    given.take(
        "format"_L1, readPictureFormat, [&picture](const QString &format) { picture.format = format; });
    given.take(
        "width"_L1, [](const QString &text) { return readWholeNumber(text, 1, 10'000); },
        [&picture](int width) { picture.width = width; });
}

/// Results and the window name a source by its id and title, which addresses on one host have in common.
Source withUniqueName(Source address, const QList<Source> &others)
{
    QStringList ids;
    for (const Source &other : others)
        ids.append(other.id);
    const QString id = uniqueSourceId(address.id, ids);
    if (id != address.id)
        address.title = u"%1 (%2)"_s.arg(address.title, id.sliced(address.id.size() + 1));
    address.id = id;
    return address;
}

void readServers(GivenOptions &given, Options &options)
{
    QList<Source> resolved;
    for (const QString &server : given.values("server"_L1)) {
        const auto source = options.sources.resolve(server);
        if (!source)
            return given.fail(source.error().text);
        if (resolved.contains(*source))
            return given.fail(SourceOptions::tr("--server %1: this source is given twice")
                                  .arg(GivenOptions::shown(server)));
        resolved.append(*source);
        const QList<Source> &listed = options.sources.sources();
        options.namedSources.append(
            listed.contains(*source) ? *source : withUniqueName(*source, listed + options.namedSources));
    }
    if (options.mode == Mode::Compare && options.namedSources.size() != 2)
        given.fail(
            SourceOptions::tr("--compare: two sources are needed, as in --compare -s builtin -s flagcdn"));
    if (options.mode == Mode::Measure && options.namedSources.size() > 1)
        given.fail(SourceOptions::tr("--measure-limits: only one source can be measured at a time"));
    if (options.mode == Mode::Measure && options.namedSources.isEmpty())
        options.namedSources = {SourceList::shipped().resolve(u"builtin-slow"_s).value()};
}

/// The first source must have the requested pictures. The others use them if they have them.
void choosePictures(GivenOptions &given, Options &options)
{
    if (options.namedSources.isEmpty() && options.picture != PictureChoice())
        options.namedSources.append(options.sources.sources().first());
    for (qsizetype number = 0; number < options.namedSources.size(); ++number) {
        auto chosen = withPicture(options.namedSources.at(number), options.picture);
        if (chosen)
            options.namedSources[number] = *std::move(chosen);
        else if (number == 0)
            return given.fail(chosen.error());
    }
}

void readPictures(GivenOptions &given, Options &options)
{
    given.take("pictures"_L1, readFolder,
        [&options](const QString &folder) { options.servers.picturesFolder = folder; });
    const QString folder = given.value("pictures"_L1);
    if (!given.error() && given.isSet("pictures"_L1) && !findPictures(PictureSet::FlagIcons, folder))
        given.fail(SourceOptions::tr("--pictures %1: there are no pictures named {cc}.svg in this folder")
                       .arg(GivenOptions::shown(folder)));
}

void readFaultSettings(GivenOptions &given, Options &options)
{
    const auto requests = [&options](Embedded kind) {
        return std::ranges::any_of(
            options.namedSources, [kind](const Source &source) { return source.embedded == kind; });
    };
    const bool isMeasured = options.mode == Mode::Measure;
    const bool headless = options.mode == Mode::Headless || options.mode == Mode::Compare || isMeasured;
    for (const QLatin1StringView option : {"delay"_L1, "capacity"_L1}) {
        if (headless && given.isSet(option) && !requests(Embedded::Slow))
            return given.fail(SourceOptions::tr(
                "--%1: it can be used only together with --server builtin-slow, or with --serve")
                                  .arg(option));
    }
    const bool hasErrors = requests(Embedded::Faulty) || (isMeasured && requests(Embedded::Slow));
    if (headless && given.isSet("error-rate"_L1) && !hasErrors)
        return given.fail(SourceOptions::tr(
            "--error-rate: it can be used only together with --server builtin-faulty, or with --serve"));
    if (headless && given.isSet("seed"_L1) && !requests(Embedded::Slow) && !requests(Embedded::Faulty))
        return given.fail(SourceOptions::tr("--seed: it can be used only together with --server builtin-slow "
                                            "or builtin-faulty, or with --serve"));

    const bool hasBuiltin = std::ranges::any_of(
        requestedSources(options), [](const Source &source) { return source.embedded != Embedded::No; });
    if (options.mode == Mode::Headless && given.isSet("block-loop"_L1) && !hasBuiltin)
        return given.fail(
            SourceOptions::tr("--block-loop: it can be used only together with a built-in source"));

    FaultSettings &served = options.serve.faults;
    FaultSettings &slow = options.servers.slow;
    FaultSettings &faulty = options.servers.faulty;
    if (isMeasured)
        slow = defaultMeasuredFaults();
    given.take("delay"_L1, readDelayRange, [&](const DelayRange &range) {
        served.shortestDelay = slow.shortestDelay = range.shortest;
        served.longestDelay = slow.longestDelay = range.longest;
    });
    given.take("error-rate"_L1, readShare, [&](double rate) {
        served.errorRate = faulty.errorRate = rate;
        if (isMeasured)
            slow.errorRate = rate;
    });
    given.take(
        "capacity"_L1,
        [](const QString &text) { return readWholeNumber(text, 0, TransferSettings::maximalLimit); },
        [&](int capacity) { served.capacity = slow.capacity = capacity; });
    given.take(
        "block-loop"_L1,
        [](const QString &text) { return readWholeNumber(text, 0, int(LoopBlocker::longest.count())); },
        [&](int time) { options.servers.blockedLoop = std::chrono::milliseconds(time); });
    given.take("seed"_L1, readSeed, [&](quint32 seed) { served.seed = slow.seed = faulty.seed = seed; });
}

} // namespace

OptionGroup sourceOptions()
{
    return {SourceOptions::tr("Source"),
        {
            {u"server"_s, u"s"_s, u"S"_s,
                SourceOptions::tr(
                    "the source: its name (default: builtin) or an address, see Sources below; give the "
                    "option again to add a source for flags that the earlier ones do not have"),
                sourceModes},
            {u"format"_s, {}, u"F"_s,
                SourceOptions::tr("picture format, if the source has several: svg, png, webp, jpg, gif"),
                downloadModes},
            {u"width"_s, {}, u"N"_s,
                SourceOptions::tr(
                    "picture width in pixels, if the source has several; --list-sources shows them"),
                downloadModes},
            {u"sources"_s, {}, u"FILE"_s, SourceOptions::tr("read more sources from a JSON file"),
                sourceModes | Mode::List},
            {u"pictures"_s, {}, u"DIR"_s,
                SourceOptions::tr("folder with the {cc}.svg pictures that the built-in sources serve"),
                everyMode},
            {u"delay"_s, {}, u"MIN-MAX"_s,
                SourceOptions::tr("seconds before each response of builtin-slow (default: 0.5-5; 0.1-0.3 "
                                  "with --measure-limits) or of --serve (default: 0)"),
                everyMode},
            {u"error-rate"_s, {}, u"P"_s,
                SourceOptions::tr("share of the requests that builtin-faulty (default: 25%) or --serve "
                                  "(default: 0) answers with status 418, such as 0.25 or 25%"),
                everyMode},
            {u"capacity"_s, {}, u"N"_s,
                SourceOptions::tr("number of requests that builtin-slow or --serve handles at once, 0 to "
                                  "1000; more wait their turn (default: 0, any number; 10 with "
                                  "--measure-limits)"),
                everyMode},
            {u"seed"_s, {}, u"N"_s,
                SourceOptions::tr(
                    "seed of these random delays and errors; the same number repeats them (default: 1)"),
                everyMode},
            {u"block-loop"_s, {}, u"MS"_s,
                SourceOptions::tr("demonstration: block the event loop for 0 to 1000 milliseconds at each "
                                  "flag of a built-in source (default: 0)"),
                downloadModes},
        }};
}

void readSourceOptions(GivenOptions &given, Options &options)
{
    options.sources = SourceList::shipped();
    if (options.mode != Mode::Serve)
        readOwnSources(options);
    readSourcesFile(given, options);
    readPicture(given, options.picture);
    readServers(given, options);
    choosePictures(given, options);
    readPictures(given, options);
    readFaultSettings(given, options);
}

OptionGroup networkOptions()
{
    return {SourceOptions::tr("Network"),
        {
            {u"max-req"_s, u"m"_s, u"N"_s,
                SourceOptions::tr("number of simultaneous requests to each source, 1 to 1000 (default: the "
                                  "limit of the source)"),
                downloadModes | Mode::Compare | setModes},
            {u"timeout"_s, {}, u"SECONDS"_s, SourceOptions::tr("time limit for one request (default: 30)"),
                sourceModes | setModes},
            {u"proxy"_s, {}, u"URL"_s,
                SourceOptions::tr("http://host:port, socks5://host:port, none, or system (default)"),
                sourceModes | setModes},
            {u"ca-file"_s, {}, u"PEM"_s,
                SourceOptions::tr("trust these certificates in addition to those of the system"),
                sourceModes | setModes},
        }};
}

void readNetworkOptions(GivenOptions &given, Options &options)
{
    TransferSettings &transfer = options.transfer;
    given.take(
        "max-req"_L1,
        [](const QString &text) { return readWholeNumber(text, 1, TransferSettings::maximalLimit); },
        [&options](int limit) { options.requestLimit = limit; });
    given.take(
        "timeout"_L1, readSeconds, [&](std::chrono::milliseconds deadline) { transfer.deadline = deadline; });
    given.take("ca-file"_L1, readCertificates,
        [&](const QList<QSslCertificate> &certificates) { transfer.extraCertificates = certificates; });

    if (const auto choice = proxyWords.valueOf(given.value("proxy"_L1)))
        transfer.proxyChoice = *choice;
    else
        given.take("proxy"_L1, readProxy, [&](const QNetworkProxy &proxy) {
            transfer.proxyChoice = ProxyChoice::Given;
            transfer.proxy = proxy;
        });
}
