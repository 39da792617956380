#include "app/saving/saveflag.h"

#include "app/saving/checkedflag.h"
#include "app/saving/flagfiles.h"
#include "app/saving/flagrenditions.h"
#include "app/saving/replacement.h"
#include "app/sets/flagreader.h"
#include "app/storage/setfiles.h"

#include <QDir>
#include <QThread>

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

/// Drops a header that cannot be stored. Without it, the next update requests the whole picture.
QByteArray storable(const QByteArray &header)
{
    return FlagReader::isHeaderValue(header) ? header : QByteArray();
}

/// Returns the entry for the set, without the name of a new file and without derived pictures.
SetFlag entryFor(const SaveRequest &request, const SavedFlag &flag)
{
    const QString id
        = request.set ? request.set->openedManifest().idOf(request.origin.source) : request.origin.source.id;
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

/// Returns the result for intact files. Records the validators: the server may have sent new ones.
SavedFlag unchanged(const SaveRequest &request, SetFlag entry, SavedFlag flag)
{
    entry.derived = request.known->derived;
    if (request.set)
        request.set->commit(entry);
    flag.state = FlagState::Unchanged;
    flag.path = QDir(request.save.folder).filePath(entry.fileToShow());
    return flag;
}

/// Writes the renditions and adds them to `flag`.
std::optional<Failure> saveRenditions(
    const Picture &picture, const QList<FlagRendition> &renditions, FlagFiles &files, SavedFlag &flag)
{
    for (const FlagRendition &made : renditions) {
        const auto bytes = bytesOf(made, picture);
        if (!bytes)
            return bytes.error();
        const auto &[entry, rendition] = made;
        const auto written = files.writeNextDerived(*bytes);
        if (!written)
            return written.error();
        const auto onDisk = files.pictureOnDisk(*written, {entry.bytes, entry.sha256, rendition.size});
        if (!onDisk)
            return onDisk.error();
        flag.derived.append({.path = written->path,
            .spec = rendition.spec,
            .crop = cropFromWord(entry.crop).value_or(Crop::None),
            .size = onDisk->pixels,
            .bytes = onDisk->bytes,
            .sha256 = onDisk->sha256,
            .wasKept = written->wasKept});
    }
    return std::nullopt;
}

std::optional<Failure> saveOriginal(const QByteArray &picture, FlagFiles &files, SavedFlag &flag)
{
    const auto written = files.writeOriginal(picture);
    if (!written)
        return written.error();
    const auto onDisk = files.pictureOnDisk(*written, {flag.bytes, flag.sha256, flag.pixels});
    if (!onDisk)
        return onDisk.error();
    flag.path = written->path;
    flag.bytes = onDisk->bytes;
    flag.sha256 = onDisk->sha256;
    flag.pixels = onDisk->pixels;
    return std::nullopt;
}

/// Writes the renditions and then the picture, and records them in `flag`.
std::optional<Failure> saveFiles(const SaveRequest &request, const Picture &picture,
    const QList<FlagRendition> &renditions, FlagFiles &files, SavedFlag &flag)
{
    if (const auto failure = saveRenditions(picture, renditions, files, flag))
        return failure;
    if (flag.isOriginalKept)
        return saveOriginal(request.picture, files, flag);
    if (!flag.derived.isEmpty())
        flag.path = flag.derived.first().path;
    return std::nullopt;
}

/// Lowers the thread's priority: rendering many flags uses all processors, and the window must stay
/// responsive.
void stepBehindOtherThreads()
{
    constexpr int niceness = 10;
    [[maybe_unused]] thread_local const int result = ::setpriority(PRIO_PROCESS, 0, niceness);
}

/// The picture of a request and its properties before any file is written.
struct Draft
{
    const SaveRequest &request;
    const Picture &picture;
    SavedFlag flag;
    QString suffix; ///< file name suffix of the picture
    SetFlag entry = {}; ///< for the set, without the derived pictures

    [[nodiscard]] bool isAsKnown() const { return request.known && request.known->sha256 == flag.sha256; }
};

/// Makes the renditions, writes all files and records them.
SavedFlag writeFiles(Draft draft)
{
    const SaveRequest &request = draft.request;
    SavedFlag &flag = draft.flag;
    const NameParts parts{.country = request.country,
        .name = flag.name,
        .source = draft.entry.source,
        .width = flag.pixels.width(),
        .suffix = draft.suffix};
    if (draft.entry.file.isEmpty())
        draft.entry.file = request.save.nameTemplate.pathOf(parts);

    const auto renditions = renditionsFor(request, draft.picture, parts);
    if (!renditions)
        return failed(renditions.error());
    draft.entry.derived.clear();
    for (const FlagRendition &rendition : renditions->made)
        draft.entry.derived.append(rendition.entry);
    draft.entry.derived += renditions->inPlace;

    FlagFiles files(request, draft.entry);
    if (const auto failure = saveFiles(request, draft.picture, renditions->made, files, flag)) {
        files.recordPart();
        return failed(*failure);
    }
    files.recordAll();
    if (renditions->shortfall)
        return failed(*renditions->shortfall);
    flag.isKeptAltered = files.hasKeptAltered();
    flag.state = files.areAllKept() ? FlagState::Skipped : FlagState::Saved;
    return flag;
}

SavedFlag saveNewFlag(Draft draft)
{
    draft.entry = entryFor(draft.request, draft.flag);
    return writeFiles(std::move(draft));
}

SavedFlag updateFlag(Draft draft)
{
    const SetFlag &known = *draft.request.known;
    const bool isChanged = !draft.isAsKnown();
    if (isChanged && draft.flag.isOriginalKept && !known.file.endsWith(u'.' + draft.suffix))
        return failed({FailureKind::OtherFormat, 0, draft.suffix});
    draft.entry = entryFor(draft.request, draft.flag);
    if (!isChanged && draft.request.isIntact)
        return unchanged(draft.request, draft.entry, draft.flag);
    if (isChanged && draft.request.set) {
        if (const auto failure = claimReplacement(draft.request, draft.picture, draft.flag.sha256))
            return failed(*failure);
    }
    SavedFlag saved = writeFiles(std::move(draft));
    saved.isChanged = isChanged && isOnDisk(saved.state);
    return saved;
}

SavedFlag restoreFlag(Draft draft)
{
    if (!draft.isAsKnown())
        return failed({FailureKind::ContentMismatch, 0, {}});
    draft.entry = *draft.request.known;
    if (draft.request.isIntact)
        return unchanged(draft.request, draft.entry, draft.flag);
    return writeFiles(std::move(draft));
}

SavedFlag saveChecked(const SaveRequest &request, const CheckedFlag &checked)
{
    const auto &[picture, name, thumbnail, isNameReplaced] = checked;
    SavedFlag flag;
    flag.name = name;
    flag.isNameReplaced = isNameReplaced;
    flag.bytes = request.picture.size();
    flag.sha256 = sha256(request.picture);
    flag.pixels = picture.naturalSize().toSize();
    flag.thumbnail = thumbnail;
    flag.isOriginalKept = keepsOriginal(request);
    Draft draft{request, picture, flag, suffixOf(picture.format())};
    if (request.purpose == BatchPurpose::Restore)
        return restoreFlag(std::move(draft));
    return request.known ? updateFlag(std::move(draft)) : saveNewFlag(std::move(draft));
}

SavedFlag withoutException(const SaveTask &task, const SaveRequest &request) noexcept
{
    try {
        return task(request);
    } catch (const std::exception &exception) {
        return failed({FailureKind::Internal, 0, QString::fromLocal8Bit(exception.what())});
    } catch (...) {
        return failed({FailureKind::Internal, 0, {}});
    }
}

} // namespace

SavedFlag saveFlag(const SaveRequest &given)
{
    SaveRequest request = given;
    // A manifest from elsewhere may have another id for this source than the set.
    if (request.known && request.set)
        request.known->source = request.set->openedManifest().idOf(request.origin.source);
    const auto checked = checkFlag(request);
    if (!checked)
        return failed(checked.error());
    const auto checkedAt = SteadyTime::clock::now();
    SavedFlag flag = saveChecked(request, *checked);
    flag.times.checked = checkedAt;
    return flag;
}

SavedFlag perform(const SaveTask &task, const SaveRequest &request) noexcept
{
    stepBehindOtherThreads();
    const auto started = SteadyTime::clock::now();
    SavedFlag flag = withoutException(task, request);
    flag.times.started = started;
    flag.times.ended = SteadyTime::clock::now();
    flag.times.thread = QThread::currentThread();
    return flag;
}
