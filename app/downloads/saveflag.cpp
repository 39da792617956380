#include "app/downloads/saveflag.h"

#include "app/downloads/checkflag.h"
#include "app/downloads/flagfiles.h"
#include "app/downloads/flagrenditions.h"
#include "app/sets/flagreader.h"
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

bool keepsOriginal(const SaveOrder &order)
{
    return order.known ? order.known->isKept || order.known->derived.isEmpty()
                       : order.conversion.keepsOriginal || order.conversion.orders.isEmpty();
}

/// Without it the server is asked for the whole picture again, no more.
QByteArray storable(const QByteArray &header)
{
    return FlagReader::isHeaderValue(header) ? header : QByteArray();
}

/// What a set will say of the flag, but for a new name and what is made of its picture.
SetFlag entryFor(const SaveOrder &order, const SavedFlag &flag)
{
    if (order.purpose == BatchPurpose::Restore)
        return *order.known;
    const QString id = order.set ? order.set->manifest().idOf(order.origin.source) : order.origin.source.id;
    return {.code = order.country.code,
        .country = flag.name,
        .source = id,
        .file = order.known ? order.known->file : QString(),
        .isKept = flag.isOriginalKept,
        .url = order.origin.url,
        .etag = storable(order.origin.validators.etag),
        .lastModified = storable(order.origin.validators.lastModified),
        .sha256 = flag.sha256,
        .bytes = order.picture.size(),
        .pixels = flag.pixels,
        .time = QDateTime::currentDateTimeUtc(),
        .licence = order.origin.source.licence};
}

/// The files are what they should be already; the server may have new words for them.
SavedFlag unchanged(const SaveOrder &order, SetFlag entry, SavedFlag flag)
{
    entry.derived = order.known->derived;
    if (order.set)
        order.set->confirm(entry);
    flag.state = FlagState::Unchanged;
    flag.path = QDir(order.save.folder).filePath(entry.fileToShow());
    return flag;
}

/// Tells the flag what it wrote.
std::optional<Failure> saveFiles(const SaveOrder &order, const Picture &picture,
    const QList<FlagRendition> &renditions, FlagFiles &files, SavedFlag &flag)
{
    for (const FlagRendition &made : renditions) {
        const auto bytes = bytesOf(made, picture);
        if (const auto *failure = std::get_if<Failure>(&bytes))
            return *failure;
        const auto &[entry, rendition] = made;
        const auto written = files.writeNextDerived(std::get<QByteArray>(bytes));
        if (const auto *failure = std::get_if<Failure>(&written))
            return *failure;
        flag.derived.append({.path = std::get<WrittenFile>(written).path,
            .order = rendition.order,
            .crop = cropCalled(entry.crop).value_or(Crop::None),
            .size = rendition.size,
            .bytes = entry.bytes,
            .sha256 = entry.sha256,
            .wasKept = std::get<WrittenFile>(written).wasKept});
    }
    if (flag.isOriginalKept) {
        if (const auto failure = files.writeOriginal(order.picture))
            return failure;
        flag.path = files.originalPath();
    } else if (!flag.derived.isEmpty()) {
        flag.path = flag.derived.first().path;
    }
    return std::nullopt;
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
    // A manifest from elsewhere may call another source so than this set does.
    if (order.known && order.set)
        order.known->source = order.set->manifest().idOf(order.origin.source);
    auto checked = checkFlag(order);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    auto &[picture, name, thumbnail] = std::get<CheckedFlag>(checked);

    SavedFlag flag;
    flag.name = name;
    flag.sha256 = sha256(order.picture);
    flag.pixels = picture.naturalSize().toSize();
    flag.thumbnail = thumbnail;
    flag.isOriginalKept = keepsOriginal(order);
    const QString ending = endingOf(picture.format());
    const bool isAsKnown = order.known && order.known->sha256 == flag.sha256;
    if (order.purpose == BatchPurpose::Restore && !isAsKnown)
        return failed({FailureKind::OtherPicture, 0, {}});
    if (order.known && !isAsKnown && flag.isOriginalKept && !order.known->file.endsWith(u'.' + ending))
        return failed({FailureKind::OtherFormat, 0, ending});
    SetFlag entry = entryFor(order, flag);
    if (isAsKnown && order.isIntact)
        return unchanged(order, entry, flag);
    const NameParts parts{.country = order.country,
        .name = name,
        .source = entry.source,
        .width = flag.pixels.width(),
        .ending = ending};
    if (!order.known)
        entry.file = order.save.nameTemplate.pathOf(parts);

    const auto made = renditionsFor(order, picture, parts);
    if (const auto *failure = std::get_if<Failure>(&made))
        return failed(*failure);
    const auto &renditions = std::get<FlagRenditions>(made);
    entry.derived.clear();
    for (const FlagRendition &rendition : renditions.made)
        entry.derived.append(rendition.entry);
    entry.derived += renditions.inPlace;

    FlagFiles files(order, entry);
    if (const auto failure = saveFiles(order, picture, renditions.made, files, flag)) {
        files.writeDownPart();
        return failed(*failure);
    }
    files.writeDown();
    if (renditions.shortfall)
        return failed(*renditions.shortfall);
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
