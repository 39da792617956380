#pragma once

#include <QByteArray>
#include <QtGlobal>

/// A new file in a folder that nobody sees yet. Has no name at all where the file system allows that
/// (O_TMPFILE), so that a killed program leaves nothing behind; elsewhere a hidden name with isLeftover() to
/// find it by. Gone when destroyed, unless published. Every command returns 0 or an errno.
class UnpublishedFile final
{
public:
    UnpublishedFile() = default;
    ~UnpublishedFile();
    Q_DISABLE_COPY_MOVE(UnpublishedFile)

    [[nodiscard]] int open(const QByteArray &folder);
    [[nodiscard]] int write(const QByteArray &bytes);
    [[nodiscard]] int sync();

    /// Gives the file its name, or fails with EEXIST if anything has that name.
    [[nodiscard]] int publishNew(const QByteArray &path);
    /// Gives the file its name in one step, instead of whatever non-folder had it.
    [[nodiscard]] int publishOver(const QByteArray &path);

private:
    [[nodiscard]] int openHidden();
    [[nodiscard]] int linkTo(const QByteArray &path);

    QByteArray m_folder;
    QByteArray m_hiddenPath; // empty: the file has no name
    int m_descriptor = -1;
};

/// Whether a file of this name was left behind by a program that was killed.
[[nodiscard]] bool isLeftover(const QByteArray &fileName);
