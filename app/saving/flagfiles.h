#pragma once

#include "app/drawing/canceltoken.h"
#include "app/failures/result.h"
#include "app/saving/saveflag.h"
#include "app/sets/manifest.h"
#include "app/storage/atomicwrite.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <memory>
#include <stop_token>

/// The result of inspecting the files of a set's flag on disk.
struct InspectedFlag
{
    bool isIntact = false; ///< picture and renditions have the hashes of the manifest
    QByteArray original; ///< the picture; empty if its hash is not that of the manifest
    QImage thumbnail; ///< of the file, even if it is another picture; null if none was requested
};

/// Blocks on the disk: call it in a thread pool.
[[nodiscard]] InspectedFlag inspectFlag(
    const QString &folder, const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel = {});

/// Inspects the files and adds the flag to `set` if they are intact, unless `stop` was requested: the set may
/// belong to the next batch by then. `set` may be null.
[[nodiscard]] InspectedFlag inspectFor(const std::shared_ptr<OpenSet> &set, const QString &folder,
    const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel, const std::stop_token &stop);

/// The picture in a file of a flag.
struct PictureOnDisk
{
    qint64 bytes = 0;
    QByteArray sha256; ///< raw
    QSize pixels;
};

/// Writes the files of one flag into the folder of a request. Before it renames a file to its final name, it
/// records the intent in the set. One task of the thread pool owns and uses it. It has no signals.
class FlagFiles final
{
public:
    /// `entry` is the entry for the set, with the requested names. Its derived pictures list those to write
    /// first, then those that exist already. `request` must outlive this object.
    FlagFiles(const SaveRequest &request, const SetFlag &entry);

    /// Writes the next derived picture of the entry.
    [[nodiscard]] Result<WrittenFile> writeNextDerived(const QByteArray &bytes);
    /// Writes the picture itself. Call it after all derived pictures are written.
    [[nodiscard]] Result<WrittenFile> writeOriginal(const QByteArray &bytes);
    /// Returns the picture that is in the file: the one that was to be written, or the one that was kept in
    /// its place. Fails with NameTaken if that is none: the user wants to keep flags, not other files.
    [[nodiscard]] Result<PictureOnDisk> pictureOnDisk(
        const WrittenFile &written, const PictureOnDisk &toWrite) const;

    /// Records that all files are written.
    void recordAll() const;
    /// Records the files that were written before a failure.
    void recordPart() const;

    /// Returns whether nothing was written because files with these names existed and were kept.
    [[nodiscard]] bool areAllKept() const { return !m_hasWritten; }
    /// Returns whether a file of the set was kept although its content has changed since it was saved.
    [[nodiscard]] bool hasKeptAltered() const { return m_hasKeptAltered; }

private:
    [[nodiscard]] Result<WrittenFile> write(const QByteArray &bytes, QString &file);
    [[nodiscard]] ConflictPolicy conflictFor(const QString &file);

    const SaveRequest &m_request;
    SetFlag m_entry; // with the actual file names
    qsizetype m_next = 0; // index of the next derived picture of m_entry
    bool m_isOriginalWritten = false;
    bool m_hasWritten = false;
    bool m_hasKeptAltered = false;
};
