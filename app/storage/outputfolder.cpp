#include "app/storage/outputfolder.h"

#include "app/storage/atomicfilewriter.h"
#include "app/storage/diskfailure.h"
#include "app/storage/filebeneath.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

std::optional<Failure> prepareOutputFolder(const QString &folder)
{
    const std::filesystem::path path(QFile::encodeName(folder).toStdString());
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error == std::errc::file_exists) // a link to nowhere, which is no folder
        return diskFailure(ENOTDIR);
    if (error)
        return diskFailure(error.value());
    if (!std::filesystem::is_directory(path, error))
        return diskFailure(error ? error.value() : ENOTDIR);
    if (::access(path.c_str(), W_OK | X_OK) != 0)
        return diskFailure(errno);
    removeLeftovers(openFolderBeneath(folder, {}));
    return std::nullopt;
}

std::optional<Failure> makeSubfolders(const QString &folder, const QString &path)
{
    for (qsizetype end = path.indexOf(u'/'); end > 0; end = path.indexOf(u'/', end + 1)) {
        const QByteArray subfolder = QFile::encodeName(folder + u'/' + path.first(end));
        if (::mkdir(subfolder.constData(), 0777) != 0 && errno != EEXIST)
            return diskFailure(errno);
        struct stat there
        {
        };
        if (::lstat(subfolder.constData(), &there) != 0)
            return diskFailure(errno);
        if (!S_ISDIR(there.st_mode))
            return diskFailure(ENOTDIR);
    }
    return std::nullopt;
}
