#include "app/downloads/saveflag.h"

#include "app/downloads/checkflag.h"
#include "app/downloads/saverenditions.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/outputfolder.h"
#include "app/storage/sha256.h"

#include <QDir>

#include <sys/resource.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace {

SavedFlag failed(const Failure &failure)
{
    SavedFlag flag;
    flag.failure = failure;
    return flag;
}

std::variant<WrittenFile, Failure> saveOriginal(const SaveOrder &order, const QString &fileName)
{
    if (const auto failure = makeSubfolders(order.save.folder, fileName))
        return *failure;
    return writeAtomically(QDir(order.save.folder).filePath(fileName), order.picture, order.save.conflict);
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
    auto checked = checkFlag(order);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    auto &[picture, name, thumbnail] = std::get<CheckedFlag>(checked);
    const NameParts parts{.country = order.country,
        .name = name,
        .source = order.source,
        .width = qRound(picture.naturalSize().width()),
        .ending = endingOf(picture.format())};

    SavedFlag flag;
    flag.name = name;
    flag.sha256 = sha256(order.picture);
    flag.thumbnail = thumbnail;
    flag.isOriginalKept = order.conversion.keepsOriginal || order.conversion.orders.isEmpty();
    auto derived = saveRenditions(order, picture, parts);
    if (const auto *failure = std::get_if<Failure>(&derived))
        return failed(*failure);
    flag.derived = std::get<QList<DerivedPicture>>(std::move(derived));
    bool isAllKept = std::ranges::all_of(flag.derived, &DerivedPicture::wasKept);

    if (flag.isOriginalKept) {
        const auto written = saveOriginal(order, order.save.nameTemplate.pathOf(parts));
        if (const auto *failure = std::get_if<Failure>(&written))
            return failed(*failure);
        const auto &file = std::get<WrittenFile>(written);
        flag.path = file.path;
        isAllKept = isAllKept && file.wasKept;
    } else {
        flag.path = flag.derived.first().path;
    }
    flag.state = isAllKept ? FlagState::Skipped : FlagState::Saved;
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
