#include "ui/sets/setglance.h"

#include "app/failures/failuretext.h"
#include "app/sets/loadedset.h"
#include "app/sets/settext.h"

#include <QCoreApplication>
#include <QDir>

namespace {
struct SetGlanceText
{
    Q_DECLARE_TR_FUNCTIONS(SetGlanceText)
};
} // namespace

QString SetGlance::problem() const
{
    if (failure)
        return failureText(*failure, QDir::toNativeSeparators(folder));
    if (isNewer)
        return failureText({FailureKind::NewerSet, 0, {}}, {});
    if (damage.isEmpty())
        return {};
    return SetGlanceText::tr(
        "flags.json in this folder cannot be understood (%1). The next download keeps it aside and "
        "makes a new one from the files.")
        .arg(damage);
}

QString SetGlance::restText() const
{
    if (!rest || isNewer)
        return {};
    return interruptionText(rest->missing, rest->total);
}

SetGlance glanceAt(const QString &folder, const std::stop_token &stop)
{
    SetGlance glance{.folder = folder};
    const auto loaded = loadSet(folder, stop);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    if (set == nullptr) {
        glance.failure = std::get<Failure>(loaded);
        return glance;
    }
    glance.flags = int(set->manifest.flags.size());
    glance.isNewer = set->isNewer;
    glance.damage = set->damage;
    if (const auto rest = set->rest())
        glance.rest = {.missing = int(rest->countMissing()), .total = int(rest->countAll())};
    return glance;
}
