#include "app/saving/flagfiles.h"

#include "app/drawing/picture.h"
#include "app/sets/verification.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

/// Returns the content of the file. Empty if the file cannot be read.
QByteArray bytesOf(const QString &folder, const QString &file)
{
    const auto bytes = readFileBeneath(folder, file, largestSetFile);
    return bytes ? bytes->value_or(QByteArray()) : QByteArray();
}

/// Returns the hash that the set has of one of its files. Empty if the file is not part of the set.
QByteArray recordedHash(const Manifest &set, const QString &file)
{
    for (const SetFlag &flag : set.flags) {
        if (flag.isKept && flag.file == file)
            return flag.sha256;
        const auto derived = std::ranges::find(flag.derived, file, &DerivedFile::file);
        if (derived != flag.derived.end())
            return derived->sha256;
    }
    return {};
}

/// Returns the path of a file relative to the folder in which it is.
QString pathInFolder(const QString &folder, const QString &path)
{
    // relativeFilePath() treats a relative path as one below the folder. So both paths must be absolute.
    return QDir(QFileInfo(folder).absoluteFilePath()).relativeFilePath(QFileInfo(path).absoluteFilePath());
}

/// Whether a picture failed because it is none. Other failures leave that open: drawing it was cancelled, or
/// flagfetch-render is missing.
bool isNoPicture(const Failure &failure)
{
    return failure.kind == FailureKind::NotAPicture || failure.kind == FailureKind::Truncated;
}

bool isEmptyFile(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && !file.isSymLink() && file.size() == 0;
}

} // namespace

InspectedFlag inspectFlag(
    const QString &folder, const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel)
{
    InspectedFlag found;
    const QByteArray bytes = bytesOf(folder, flag.file);
    if (flag.isKept && sha256(bytes) == flag.sha256)
        found.original = bytes;
    found.isIntact = (!flag.isKept || !found.original.isEmpty())
        && std::ranges::all_of(flag.derived, [&folder](const DerivedFile &derived) {
               return fileState(folder, derived.file, derived.sha256) == FileState::Intact;
           });
    if (!thumbnailSize.isEmpty() && !bytes.isEmpty()) {
        found.thumbnail = fittedInto(bytes, thumbnailSize, cancel);
    }
    return found;
}

InspectedFlag inspectFor(const std::shared_ptr<OpenSet> &set, const QString &folder, const SetFlag &flag,
    const QSize &thumbnailSize, const CancelToken &cancel, const std::stop_token &stop)
{
    const InspectedFlag found = inspectFlag(folder, flag, thumbnailSize, cancel);
    if (set && found.isIntact && !stop.stop_requested() && !set->recordIntent(flag))
        set->commit(flag);
    return found;
}

FlagFiles::FlagFiles(const SaveRequest &request, const SetFlag &entry)
    : m_request(request)
    , m_entry(entry)
{
}

Result<WrittenFile> FlagFiles::writeNextDerived(const QByteArray &bytes)
{
    auto written = write(bytes, m_entry.derived[m_next].file);
    if (written && written->wasKept)
        m_entry.derived.removeAt(m_next); // the existing file is not part of this flag
    else if (written)
        ++m_next;
    return written;
}

Result<WrittenFile> FlagFiles::writeOriginal(const QByteArray &bytes)
{
    auto written = write(bytes, m_entry.file);
    m_isOriginalWritten = written && !written->wasKept;
    return written;
}

Result<PictureOnDisk> FlagFiles::pictureOnDisk(const WrittenFile &written, const PictureOnDisk &toWrite) const
{
    if (!written.wasKept)
        return toWrite;
    const QString file = pathInFolder(m_request.save.folder, written.path);
    const Failure nameTaken{FailureKind::NameTaken, 0, file};
    if (QFileInfo(written.path).isSymLink())
        return unexpected(nameTaken); // links in a set are not followed
    const auto read = readFileBeneath(m_request.save.folder, file, largestSetFile);
    if (!read)
        return unexpected(read.error());
    const QByteArray bytes = read->value_or(QByteArray());
    const auto picture = Picture::fromBytes(bytes, {}, m_request.cancel);
    if (!picture)
        return unexpected(isNoPicture(picture.error()) ? nameTaken : picture.error());
    return PictureOnDisk{bytes.size(), sha256(bytes), picture->naturalSize().toSize()};
}

void FlagFiles::recordAll() const
{
    if (!m_request.set || !m_hasWritten)
        return;
    if (m_isOriginalWritten || !m_entry.isKept) {
        m_request.set->commit(m_entry);
    } else {
        m_request.set->commitDerived(m_entry);
        m_request.set->markDone(m_entry.code); // another file keeps the original's name
    }
}

void FlagFiles::recordPart() const
{
    if (!m_request.set)
        return;
    SetFlag part = m_entry;
    part.derived.removeIf([this](const DerivedFile &derived) {
        return fileState(m_request.save.folder, derived.file, derived.sha256) != FileState::Intact;
    });
    const QFileInfo original(m_request.save.folder + u'/' + part.file);
    if (part.isKept && !original.isFile() && !original.isSymLink())
        m_request.set->commitWithoutOriginal(part);
    else // a file of the user may have the name
        m_request.set->commitDerived(part);
}

/// With Skip, an empty file is replaced. A file of the set that is to be kept is replaced nevertheless if it
/// is no picture any more: it counts as missing. A picture that was edited is kept.
ConflictPolicy FlagFiles::conflictFor(const QString &file)
{
    if (m_request.known)
        return ConflictPolicy::Overwrite;
    const ConflictPolicy wanted = m_request.save.conflict;
    if (wanted != ConflictPolicy::Skip)
        return wanted;
    if (isEmptyFile(m_request.save.folder + u'/' + file))
        return ConflictPolicy::Overwrite;
    if (!m_request.set)
        return wanted;
    const QByteArray hash = recordedHash(m_request.set->openedManifest(), file);
    if (hash.isEmpty())
        return wanted;
    const auto bytes = readFileBeneath(m_request.save.folder, file, largestSetFile);
    if (!bytes || !*bytes || sha256(**bytes) == hash)
        return wanted;
    const auto picture = Picture::fromBytes(**bytes, {}, m_request.cancel);
    if (!picture && isNoPicture(picture.error()))
        return ConflictPolicy::Overwrite;
    m_hasKeptAltered = true;
    return wanted;
}

Result<WrittenFile> FlagFiles::write(const QByteArray &bytes, QString &file)
{
    const QString &where = m_request.save.folder;
    if (m_request.purpose == BatchPurpose::Restore) {
        const FileState state = fileState(where, file, sha256(bytes));
        if (state == FileState::Intact) {
            m_hasWritten = true; // the file on disk is identical
            return WrittenFile{QDir(where).filePath(file)};
        }
        // The manifest may come from elsewhere. A file that it does not list belongs to the user.
        if (state != FileState::Missing && m_request.set && !m_request.set->openedManifest().hasFile(file))
            return unexpected(Failure{FailureKind::FolderNotEmpty, 0, file});
    }
    if (const auto failure = makeSubfolders(where, file))
        return unexpected(*failure);
    const auto recordPath = [&](const QString &path) -> std::optional<Failure> {
        file = pathInFolder(where, path);
        return m_request.set ? m_request.set->recordIntent(m_entry) : std::nullopt;
    };
    const ConflictPolicy conflict = conflictFor(file);
    auto written = writeAtomically(QDir(where).filePath(file), bytes, conflict, recordPath);
    m_hasWritten |= written && !written->wasKept;
    return written;
}
