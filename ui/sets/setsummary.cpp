#include "ui/sets/setsummary.h"

#include "app/failures/failuretext.h"
#include "app/sets/loadedset.h"
#include "app/sets/settext.h"

#include <QCoreApplication>
#include <QDir>

namespace {
struct SetSummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SetSummaryText)
};
} // namespace

QString SetSummary::problem() const
{
    if (failure)
        return failureText(*failure, QDir::toNativeSeparators(folder));
    if (isNewer)
        return failureText({FailureKind::NewerSet, 0, {}}, {});
    if (damage.isEmpty())
        return {};
    return SetSummaryText::tr(
        "flags.json in this folder cannot be understood (%1). The next download keeps it aside and "
        "makes a new one from the files.")
        .arg(damage);
}

QString SetSummary::restText() const
{
    if (!rest || isNewer)
        return {};
    return interruptionText(rest->missing, rest->total);
}

SetSummary readSetSummary(const QString &folder, const std::stop_token &stop)
{
    SetSummary summary{.folder = folder};
    const auto loaded = loadSet(folder, stop);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    if (set == nullptr) {
        summary.failure = std::get<Failure>(loaded);
        return summary;
    }
    summary.flags = int(set->manifest.flags.size());
    summary.isNewer = set->isNewer;
    summary.damage = set->damage;
    if (const auto rest = set->rest())
        summary.rest = {.missing = int(rest->countMissing()), .total = int(rest->countAll())};
    return summary;
}
