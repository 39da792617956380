#pragma once

#include "app/drawing/canceltoken.h"
#include "app/saving/saveflag.h"
#include "app/sets/manifest.h"
#include "app/storage/atomicwrite.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <optional>
#include <variant>

/// The files on disk of a set's flag.
struct InspectedFlag
{
    bool isIntact = false; ///< picture and renditions have the hashes of the manifest
    QByteArray original; ///< its picture, if it has the hash of the manifest; else empty
    QImage thumbnail; ///< of the file, even if it is another picture; null if none was requested
};

/// For the thread pool: blocks on the disk.
[[nodiscard]] InspectedFlag inspectFlag(
    const QString &folder, const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel = {});

/// Writes the files of one flag into the folder of a request, and records all of them in the set before each
/// gets its name. Used by one pool task.
class FlagFiles final
{
public:
    /// `entry` is for the set, with the requested names. Its derived pictures are first those to be written,
    /// then those that are in place. `request` must outlive this object.
    FlagFiles(const SaveRequest &request, const SetFlag &entry);

    /// Writes the next derived picture of the entry.
    [[nodiscard]] std::variant<WrittenFile, Failure> writeNextDerived(const QByteArray &bytes);
    /// Writes the picture itself, last.
    [[nodiscard]] std::optional<Failure> writeOriginal(const QByteArray &bytes);

    /// Records that all files are written.
    void recordAll() const;
    /// Records the files that are written, after a failure.
    void recordPart() const;

    [[nodiscard]] QString originalPath() const { return m_originalPath; }
    /// Whether nothing was written, because files of these names existed and were kept.
    [[nodiscard]] bool areAllKept() const { return !m_hasWritten; }

private:
    [[nodiscard]] std::variant<WrittenFile, Failure> write(const QByteArray &bytes, QString &file);

    const SaveRequest &m_request;
    SetFlag m_entry; // with the names that the files got
    qsizetype m_next = 0; // index of its next derived picture
    QString m_originalPath;
    bool m_isOriginalWritten = false;
    bool m_hasWritten = false;
};
