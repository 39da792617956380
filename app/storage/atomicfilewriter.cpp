#include "app/storage/atomicfilewriter.h"

#include <QRandomGenerator>
#include <QString>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string_view>
#include <utility>

namespace {

constexpr std::string_view filePrefix = ".flagfetch-";
constexpr std::string_view fileSuffix = ".part";
constexpr mode_t creationMode = 0666;

QByteArray hiddenPathIn(const QByteArray &folder)
{
    const QByteArray random = QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    return folder + '/' + filePrefix.data() + random + fileSuffix.data();
}

/// Whether linkat() can name a file that has no name yet.
bool canLinkDescriptors()
{
    static const bool hasProc = ::access("/proc/self/fd", X_OK) == 0;
    return hasProc;
}

int errnoOf(int returned)
{
    return returned == 0 ? 0 : errno;
}

bool isLeftoverName(std::string_view name)
{
    return name.starts_with(filePrefix) && name.ends_with(fileSuffix);
}

/// Removes the file unless it is no regular file or is being written.
void removeLeftover(int folder, const char *name)
{
    const UniqueFd file(::openat(folder, name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status
    {
    };
    if (file.isOpen() && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode)
        && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0)
        ::unlinkat(folder, name, 0);
}

} // namespace

void removeLeftovers(const UniqueFd &folder)
{
    // Opened again, because readdir() would move the offset of the caller's descriptor.
    const int own = folder.isOpen() ? ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    DIR *const entries = own >= 0 ? ::fdopendir(own) : nullptr;
    if (entries == nullptr)
        return;
    while (const dirent *entry = ::readdir(entries)) {
        if (isLeftoverName(entry->d_name))
            removeLeftover(own, entry->d_name);
    }
    ::closedir(entries);
}

AtomicFileWriter::~AtomicFileWriter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_hiddenPath.isEmpty())
        ::unlink(m_hiddenPath.constData());
}

int AtomicFileWriter::open(const QByteArray &folder)
{
    if (const int error = openDescriptor(folder))
        return error;
    // If the file system has no locks, either the hidden file exists for a moment only, or no other program
    // writes there.
    ::flock(m_descriptor, LOCK_EX | LOCK_NB);
    return 0;
}

int AtomicFileWriter::openDescriptor(const QByteArray &folder)
{
    m_folder = folder;
    if (canLinkDescriptors()) {
        m_descriptor = ::open(folder.constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, creationMode);
        if (m_descriptor >= 0)
            return 0;
        if (errno != EOPNOTSUPP && errno != EISDIR)
            return errno;
    }
    return openHidden();
}

int AtomicFileWriter::openHidden()
{
    const QByteArray path = hiddenPathIn(m_folder);
    m_descriptor = ::open(path.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, creationMode);
    if (m_descriptor < 0)
        return errno;
    m_hiddenPath = path;
    return 0;
}

int AtomicFileWriter::write(const QByteArray &bytes)
{
    return writeAll(m_descriptor, bytes);
}

int AtomicFileWriter::sync()
{
    return errnoOf(::fdatasync(m_descriptor));
}

int AtomicFileWriter::linkTo(const QByteArray &path)
{
    const QByteArray descriptor = "/proc/self/fd/" + QByteArray::number(m_descriptor);
    return errnoOf(::linkat(AT_FDCWD, descriptor.constData(), AT_FDCWD, path.constData(), AT_SYMLINK_FOLLOW));
}

int AtomicFileWriter::publishNew(const QByteArray &path)
{
    if (m_hiddenPath.isEmpty())
        return linkTo(path);
    int error = errnoOf(
        ::renameat2(AT_FDCWD, m_hiddenPath.constData(), AT_FDCWD, path.constData(), RENAME_NOREPLACE));
    if (error == EINVAL || error == ENOSYS) {
        // This file system does not support RENAME_NOREPLACE, so check first.
        struct stat status
        {
        };
        if (::lstat(path.constData(), &status) == 0)
            return EEXIST;
        error = errnoOf(::rename(m_hiddenPath.constData(), path.constData()));
    }
    if (error == 0)
        m_hiddenPath.clear();
    return error;
}

int AtomicFileWriter::publishOver(const QByteArray &path)
{
    if (m_hiddenPath.isEmpty()) {
        const QByteArray hiddenPath = hiddenPathIn(m_folder);
        if (const int error = linkTo(hiddenPath))
            return error;
        m_hiddenPath = hiddenPath;
    }
    const int error = errnoOf(::rename(m_hiddenPath.constData(), path.constData()));
    if (error == 0)
        m_hiddenPath.clear();
    return error;
}
