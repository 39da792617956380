#include "app/storage/atomicwrite.h"

#include "app/storage/atomicfilewriter.h"
#include "app/storage/diskfailure.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct AtomicWriteText
{
    Q_DECLARE_TR_FUNCTIONS(AtomicWrite)
};

/// Where a further file of that name goes: "DE-Germany-2.svg".
QString numberedPath(const QString &path, int number)
{
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName() + u'-' + QString::number(number) + u'.'
        + info.suffix();
}

/// Only a file or a link may be where a file belongs.
std::optional<Failure> refusalOfWhatIsAt(const QByteArray &path)
{
    struct stat there
    {
    };
    if (::lstat(path.constData(), &there) != 0 || S_ISREG(there.st_mode) || S_ISLNK(there.st_mode))
        return std::nullopt;
    const QString what = S_ISDIR(there.st_mode) ? AtomicWriteText::tr("a folder has the file's name")
                                                : AtomicWriteText::tr("a special file has the file's name");
    return Failure{FailureKind::WriteFailed, 0, what};
}

bool isTaken(const QByteArray &path)
{
    struct stat there
    {
    };
    return ::lstat(path.constData(), &there) == 0;
}

/// Waits where there are no descriptors left: each connection or file that is closed gives one back.
int openPatiently(AtomicFileWriter &file, const QByteArray &folder)
{
    constexpr auto longestPause = 320ms;
    int error = file.open(folder);
    for (auto pause = 5ms; pause <= longestPause && (error == EMFILE || error == ENFILE); pause *= 2) {
        std::this_thread::sleep_for(pause);
        error = file.open(folder);
    }
    return error;
}

std::variant<WrittenFile, Failure> publish(
    AtomicFileWriter &file, const QString &path, ConflictPolicy conflict, const BeforePublishing &before)
{
    constexpr int highestNumber = 9999;
    if (const auto refusal = before(path))
        return *refusal;
    int error = file.publishNew(QFile::encodeName(path));
    if (error == 0)
        return WrittenFile{path};
    if (error != EEXIST)
        return diskFailure(error);

    switch (conflict) {
    case ConflictPolicy::Skip:
        if (const auto refusal = refusalOfWhatIsAt(QFile::encodeName(path)))
            return *refusal;
        return WrittenFile{.path = path, .wasKept = true};
    case ConflictPolicy::Overwrite:
        if (const auto refusal = refusalOfWhatIsAt(QFile::encodeName(path)))
            return *refusal;
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
                return *refusal;
            error = file.publishNew(QFile::encodeName(candidate));
            if (error == 0)
                return WrittenFile{candidate};
        }
        break;
    }
    return diskFailure(error);
}

std::optional<Failure> refuseNothing(const QString &)
{
    return std::nullopt;
}

} // namespace

std::variant<WrittenFile, Failure> writeAtomically(
    const QString &path, const QByteArray &bytes, ConflictPolicy conflict, const BeforePublishing &before)
{
    AtomicFileWriter file;
    int error = openPatiently(file, QFile::encodeName(QFileInfo(path).path()));
    if (error == 0)
        error = file.write(bytes);
    if (error == 0)
        error = file.sync();
    if (error != 0)
        return diskFailure(error);
    return publish(file, path, conflict, before ? before : &refuseNothing);
}
