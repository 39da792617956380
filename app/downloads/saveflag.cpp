#include "app/downloads/saveflag.h"

#include "app/downloads/checkflag.h"
#include "app/downloads/conversionjson.h"
#include "app/downloads/flagfiles.h"
#include "app/downloads/saverenditions.h"
#include "app/storage/sha256.h"

#include <QDir>

#include <sys/resource.h>

#include <exception>
#include <utility>

namespace {

SavedFlag failed(const Failure &failure)
{
    SavedFlag flag;
    flag.failure = failure;
    return flag;
}

/// What a set will say of the flag, but for what is made of its picture.
SetFlag entryFor(const SaveOrder &order, const QString &name, const QSize &pixels)
{
    const QString id = order.set ? order.set->manifest().idOf(order.origin.source) : order.origin.source.id;
    return {.code = order.country.code,
        .country = name,
        .source = id,
        .file = order.known ? order.known->file : QString(),
        .isKept = order.conversion.keepsOriginal || order.conversion.orders.isEmpty(),
        .url = order.origin.url,
        .etag = order.origin.validators.etag,
        .lastModified = order.origin.validators.lastModified,
        .sha256 = sha256(order.picture),
        .bytes = order.picture.size(),
        .pixels = pixels,
        .time = QDateTime::currentDateTimeUtc(),
        .licence = order.origin.source.licence};
}

/// The files are what they should be already; the server may have new words for them.
SavedFlag unchanged(const SaveOrder &order, SetFlag entry, SavedFlag flag)
{
    entry.derived = order.known->derived;
    if (order.set)
        order.set->confirm(order.purpose == BatchPurpose::Restore ? *order.known : entry);
    flag.state = FlagState::Unchanged;
    flag.path = QDir(order.save.folder).filePath(entry.file);
    return flag;
}

/// Drawing many flags keeps every processor busy; a window that shares them is to be quicker all the same.
void stepBehindOtherThreads()
{
    constexpr int niceness = 10;
    [[maybe_unused]] thread_local const int result = ::setpriority(PRIO_PROCESS, 0, niceness);
}

} // namespace

SavedFlag saveFlag(const SaveOrder &given)
{
    SaveOrder order = given;
    if (order.known)
        order.conversion = conversionOf(*order.known);
    // A manifest from elsewhere may call another source so than this set does.
    if (order.known && order.set)
        order.known->source = order.set->manifest().idOf(order.origin.source);
    auto checked = checkFlag(order);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    auto &[picture, name, thumbnail] = std::get<CheckedFlag>(checked);

    SetFlag entry = entryFor(order, name, picture.naturalSize().toSize());
    const NameParts parts{.country = order.country,
        .name = name,
        .source = entry.source,
        .width = entry.pixels.width(),
        .ending = endingOf(picture.format())};
    if (!order.known)
        entry.file = order.save.nameTemplate.pathOf(parts);

    SavedFlag flag;
    flag.name = name;
    flag.sha256 = entry.sha256;
    flag.pixels = entry.pixels;
    flag.thumbnail = thumbnail;
    flag.isOriginalKept = entry.isKept;
    const bool isAsKnown = order.known && order.known->sha256 == entry.sha256;
    if (order.purpose == BatchPurpose::Restore && !isAsKnown)
        return failed({FailureKind::OtherPicture, 0, {}});
    if (isAsKnown && order.isIntact)
        return unchanged(order, entry, flag);

    FlagFiles files(order, entry);
    auto derived = saveRenditions(order, picture, parts, files);
    if (const auto *failure = std::get_if<Failure>(&derived))
        return failed(*failure);
    flag.derived = std::get<QList<DerivedPicture>>(std::move(derived));
    if (flag.isOriginalKept) {
        if (const auto failure = files.writeOriginal(order.picture))
            return failed(*failure);
    }
    files.writeDown();
    flag.path = flag.isOriginalKept ? files.originalPath() : flag.derived.first().path;
    flag.state = files.areAllKept() ? FlagState::Skipped : FlagState::Saved;
    flag.isChanged = order.known && !isAsKnown;
    return flag;
}

SavedFlag carryOut(const SaveTask &task, const SaveOrder &order) noexcept
{
    stepBehindOtherThreads();
    try {
        return task(order);
    } catch (const std::exception &exception) {
        return failed({FailureKind::Internal, 0, QString::fromLocal8Bit(exception.what())});
    } catch (...) {
        return failed({FailureKind::Internal, 0, {}});
    }
}
