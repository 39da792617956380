#pragma once

#include <QString>
#include <QTemporaryDir>

/// A file system of its own in memory, on a folder, for as long as it lives. Needs withOwnMounts().
class SmallDisk final
{
public:
    /// `size` as tmpfs takes it: "size=128k", "nr_inodes=8".
    explicit SmallDisk(const QByteArray &size);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }

    /// Whether it has another size now; what is on it stays.
    [[nodiscard]] bool resize(const QByteArray &size) const;

private:
    [[nodiscard]] bool mount(unsigned long flags, const QByteArray &size) const;

    QTemporaryDir m_folder;
    bool m_isMounted;
};
