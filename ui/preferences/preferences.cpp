#include "ui/preferences/preferences.h"

#include "app/downloads/loopblocker.h"
#include "app/language/translation.h"
#include "app/storage/storedvalues.h"
#include "app/terminal/optionvalues.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct PreferencesText
{
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

constexpr auto languageKey = "window/language"_L1;
constexpr auto startFolderKey = "start/folder"_L1;
constexpr auto askKey = "quit/ask"_L1;
constexpr auto notifyKey = "notifications/batchEnd"_L1;
constexpr auto mostAtOnceKey = "network/mostAtOnce"_L1;
constexpr auto deadlineKey = "network/timeout"_L1; // seconds
constexpr auto proxyChoiceKey = "network/proxy"_L1;
constexpr auto proxyAddressKey = "network/proxyAddress"_L1;
constexpr auto coloursKey = "appearance/colours"_L1;
constexpr auto reduceMotionKey = "appearance/reduceMotion"_L1;
constexpr auto shortestDelayKey = "faults/shortestDelay"_L1; // milliseconds
constexpr auto longestDelayKey = "faults/longestDelay"_L1;
constexpr auto errorRateKey = "faults/errorRate"_L1; // 0 to 1
constexpr auto slowSeedKey = "faults/slowSeed"_L1;
constexpr auto faultySeedKey = "faults/faultySeed"_L1;
constexpr auto blockedLoopKey = "faults/blockedLoop"_L1; // milliseconds

constexpr auto proxyWords = wordTable<ProxyChoice>({
    {ProxyChoice::System, "system"_L1},
    {ProxyChoice::None, "none"_L1},
    {ProxyChoice::Given, "given"_L1},
});

template <typename T>
void write(QSettings &settings, QLatin1StringView key, const T &value, const T &usual)
{
    if (value == usual)
        settings.remove(key);
    else
        settings.setValue(key, value);
}

quint32 readSeed(const QSettings &settings, QLatin1StringView key, quint32 usual)
{
    bool ok = false;
    const uint seed = settings.value(key).toUInt(&ok);
    return ok ? seed : usual;
}

QString readLanguage(const QSettings &settings)
{
    const QString tag = settings.value(languageKey).toString();
    const QList<InterfaceLanguage> languages = interfaceLanguages();
    const bool isKnown = std::ranges::find(languages, tag, &InterfaceLanguage::tag) != languages.cend();
    return isKnown ? tag : QString();
}

void readProxyChoice(const QSettings &settings, Preferences &read)
{
    const QString address = settings.value(proxyAddressKey).toString();
    const auto choice = proxyWords.valueOf(settings.value(proxyChoiceKey).toString());
    if (choice == ProxyChoice::Given && !proxyProblem(address).isEmpty())
        return;
    read.proxyChoice = choice.value_or(ProxyChoice::System);
    if (proxyProblem(address).isEmpty())
        read.proxy = address;
}

void readFaults(const QSettings &settings, Preferences &read)
{
    constexpr int hour = 60 * 60 * 1000; // milliseconds, as for --delay
    const auto shortest = storedNumber(settings, shortestDelayKey, 0, hour);
    const auto longest = storedNumber(settings, longestDelayKey, 0, hour);
    if (shortest)
        read.slow.shortestDelay = std::chrono::milliseconds(*shortest);
    if (longest)
        read.slow.longestDelay = std::chrono::milliseconds(*longest);
    read.slow.longestDelay = std::max(read.slow.shortestDelay, read.slow.longestDelay);
    bool ok = false;
    const double rate = settings.value(errorRateKey).toDouble(&ok);
    if (ok && rate >= 0 && rate <= 1)
        read.faulty.errorRate = rate;
    read.slow.seed = readSeed(settings, slowSeedKey, read.slow.seed);
    read.faulty.seed = readSeed(settings, faultySeedKey, read.faulty.seed);
    if (const auto blocked = storedNumber(settings, blockedLoopKey, 0, int(LoopBlocker::longest.count())))
        read.blockedLoop = std::chrono::milliseconds(*blocked);
}

} // namespace

Preferences Preferences::load()
{
    const QSettings settings;
    Preferences read;
    read.language = readLanguage(settings);
    const QString folder = settings.value(startFolderKey).toString();
    if (QDir::isAbsolutePath(folder))
        read.startFolder = folder;
    read.asksBeforeQuitting = storedSwitch(settings, askKey).value_or(true);
    read.notifiesOfBatchEnd = storedSwitch(settings, notifyKey).value_or(true);
    read.mostAtOnce = storedNumber(settings, mostAtOnceKey, 1, TransferSettings::maximalLimit);
    if (const auto seconds = storedNumber(settings, deadlineKey, 1, int(longestDeadline.count())))
        read.deadline = std::chrono::seconds(*seconds);
    readProxyChoice(settings, read);
    read.colours = colourSchemeWords.valueOf(settings.value(coloursKey).toString()).value_or(read.colours);
    read.reducesMotion = storedSwitch(settings, reduceMotionKey).value_or(false);
    readFaults(settings, read);
    return read;
}

void Preferences::store() const
{
    using std::chrono::duration_cast;
    const Preferences usual;
    QSettings settings;
    const auto inSeconds = [](const Preferences &each) {
        return int(duration_cast<std::chrono::seconds>(each.deadline).count());
    };
    const auto inMilliseconds = [](std::chrono::milliseconds time) { return int(time.count()); };
    write(settings, languageKey, language, usual.language);
    write(settings, startFolderKey, startFolder, usual.startFolder);
    write(settings, askKey, asksBeforeQuitting, usual.asksBeforeQuitting);
    write(settings, notifyKey, notifiesOfBatchEnd, usual.notifiesOfBatchEnd);
    write(settings, mostAtOnceKey, mostAtOnce.value_or(0), usual.mostAtOnce.value_or(0));
    write(settings, deadlineKey, inSeconds(*this), inSeconds(usual));
    write(settings, proxyChoiceKey, QString(proxyWords.wordOf(proxyChoice)),
        QString(proxyWords.wordOf(usual.proxyChoice)));
    write(settings, proxyAddressKey, proxy, usual.proxy);
    write(settings, coloursKey, QString(colourSchemeWords.wordOf(colours)),
        QString(colourSchemeWords.wordOf(usual.colours)));
    write(settings, reduceMotionKey, reducesMotion, usual.reducesMotion);
    write(settings, shortestDelayKey, inMilliseconds(slow.shortestDelay),
        inMilliseconds(usual.slow.shortestDelay));
    write(settings, longestDelayKey, inMilliseconds(slow.longestDelay),
        inMilliseconds(usual.slow.longestDelay));
    write(settings, errorRateKey, faulty.errorRate, usual.faulty.errorRate);
    write(settings, slowSeedKey, slow.seed, usual.slow.seed);
    write(settings, faultySeedKey, faulty.seed, usual.faulty.seed);
    write(settings, blockedLoopKey, inMilliseconds(blockedLoop), inMilliseconds(usual.blockedLoop));
}

QString proxyProblem(const QString &address)
{
    if (address.isEmpty())
        return PreferencesText::tr("Type the address of the proxy, such as http://proxy.example:3128.");
    const auto proxy = readProxy(address);
    if (!proxy)
        return PreferencesText::tr(
            "%1 is not the address of a proxy. Type http://host:port or socks5://host:port.")
            .arg(GivenOptions::shown(address));
    if (!proxy->password().isEmpty())
        return PreferencesText::tr(
            "Passwords are not stored. To use this address, start Flagfetch with --proxy or http_proxy.");
    return {};
}
