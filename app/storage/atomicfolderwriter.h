#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// Fills a hidden folder beside its final place and publishes it when it is complete. The folder is locked
/// while it is filled, so that leftovers of a killed program can be distinguished from folders in use. The
/// destructor removes an unpublished folder. Blocks on the disk.
class AtomicFolderWriter final
{
public:
    AtomicFolderWriter() = default;
    ~AtomicFolderWriter();
    Q_DISABLE_COPY_MOVE(AtomicFolderWriter)

    /// Returns why `place` must not be replaced: it is a file, or a folder with entries other than files of
    /// the names `replaceable`. Returns nothing if it may be replaced.
    [[nodiscard]] static std::optional<Failure> refusalToReplace(
        const QString &place, const QStringList &replaceable);

    /// Creates the hidden folder. Also removes leftovers beside `place`.
    [[nodiscard]] std::optional<Failure> open(const QString &place);

    /// Adds a file and syncs it.
    [[nodiscard]] std::optional<Failure> add(const QString &name, const QByteArray &bytes);

    /// Moves the folder to its place in one step: whatever happens, either the new folder or the old one is
    /// there. Fails if refusalToReplace() returns a failure.
    [[nodiscard]] std::optional<Failure> publish(const QStringList &replaceable);

private:
    QString m_place;
    QByteArray m_hiddenPath; // empty: there is none
    int m_lock = -1;
};
