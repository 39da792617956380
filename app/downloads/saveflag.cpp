#include "app/downloads/saveflag.h"

#include "app/downloads/checkflag.h"
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
    const auto checked = checkFlag(order);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    const auto &[picture, name, thumbnail] = std::get<CheckedFlag>(checked);

    const QString fileName = order.save.nameTemplate.pathOf(
        {.country = order.country, .name = name, .ending = endingOf(picture.format())});
    if (const auto failure = makeSubfolders(order.save.folder, fileName))
        return failed(*failure);
    const auto written
        = writeAtomically(QDir(order.save.folder).filePath(fileName), order.picture, order.save.conflict);
    if (const auto *failure = std::get_if<Failure>(&written))
        return failed(*failure);

    const auto &file = std::get<WrittenFile>(written);
    SavedFlag flag;
    flag.state = file.wasKept ? FlagState::Skipped : FlagState::Saved;
    flag.name = name;
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
