#include "app/storage/atomicfolderwriter.h"

#include "app/storage/atomicwrite.h"
#include "app/storage/diskfailure.h"
#include "app/storage/uniquefd.h"

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
constexpr QLatin1StringView folderEnding(".folder");
constexpr QLatin1StringView oldEnding(".old");

int lockOf(const QByteArray &folder)
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
        {folderPrefix + u'*' + folderEnding}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const int lock = lockOf(QFile::encodeName(parent.filePath(name)));
        if (lock < 0)
            continue;
        QDir(parent.filePath(name)).removeRecursively();
        ::close(lock);
    }
}

/// The name of a folder that is to be replaced, between the two steps.
QString oldName(const QString &random, const QString &name)
{
    return folderPrefix + random + u'.' + name + oldEnding;
}

/// Puts back what a program left behind that was killed between the two steps of replacing `place`.
void restoreOld(const QString &place)
{
    const QFileInfo info(place);
    const QDir parent = info.dir();
    const QStringList names
        = parent.entryList({folderPrefix + u'*' + oldEnding}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const bool isOurs = name.sliced(folderPrefix.size()).section(u'.', 1) == info.fileName() + oldEnding;
        const int lock = isOurs ? lockOf(QFile::encodeName(parent.filePath(name))) : -1;
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

/// Where two folders cannot change places, the old one steps aside: for a moment there is none.
int replaceInTwoSteps(const QByteArray &hidden, const QString &place)
{
    const QFileInfo info(place);
    const QString random = QString::number(QRandomGenerator::global()->generate64(), 36);
    const QByteArray there = QFile::encodeName(place);
    const QByteArray aside = QFile::encodeName(info.dir().filePath(oldName(random, info.fileName())));
    const UniqueFd lock(lockOf(there)); // so that nobody restores it meanwhile
    if (::rename(there.constData(), aside.constData()) != 0)
        return errno;
    if (::rename(hidden.constData(), there.constData()) != 0) {
        const int error = errno;
        std::ignore = ::rename(aside.constData(), there.constData());
        return error;
    }
    std::ignore = ::rename(aside.constData(), hidden.constData());
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
    // A link to a folder stays a link; the folder behind it is the place.
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
    const QByteArray path = QFile::encodeName(parent.filePath(folderPrefix + random + folderEnding));
    constexpr mode_t asUmaskAllows = 0777;
    if (::mkdir(path.constData(), asUmaskAllows) != 0)
        return diskFailure(errno);
    m_hiddenPath = path;
    m_lock = lockOf(path);
    return std::nullopt;
}

std::optional<Failure> AtomicFolderWriter::add(const QString &name, const QByteArray &bytes)
{
    const QString path = QFile::decodeName(m_hiddenPath) + u'/' + name;
    const auto written = writeAtomically(path, bytes, ConflictPolicy::Overwrite);
    const auto *failure = std::get_if<Failure>(&written);
    return failure ? std::optional(*failure) : std::nullopt;
}

std::optional<Failure> AtomicFolderWriter::publish(const QStringList &replaceable)
{
    if (const auto refusal = refusalToReplace(m_place, replaceable))
        return refusal;
    if (m_lock >= 0 && ::fsync(m_lock) != 0)
        return diskFailure(errno);
    const QByteArray place = QFile::encodeName(m_place);
    // The old folder gets the hidden name, to be removed with it.
    if (::renameat2(AT_FDCWD, m_hiddenPath.constData(), AT_FDCWD, place.constData(), RENAME_EXCHANGE) == 0)
        return std::nullopt;
    int error = errno;
    if (error == ENOENT) // nothing was there
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
