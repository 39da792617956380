#include "app/terminal/optionsreader.h"

#include "app/builtin/flagpictures.h"
#include "app/countries/catalogue.h"
#include "app/countries/codeselection.h"
#include "app/sources/webaddress.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

#include <QCommandLineParser>
#include <QFile>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// A word as a message can repeat it: any may be an address with a password in it.
QString shown(const QString &word)
{
    return word.isEmpty() ? u"''"_s : shownAddress(word);
}

} // namespace

OptionsReader::OptionsReader(const QCommandLineParser &parser, const Catalogue &catalogue)
    : m_parser(parser)
    , m_catalogue(catalogue)
{
}

CommandLine OptionsReader::read()
{
    readMode();
    readCountries();
    readSource();
    readFiles();
    readNetwork();
    readServing();
    if (m_error)
        return *m_error;
    return std::move(m_options);
}

void OptionsReader::fail(const QString &text)
{
    if (!m_error)
        m_error = UsageError{text};
}

bool OptionsReader::isSet(QLatin1StringView option) const
{
    return m_parser.isSet(option);
}

QString OptionsReader::value(QLatin1StringView option) const
{
    return m_parser.value(option);
}

template <typename Read, typename Use>
void OptionsReader::take(QLatin1StringView option, Read readValue, Use use)
{
    if (!isSet(option))
        return;
    auto result = readValue(value(option));
    if (const auto *bad = std::get_if<BadValue>(&result))
        fail(tr("--%1 %2: %3").arg(option, shown(value(option)), bad->reason));
    else
        use(std::get<0>(std::move(result)));
}

void OptionsReader::readMode()
{
    if (isSet("serve"_L1) && isSet("headless"_L1))
        return fail(tr("--serve and --headless: only one of them can be given"));
    if (isSet("list-countries"_L1) && isSet("list-sources"_L1))
        return fail(tr("--list-countries and --list-sources: only one of them can be given"));
    const bool lists = isSet("list-countries"_L1) || isSet("list-sources"_L1);
    m_options.mode = lists     ? Mode::List
        : isSet("serve"_L1)    ? Mode::Serve
        : isSet("headless"_L1) ? Mode::Headless
                               : Mode::Window;
    if (isSet("language"_L1))
        m_options.language = value("language"_L1);
    m_options.verbose = isSet("verbose"_L1);
    m_options.json = isSet("json"_L1);

    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries) {
            if (!m_parser.isSet(entry.longName) || entry.usableIn.testFlag(usableIn(m_options.mode)))
                continue;
            if (m_options.mode == Mode::Serve)
                return fail(tr("--%1: it cannot be used together with --serve").arg(entry.longName));
            if (m_options.mode == Mode::List)
                return fail(tr("--%1: it cannot be used while a list is asked for").arg(entry.longName));
            const QString needed = entry.usableIn == UsableInFlags(UsableIn::Serve) ? u"serve"_s
                : entry.usableIn == UsableInFlags(UsableIn::List)                   ? u"list-countries"_s
                                                                                    : u"headless"_s;
            return fail(tr("--%1: it can be used only together with --%2").arg(entry.longName, needed));
        }
    }
}

void OptionsReader::readCountries()
{
    const QStringList words = m_parser.positionalArguments();
    if (isSet("all"_L1) && isSet("every"_L1))
        return fail(tr("--all and --every: only one of them can be given"));
    if (!words.isEmpty() && m_options.mode == Mode::Serve)
        return fail(tr("%1: no codes can be given together with --serve").arg(shown(words.first())));
    if (!words.isEmpty() && m_options.mode == Mode::List)
        return fail(tr("%1: no codes can be given while a list is asked for").arg(shown(words.first())));
    for (const QLatin1StringView option : {"all"_L1, "every"_L1}) {
        if (!words.isEmpty() && isSet(option))
            return fail(tr("%1: no codes can be given together with --%2").arg(shown(words.first()), option));
    }

    using Kind = CountryChoice::Kind;
    if (isSet("all"_L1))
        m_options.countries.kind = Kind::All;
    else if (isSet("every"_L1))
        m_options.countries.kind = Kind::Every;
    else if (!words.isEmpty())
        readWords();
    take(
        "limit"_L1,
        [](const QString &text) { return readWholeNumber(text, 1, std::numeric_limits<int>::max()); },
        [this](int limit) { m_options.countries.limit = limit; });
}

void OptionsReader::readWords()
{
    auto codes = codesFromWords(m_parser.positionalArguments(), m_catalogue);
    if (const auto *unknown = std::get_if<UnknownCode>(&codes))
        return fail(tr("%1: this is no country's code; allowed are two letters (CN), three (CHN), or one (B "
                       "for BA to BZ)")
                        .arg(shown(unknown->word)));
    m_options.countries.kind = CountryChoice::Kind::Named;
    m_options.countries.named = std::get<QStringList>(std::move(codes));
}

void OptionsReader::readSource()
{
    m_options.sources = SourceList::shipped();
    readSourcesFile();
    if (isSet("server"_L1)) {
        auto source = m_options.sources.resolve(value("server"_L1));
        if (const auto *problem = std::get_if<SourceProblem>(&source))
            return fail(problem->text);
        m_options.source = std::get<Source>(std::move(source));
    }
    take("pictures"_L1, readFolder,
        [this](const QString &folder) { m_options.servers.picturesFolder = folder; });
    if (!m_error && isSet("pictures"_L1) && !findPicturesFolder(value("pictures"_L1)))
        fail(tr("--pictures %1: there are no pictures named {cc}.svg in this folder")
                 .arg(shown(value("pictures"_L1))));
    readChance();
}

void OptionsReader::readSourcesFile()
{
    if (!isSet("sources"_L1))
        return;
    const QString fileName = value("sources"_L1);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            tr("--sources %1: the file cannot be read (%2)").arg(shown(fileName), file.errorString()));
    const auto added = SourceList::fromJson(file.readAll(), fileName);
    if (const auto *problem = std::get_if<SourceProblem>(&added))
        return fail(problem->text);
    m_options.sources = m_options.sources.joinedWith(std::get<SourceList>(added));
}

void OptionsReader::readChance()
{
    const Embedded embedded = m_options.source ? m_options.source->embedded : Embedded::No;
    const bool headless = m_options.mode == Mode::Headless;
    if (headless && isSet("delay"_L1) && embedded != Embedded::Slow)
        return fail(tr("--delay: it can be used only together with --server builtin-slow, or with --serve"));
    if (headless && isSet("error-rate"_L1) && embedded != Embedded::Faulty)
        return fail(
            tr("--error-rate: it can be used only together with --server builtin-faulty, or with --serve"));
    if (headless && isSet("seed"_L1) && embedded != Embedded::Slow && embedded != Embedded::Faulty)
        return fail(tr("--seed: it can be used only together with --server builtin-slow or builtin-faulty, "
                       "or with --serve"));

    ServerManners &served = m_options.serve.manners;
    ServerManners &slow = m_options.servers.slow;
    ServerManners &faulty = m_options.servers.faulty;
    take("delay"_L1, readDelayRange, [&](const DelayRange &range) {
        served.shortestDelay = slow.shortestDelay = range.shortest;
        served.longestDelay = slow.longestDelay = range.longest;
    });
    take("error-rate"_L1, readShare, [&](double rate) { served.errorRate = faulty.errorRate = rate; });
    take("seed"_L1, readSeed, [&](quint32 seed) { served.seed = slow.seed = faulty.seed = seed; });
}

void OptionsReader::readFiles()
{
    take("output"_L1, readOutputFolder, [this](const QString &folder) { m_options.folder = folder; });
    take("name"_L1, readNameTemplate, [this](const QString &name) { m_options.save.nameTemplate = name; });
    take("conflict"_L1, readConflictPolicy,
        [this](ConflictPolicy policy) { m_options.save.conflict = policy; });
}

void OptionsReader::readNetwork()
{
    TransferSettings &transfer = m_options.transfer;
    take(
        "max-req"_L1,
        [](const QString &text) { return readWholeNumber(text, 1, TransferSettings::maximalLimit); },
        [this](int limit) { m_options.requestLimit = limit; });
    take(
        "timeout"_L1, readSeconds, [&](std::chrono::milliseconds deadline) { transfer.deadline = deadline; });
    take("ca-file"_L1, readCertificates,
        [&](const QList<QSslCertificate> &certificates) { transfer.extraCertificates = certificates; });

    if (value("proxy"_L1) == "none"_L1)
        transfer.proxyChoice = ProxyChoice::None;
    else if (value("proxy"_L1) != "system"_L1)
        take("proxy"_L1, readProxy, [&](const QNetworkProxy &proxy) {
            transfer.proxyChoice = ProxyChoice::Given;
            transfer.proxy = proxy;
        });
}

void OptionsReader::readServing()
{
    take(
        "port"_L1,
        [](const QString &text) { return readWholeNumber(text, 0, std::numeric_limits<quint16>::max()); },
        [this](int port) { m_options.serve.port = static_cast<quint16>(port); });
    take("directory"_L1, readFolder, [this](const QString &folder) { m_options.serve.directory = folder; });
}
