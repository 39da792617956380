#pragma once

#include "app/failures/failure.h"
#include "app/sets/batchspec.h"
#include "app/storage/uniquefd.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// The journal of the batch that runs in a folder, see journalfile.h. Blocks on the disk; not to be used by
/// two threads at once. Its file stays when this is destroyed.
class JournalWriter final
{
public:
    explicit JournalWriter(const QString &folder)
        : m_folder(folder)
    {
    }
    Q_DISABLE_COPY_MOVE(JournalWriter)
    ~JournalWriter() = default;

    /// Replaces the previous journal. Fails with Internal if the order could not be read back, and with
    /// WriteFailed if it exceeds largestJournal.
    [[nodiscard]] std::optional<Failure> begin(const BatchSpec &spec);
    /// A whole line. A kill leaves it whole or absent. Fails with WriteFailed where the journal would become
    /// too large to be read.
    [[nodiscard]] std::optional<Failure> append(const QByteArray &line);
    /// Nothing is under way any more; these orders are for later. Without any the file goes. If they cannot
    /// be written it stays as it is: the order in it has them, and asks for more than is left.
    void leave(QList<BatchSpec> specs);

    /// Last: lets go of the file system.
    void closeFile() { m_file = UniqueFd(-1); }

    /// Fails with FolderDenied if the folder's path does not lead to this journal any more: it was moved
    /// away, and another may be there.
    [[nodiscard]] std::optional<Failure> problemWithPlace() const;
    /// Where it is now.
    [[nodiscard]] QString folderNow() const;

private:
    [[nodiscard]] QString path() const;

    const QString m_folder;
    UniqueFd m_file{-1};
    qint64 m_size = 0;
    bool m_isCut = false; // in the middle of a line
};
