#include "app/storage/regularfile.h"

#include <sys/stat.h>

#include <cerrno>

std::variant<QByteArray, RegularFileProblem> contentOf(const UniqueFd &file, qint64 maximalBytes)
{
    struct stat there
    {
    };
    if (::fstat(file.number(), &there) != 0)
        return RegularFileProblem{.error = errno};
    if (!S_ISREG(there.st_mode))
        return RegularFileProblem{.isOtherKind = true};
    if (there.st_size > maximalBytes)
        return RegularFileProblem{.isTooLarge = true};
    QByteArray bytes(there.st_size, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, std::size_t(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return RegularFileProblem{.error = errno};
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return bytes;
}
