#include "app/storage/folderfile.h"

#include "app/storage/descriptor.h"
#include "app/storage/diskfailure.h"

#include <QFile>
#include <QStringList>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace {

using Content = std::variant<std::optional<QByteArray>, Failure>;

Content failureOf(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return std::nullopt;
    if (error == ELOOP)
        return Failure{FailureKind::ReadFailed, 0, u"a link stands in the file's place"_s};
    Failure failure = diskFailure(error);
    if (failure.kind != FailureKind::TooManyOpen)
        failure.kind = FailureKind::ReadFailed;
    return failure;
}

Content contentOf(const Descriptor &file, qint64 maximalBytes)
{
    struct stat there
    {
    };
    if (::fstat(file.number(), &there) != 0)
        return failureOf(errno);
    if (!S_ISREG(there.st_mode))
        return Failure{FailureKind::ReadFailed, 0, u"it is no file"_s};
    if (there.st_size > maximalBytes)
        return Failure{FailureKind::TooLarge, 0, {}};
    QByteArray bytes(there.st_size, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, std::size_t(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failureOf(errno);
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace

bool isPlainPath(const QString &path)
{
    constexpr qsizetype longest = 255;
    const QStringList parts = path.split(u'/');
    return parts.size() <= deepestPath && std::ranges::all_of(parts, [](const QString &part) {
        return !part.isEmpty() && !part.startsWith(u'.') && part.toUtf8().size() <= longest
            && std::ranges::all_of(part, [](QChar c) { return c.unicode() >= 0x20 && c != u'\\'; });
    });
}

std::variant<std::optional<QByteArray>, Failure> readFolderFile(
    const QString &folder, const QString &path, qint64 maximalBytes)
{
    // The folder itself may be reached through links: it was named by the person.
    Descriptor place(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!place.isOpen())
        return failureOf(errno);
    const QStringList parts = path.split(u'/');
    for (const QString &part : parts.first(parts.size() - 1)) {
        place = Descriptor(::openat(place.number(), QFile::encodeName(part).constData(),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        if (!place.isOpen())
            return failureOf(errno);
    }
    // O_NONBLOCK: a pipe would wait for somebody who writes.
    const Descriptor file(::openat(place.number(), QFile::encodeName(parts.last()).constData(),
        O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.isOpen() ? contentOf(file, maximalBytes) : failureOf(errno);
}
