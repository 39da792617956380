#include "app/downloads/saveflag.h"

#include "app/downloads/metadata.h"
#include "app/images/picture.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/outputfolder.h"
#include "app/storage/sha256.h"

#include <QDir>

#include <sys/resource.h>

#include <exception>

namespace {

SavedFlag failed(const Failure &failure)
{
    SavedFlag flag;
    flag.failure = failure;
    return flag;
}

/// Drawing many flags keeps every processor busy; a window that shares them is to be quicker all the same.
void stepBehindOtherThreads()
{
    constexpr int niceness = 10;
    [[maybe_unused]] thread_local const int result = ::setpriority(PRIO_PROCESS, 0, niceness);
}

} // namespace

SavedFlag saveFlag(const SaveOrder &order)
{
    auto checked = Picture::fromBytes(order.picture);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    auto name = order.metadata ? countryInMetadata(*order.metadata, order.metadataName)
                               : std::variant<QString, Failure>(order.country.name);
    if (const auto *failure = std::get_if<Failure>(&name))
        return failed(*failure);
    const auto &picture = std::get<Picture>(checked);
    QImage thumbnail;
    if (!order.thumbnailSize.isEmpty()) {
        thumbnail = picture.fittedInto(order.thumbnailSize);
        if (thumbnail.isNull())
            return failed({FailureKind::NotAPicture, 0, {}});
    }

    const QString fileName = order.save.nameTemplate.pathOf(
        {.country = order.country, .name = std::get<QString>(name), .ending = endingOf(picture.format())});
    if (const auto failure = makeSubfolders(order.save.folder, fileName))
        return failed(*failure);
    const auto written
        = writeAtomically(QDir(order.save.folder).filePath(fileName), order.picture, order.save.conflict);
    if (const auto *failure = std::get_if<Failure>(&written))
        return failed(*failure);

    const auto &file = std::get<WrittenFile>(written);
    SavedFlag flag;
    flag.state = file.wasKept ? FlagState::Skipped : FlagState::Saved;
    flag.name = std::get<QString>(name);
    flag.path = file.path;
    flag.sha256 = sha256(order.picture);
    flag.thumbnail = thumbnail;
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
