#pragma once

#include "app/failures/failure.h"
#include "app/sets/batchspec.h"
#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Writes the journal of the batch that runs in a folder, see journalfile.h. Owned by OpenSet. Blocks on the
/// disk; not thread-safe. The destructor leaves the file on the disk.
class JournalWriter final
{
public:
    explicit JournalWriter(const QString &folder)
        : m_folder(folder)
    {
    }
    Q_DISABLE_COPY_MOVE(JournalWriter)
    ~JournalWriter() = default;

    /// Replaces the previous journal. Fails with Internal if the spec could not be read back, and with
    /// WriteFailed if it exceeds largestJournal.
    [[nodiscard]] std::optional<Failure> begin(const BatchSpec &spec);
    /// Appends a line. A kill leaves the line complete or absent. Fails with WriteFailed if the journal would
    /// exceed largestJournal.
    [[nodiscard]] std::optional<Failure> append(const QByteArray &line);
    /// Replaces the journal of the finished batch with the specs of its pending work, or removes it if there
    /// are none. If the specs cannot be written, the journal stays: its spec contains them and more.
    void finish(QList<BatchSpec> pending);
    /// Whether a batch has begun that was not finished, or was finished with pending work.
    [[nodiscard]] bool hasPending() const { return m_hasPending; }

    /// Closes the file, so that its file system can be unmounted. Call it last.
    void closeFile() { m_file = UniqueFd(-1); }

    /// Fails with FolderDenied if the folder's path no longer leads to this journal: the folder was moved,
    /// and there may be another one at its path.
    [[nodiscard]] std::optional<Failure> checkPlace() const;
    /// The path of the folder that contains the journal now.
    [[nodiscard]] QString currentFolder() const;

private:
    [[nodiscard]] QString path() const;

    const QString m_folder;
    UniqueFd m_file{-1};
    qint64 m_size = 0;
    bool m_hasPending = false;
    bool m_isCut = false; // the last line is incomplete
};
