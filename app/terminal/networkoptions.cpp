#include "app/terminal/networkoptions.h"

#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

using namespace Qt::StringLiterals;

namespace {

struct NetworkOptions
{
    Q_DECLARE_TR_FUNCTIONS(NetworkOptions)
};

} // namespace

OptionGroup networkOptions()
{
    return {NetworkOptions::tr("Network"),
        {
            {u"max-req"_s, u"m"_s, u"N"_s,
                NetworkOptions::tr("requests in flight at each source, at most; 1 to 1000 (default: what the "
                                   "source bears)"),
                askingModes | setModes},
            {u"timeout"_s, {}, u"SECONDS"_s,
                NetworkOptions::tr("how long one request may take (default: 30)"), askingModes | setModes},
            {u"proxy"_s, {}, u"URL"_s,
                NetworkOptions::tr("http://host:port, socks5://host:port, none, or system (default)"),
                askingModes | setModes},
            {u"ca-file"_s, {}, u"PEM"_s, NetworkOptions::tr("certificates to trust besides the system's"),
                askingModes | setModes},
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

    if (given.value("proxy"_L1) == "none"_L1)
        transfer.proxyChoice = ProxyChoice::None;
    else if (given.value("proxy"_L1) != "system"_L1)
        given.take("proxy"_L1, readProxy, [&](const QNetworkProxy &proxy) {
            transfer.proxyChoice = ProxyChoice::Given;
            transfer.proxy = proxy;
        });
}
