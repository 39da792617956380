#include "tests/faults/smalldisk.h"

#include <QFile>

#include <sys/mount.h>

SmallDisk::SmallDisk(const QByteArray &size)
    : m_isMounted(mount(0, size))
{
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

bool SmallDisk::resize(const QByteArray &size) const
{
    return mount(MS_REMOUNT, size);
}

bool SmallDisk::mount(unsigned long flags, const QByteArray &size) const
{
    const QByteArray folder = QFile::encodeName(path());
    return ::mount("tmpfs", folder.constData(), "tmpfs", flags, size.constData()) == 0;
}
