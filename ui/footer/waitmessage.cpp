#include "ui/footer/waitmessage.h"

#include "app/downloads/summarytext.h"
#include "ui/grid/flagmodel.h"

#include <QCoreApplication>

namespace {
struct WaitMessage
{
    Q_DECLARE_TR_FUNCTIONS(WaitMessage)
};

} // namespace

QString waitMessage(const FlagModel &model)
{
    const ServerWaits &waits = model.serverWaits();
    const auto longest = waits.longest(SteadyTime::clock::now());
    if (longest.count() == 0)
        return {};
    const QStringList codes = waits.codes();
    const QString who = codes.size() == 1 ? model.countries(codes).first().displayName
                                          : WaitMessage::tr("%n flag(s)", nullptr, int(codes.size()));
    return WaitMessage::tr("%1: %2.", "who: waiting 12 s").arg(who, serverWaitText(longest));
}
