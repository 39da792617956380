#include "app/storage/atomicwrite.h"

#include "app/logging/logging.h"
#include "app/storage/atomicfilewriter.h"
#include "app/storage/filereading.h"
#include "app/storage/posixfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct AtomicWriteText
{
    Q_DECLARE_TR_FUNCTIONS(AtomicWrite)
};

/// Returns the path with a number after the name: "DE-Germany-2.svg".
QString numberedPath(const QString &path, int number)
{
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName() + u'-' + QString::number(number) + u'.'
        + info.suffix();
}

/// Returns why a file must not replace what is at this path. Only files and links may be replaced.
std::optional<Failure> checkReplaceable(const QByteArray &path)
{
    struct stat status
    {
    };
    if (::lstat(path.constData(), &status) != 0 || S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))
        return std::nullopt;
    const QString what = S_ISDIR(status.st_mode) ? AtomicWriteText::tr("a folder has the file's name")
                                                 : AtomicWriteText::tr("a special file has the file's name");
    return Failure{FailureKind::WriteFailed, 0, what};
}

bool isTaken(const QByteArray &path)
{
    struct stat status
    {
    };
    return ::lstat(path.constData(), &status) == 0;
}

/// Waits if no descriptors are left: each connection or file that is closed returns one.
int openWithRetries(AtomicFileWriter &file, const QByteArray &folder)
{
    constexpr auto longestPause = 320ms;
    int error = file.open(folder);
    for (auto pause = 5ms; pause <= longestPause && (error == EMFILE || error == ENFILE); pause *= 2) {
        std::this_thread::sleep_for(pause);
        error = file.open(folder);
    }
    return error;
}

Result<WrittenFile> publish(
    AtomicFileWriter &file, const QString &path, ConflictPolicy conflict, const BeforePublishing &before)
{
    constexpr int highestNumber = 9999;
    if (const auto refusal = before(path))
        return unexpected(*refusal);
    int error = file.publishNew(QFile::encodeName(path));
    if (error == 0)
        return WrittenFile{path};
    if (error != EEXIST)
        return unexpected(diskFailure(error));

    switch (conflict) {
    case ConflictPolicy::Skip:
        if (const auto refusal = checkReplaceable(QFile::encodeName(path)))
            return unexpected(*refusal);
        return WrittenFile{.path = path, .wasKept = true};
    case ConflictPolicy::Overwrite:
        if (const auto refusal = checkReplaceable(QFile::encodeName(path)))
            return unexpected(*refusal);
        error = file.publishOver(QFile::encodeName(path));
        if (error == 0)
            return WrittenFile{path};
        break;
    case ConflictPolicy::Rename:
        for (int number = 2; number <= highestNumber && error == EEXIST; ++number) {
            const QString candidate = numberedPath(path, number);
            if (isTaken(QFile::encodeName(candidate)))
                continue;
            if (const auto refusal = before(candidate))
                return unexpected(*refusal);
            error = file.publishNew(QFile::encodeName(candidate));
            if (error == 0)
                return WrittenFile{candidate};
        }
        break;
    }
    return unexpected(diskFailure(error));
}

std::optional<Failure> allowAnyPath(const QString &)
{
    return std::nullopt;
}

} // namespace

std::optional<Failure> prepareOutputFolder(const QString &folder)
{
    const std::filesystem::path path(QFile::encodeName(folder).toStdString());
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error == std::errc::file_exists) // a link to nowhere
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
        struct stat status
        {
        };
        if (::lstat(subfolder.constData(), &status) != 0)
            return diskFailure(errno);
        if (!S_ISDIR(status.st_mode))
            return diskFailure(ENOTDIR);
    }
    return std::nullopt;
}

Result<WrittenFile> writeAtomically(
    const QString &path, const QByteArray &bytes, ConflictPolicy conflict, const BeforePublishing &before)
{
    AtomicFileWriter file;
    int error = openWithRetries(file, QFile::encodeName(QFileInfo(path).path()));
    if (error == 0)
        error = file.write(bytes);
    if (error == 0)
        error = file.sync();
    qCDebug(lcStorage) << "writing" << path << bytes.size() << "bytes" << (error != 0 ? "failed" : "");
    if (error != 0)
        return unexpected(diskFailure(error));
    return publish(file, path, conflict, before ? before : &allowAnyPath);
}
