#pragma once

#include "app/storage/uniquefd.h"

#include <QByteArray>
#include <QtGlobal>

/// A new file in a folder that nobody sees yet. Has no name at all where the file system allows that
/// (O_TMPFILE), so that a killed program leaves nothing behind; elsewhere, and for the moment in which it
/// replaces another file, it has a hidden one. Locked while it is open, which tells a leftover from a file
/// that another program is writing. Gone when destroyed, unless published. Every command returns 0 or an
/// errno.
class AtomicFileWriter final
{
public:
    AtomicFileWriter() = default;
    ~AtomicFileWriter();
    Q_DISABLE_COPY_MOVE(AtomicFileWriter)

    [[nodiscard]] int open(const QByteArray &folder);
    [[nodiscard]] int write(const QByteArray &bytes);
    [[nodiscard]] int sync();

    /// Gives the file its name, or fails with EEXIST if anything has that name.
    [[nodiscard]] int publishNew(const QByteArray &path);
    /// Gives the file its name in one step, instead of whatever non-folder had it.
    [[nodiscard]] int publishOver(const QByteArray &path);

private:
    [[nodiscard]] int openDescriptor(const QByteArray &folder);
    [[nodiscard]] int openHidden();
    [[nodiscard]] int linkTo(const QByteArray &path);

    QByteArray m_folder;
    QByteArray m_hiddenPath; // empty: the file has no name
    int m_descriptor = -1;
};

/// Removes the hidden files that killed programs left in the open folder; never one that is being written,
/// and nothing where it is not open.
void removeLeftovers(const UniqueFd &folder);
