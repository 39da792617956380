#include "app/storage/atomicfolderwriter.h"

#include "app/storage/atomicwrite.h"
#include "app/storage/posixfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

struct AtomicFolderWriterText
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFolderWriter)
};

constexpr QLatin1StringView folderPrefix(".flagfetch-");
constexpr QLatin1StringView folderSuffix(".folder");
constexpr QLatin1StringView oldSuffix(".old");

int lockFolder(const QByteArray &folder)
{
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

void removeLeftoversIn(const QDir &parent)
{
    const QStringList names = parent.entryList(
        {folderPrefix + u'*' + folderSuffix}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const int lock = lockFolder(QFile::encodeName(parent.filePath(name)));
        if (lock < 0)
            continue;
        QDir(parent.filePath(name)).removeRecursively();
        ::close(lock);
    }
}

/// Returns the name of a replaced folder between the two renames.
QString replacedFolderName(const QString &random, const QString &name)
{
    return folderPrefix + random + u'.' + name + oldSuffix;
}

/// Restores the folder of a program that was killed between the two renames that replace `place`.
void restoreOld(const QString &place)
{
    const QFileInfo info(place);
    const QDir parent = info.dir();
    const QStringList names
        = parent.entryList({folderPrefix + u'*' + oldSuffix}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const bool isOurs = name.sliced(folderPrefix.size()).section(u'.', 1) == info.fileName() + oldSuffix;
        const int lock = isOurs ? lockFolder(QFile::encodeName(parent.filePath(name))) : -1;
        if (lock < 0)
            continue;
        if (QFileInfo::exists(place))
            QDir(parent.filePath(name)).removeRecursively();
        else
            std::ignore = ::rename(
                QFile::encodeName(parent.filePath(name)).constData(), QFile::encodeName(place).constData());
        ::close(lock);
    }
}

/// Used if the file system cannot exchange two folders. For a moment there is no folder at `place`.
int replaceInTwoSteps(const QByteArray &hidden, const QString &place)
{
    const QFileInfo info(place);
    const QString random = QString::number(QRandomGenerator::global()->generate64(), 36);
    const QByteArray target = QFile::encodeName(place);
    const QByteArray movedPath
        = QFile::encodeName(info.dir().filePath(replacedFolderName(random, info.fileName())));
    const UniqueFd lock(lockFolder(target)); // prevents that another program restores the folder meanwhile
    if (::rename(target.constData(), movedPath.constData()) != 0)
        return errno;
    if (::rename(hidden.constData(), target.constData()) != 0) {
        const int error = errno;
        std::ignore = ::rename(movedPath.constData(), target.constData());
        return error;
    }
    std::ignore = ::rename(movedPath.constData(), hidden.constData());
    return 0;
}

} // namespace

std::optional<Failure> AtomicFolderWriter::refusalToReplace(
    const QString &place, const QStringList &replaceable)
{
    const QFileInfo info(place);
    if (info.exists() && !info.isDir())
        return Failure{
            FailureKind::WriteFailed, 0, AtomicFolderWriterText::tr("a file has the folder's name")};
    const QStringList entries
        = QDir(place).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        if (!replaceable.contains(entry) || QFileInfo(QDir(place).filePath(entry)).isDir())
            return Failure{FailureKind::FolderNotEmpty, 0, entry};
    }
    return std::nullopt;
}

AtomicFolderWriter::~AtomicFolderWriter()
{
    if (!m_hiddenPath.isEmpty())
        QDir(QFile::decodeName(m_hiddenPath)).removeRecursively();
    if (m_lock >= 0)
        ::close(m_lock);
}

std::optional<Failure> AtomicFolderWriter::open(const QString &place)
{
    // A link to a folder stays a link. The folder behind it is replaced.
    const QFileInfo info(QDir::cleanPath(place));
    m_place = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QDir parent = QFileInfo(m_place).dir();
    std::error_code error;
    std::filesystem::create_directories(QFile::encodeName(parent.path()).toStdString(), error);
    if (error)
        return diskFailure(error.value());
    restoreOld(m_place);
    removeLeftoversIn(parent);
    const QString random = QString::number(QRandomGenerator::global()->generate64(), 36);
    const QByteArray path = QFile::encodeName(parent.filePath(folderPrefix + random + folderSuffix));
    constexpr mode_t creationMode = 0777;
    if (::mkdir(path.constData(), creationMode) != 0)
        return diskFailure(errno);
    m_hiddenPath = path;
    m_lock = lockFolder(path);
    return std::nullopt;
}

std::optional<Failure> AtomicFolderWriter::add(const QString &name, const QByteArray &bytes)
{
    const QString path = QFile::decodeName(m_hiddenPath) + u'/' + name;
    const auto written = writeAtomically(path, bytes, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(written.error());
}

std::optional<Failure> AtomicFolderWriter::publish(const QStringList &replaceable)
{
    if (const auto refusal = refusalToReplace(m_place, replaceable))
        return refusal;
    if (m_lock >= 0 && ::fsync(m_lock) != 0)
        return diskFailure(errno);
    const QByteArray place = QFile::encodeName(m_place);
    // The old folder gets the hidden name, and the destructor removes it.
    if (::renameat2(AT_FDCWD, m_hiddenPath.constData(), AT_FDCWD, place.constData(), RENAME_EXCHANGE) == 0)
        return std::nullopt;
    int error = errno;
    if (error == ENOENT) // no folder at this place yet
        error = ::rename(m_hiddenPath.constData(), place.constData()) == 0 ? 0 : errno;
    else if (error == EINVAL || error == ENOSYS)
        error = QFileInfo::exists(m_place) ? replaceInTwoSteps(m_hiddenPath, m_place)
            : ::rename(m_hiddenPath.constData(), place.constData()) == 0 ? 0
                                                                         : errno;
    if (error != 0)
        return diskFailure(error);
    if (!QFileInfo::exists(QFile::decodeName(m_hiddenPath)))
        m_hiddenPath.clear();
    return std::nullopt;
}
