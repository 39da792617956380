#pragma once

#include "app/storage/posixfile.h"

#include <QByteArray>
#include <QtGlobal>

/// Writes a new file that becomes visible only when it is published. Where the file system supports
/// O_TMPFILE, the file has no name until then, so a killed program leaves nothing behind. Otherwise, and
/// while it replaces another file, it has a hidden name. The file is locked while it is open, so that
/// leftovers can be distinguished from files that another program is writing. The destructor removes an
/// unpublished file. Each function returns 0 or an errno.
class AtomicFileWriter final
{
public:
    AtomicFileWriter() = default;
    ~AtomicFileWriter();
    Q_DISABLE_COPY_MOVE(AtomicFileWriter)

    [[nodiscard]] int open(const QByteArray &folder);
    [[nodiscard]] int write(const QByteArray &bytes);
    [[nodiscard]] int sync();

    /// Gives the file its name. Fails with EEXIST if the name is in use.
    [[nodiscard]] int publishNew(const QByteArray &path);
    /// Gives the file its name in one step and replaces what has that name, unless it is a folder.
    [[nodiscard]] int publishOver(const QByteArray &path);

private:
    [[nodiscard]] int openDescriptor(const QByteArray &folder);
    [[nodiscard]] int openHidden();
    [[nodiscard]] int linkTo(const QByteArray &path);

    QByteArray m_folder;
    QByteArray m_hiddenPath; // empty: the file has no name
    int m_descriptor = -1;
};

/// Removes the hidden files that killed programs left in the open folder, but no file that is being written.
/// Does nothing if `folder` is not open.
void removeLeftovers(const UniqueFd &folder);
