#include "app/storage/posixfile.h"

#include <cerrno>
#include <system_error>

int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::size_t(bytes.size()));
        if (written > 0)
            bytes = bytes.sliced(written);
        else if (written == 0)
            return EIO;
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

Failure diskFailure(int error)
{
    const QString detail = QString::fromStdString(std::generic_category().message(error));
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return {FailureKind::NoSpace, 0, detail};
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
        return {FailureKind::FolderDenied, 0, detail};
    case EMFILE:
    case ENFILE:
        return {FailureKind::TooManyOpen, 0, detail};
    default:
        return {FailureKind::WriteFailed, 0, detail};
    }
}
