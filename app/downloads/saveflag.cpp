#include "app/downloads/saveflag.h"

#include "app/downloads/checkflag.h"
#include "app/downloads/flagfiles.h"
#include "app/downloads/flagrenditions.h"
#include "app/sets/flagreader.h"
#include "app/storage/setfiles.h"

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

bool keepsOriginal(const SaveRequest &request)
{
    return request.known ? request.known->isKept || request.known->derived.isEmpty()
                         : request.conversion.keepsOriginal || request.conversion.renditions.isEmpty();
}

/// Without it the server is asked for the whole picture again, no more.
QByteArray storable(const QByteArray &header)
{
    return FlagReader::isHeaderValue(header) ? header : QByteArray();
}

/// What a set will say of the flag, but for a new name and what is made of its picture.
SetFlag entryFor(const SaveRequest &request, const SavedFlag &flag)
{
    if (request.purpose == BatchPurpose::Restore)
        return *request.known;
    const QString id
        = request.set ? request.set->manifest().idOf(request.origin.source) : request.origin.source.id;
    return {.code = request.country.code,
        .country = flag.name,
        .source = id,
        .file = request.known ? request.known->file : QString(),
        .isKept = flag.isOriginalKept,
        .url = request.origin.url,
        .etag = storable(request.origin.validators.etag),
        .lastModified = storable(request.origin.validators.lastModified),
        .sha256 = flag.sha256,
        .bytes = request.picture.size(),
        .pixels = flag.pixels,
        .time = QDateTime::currentDateTimeUtc(),
        .licence = request.origin.source.licence};
}

/// The files are what they should be already; the server may have new words for them.
SavedFlag unchanged(const SaveRequest &request, SetFlag entry, SavedFlag flag)
{
    entry.derived = request.known->derived;
    if (request.set)
        request.set->commit(entry);
    flag.state = FlagState::Unchanged;
    flag.path = QDir(request.save.folder).filePath(entry.fileToShow());
    return flag;
}

/// Tells the flag what it wrote.
std::optional<Failure> saveFiles(const SaveRequest &request, const Picture &picture,
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
            .spec = rendition.spec,
            .crop = cropFromWord(entry.crop).value_or(Crop::None),
            .size = rendition.size,
            .bytes = entry.bytes,
            .sha256 = entry.sha256,
            .wasKept = std::get<WrittenFile>(written).wasKept});
    }
    if (flag.isOriginalKept) {
        if (const auto failure = files.writeOriginal(request.picture))
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

SavedFlag saveFlag(const SaveRequest &given)
{
    SaveRequest request = given;
    // A manifest from elsewhere may call another source so than this set does.
    if (request.known && request.set)
        request.known->source = request.set->manifest().idOf(request.origin.source);
    auto checked = checkFlag(request);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return failed(*failure);
    auto &[picture, name, thumbnail] = std::get<CheckedFlag>(checked);

    SavedFlag flag;
    flag.name = name;
    flag.sha256 = sha256(request.picture);
    flag.pixels = picture.naturalSize().toSize();
    flag.thumbnail = thumbnail;
    flag.isOriginalKept = keepsOriginal(request);
    const QString ending = endingOf(picture.format());
    const bool isAsKnown = request.known && request.known->sha256 == flag.sha256;
    if (request.purpose == BatchPurpose::Restore && !isAsKnown)
        return failed({FailureKind::ContentMismatch, 0, {}});
    if (request.known && !isAsKnown && flag.isOriginalKept && !request.known->file.endsWith(u'.' + ending))
        return failed({FailureKind::OtherFormat, 0, ending});
    SetFlag entry = entryFor(request, flag);
    if (isAsKnown && request.isIntact)
        return unchanged(request, entry, flag);
    const NameParts parts{.country = request.country,
        .name = name,
        .source = entry.source,
        .width = flag.pixels.width(),
        .ending = ending};
    if (!request.known)
        entry.file = request.save.nameTemplate.pathOf(parts);

    const auto made = renditionsFor(request, picture, parts);
    if (const auto *failure = std::get_if<Failure>(&made))
        return failed(*failure);
    const auto &renditions = std::get<FlagRenditions>(made);
    entry.derived.clear();
    for (const FlagRendition &rendition : renditions.made)
        entry.derived.append(rendition.entry);
    entry.derived += renditions.inPlace;

    FlagFiles files(request, entry);
    if (const auto failure = saveFiles(request, picture, renditions.made, files, flag)) {
        files.writeDownPart();
        return failed(*failure);
    }
    files.writeDown();
    if (renditions.shortfall)
        return failed(*renditions.shortfall);
    flag.state = files.areAllKept() ? FlagState::Skipped : FlagState::Saved;
    flag.isChanged = request.known && !isAsKnown;
    return flag;
}

SavedFlag perform(const SaveTask &task, const SaveRequest &request) noexcept
{
    stepBehindOtherThreads();
    try {
        return task(request);
    } catch (const std::exception &exception) {
        return failed({FailureKind::Internal, 0, QString::fromLocal8Bit(exception.what())});
    } catch (...) {
        return failed({FailureKind::Internal, 0, {}});
    }
}
