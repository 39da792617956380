#include "app/sets/openset.h"

#include "app/sets/attribution.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/setfiles.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/diskfailure.h"
#include "app/storage/folderfile.h"
#include "app/storage/outputfolder.h"
#include "app/storage/unpublishedfile.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace {

std::optional<Failure> writeIfOther(const QString &folder, const char *name, const QByteArray &bytes)
{
    const auto old = readFolderFile(folder, QLatin1StringView(name), bytes.size());
    const auto *content = std::get_if<std::optional<QByteArray>>(&old);
    if (content && *content == bytes)
        return std::nullopt;
    const auto written
        = writeAtomically(folder + u'/' + QLatin1StringView(name), bytes, ConflictPolicy::Overwrite);
    const auto *failure = std::get_if<Failure>(&written);
    return failure ? std::optional(*failure) : std::nullopt;
}

std::optional<Failure> writeDown(const QString &folder, const Manifest &manifest)
{
    if (const auto failure = writeIfOther(folder, attributionFileName, attributionText(manifest)))
        return failure;
    return writeIfOther(folder, manifestFileName, manifestToJson(manifest));
}

/// A killed program may have left a hidden file wherever it replaced one.
void removeLeftoversBelow(const QString &folder, const Manifest &manifest)
{
    QSet<QString> subfolders;
    for (const SetFlag &flag : manifest.flags)
        subfolders.insert(QFileInfo(folder + u'/' + flag.file).path());
    for (const QString &subfolder : std::as_const(subfolders))
        removeLeftovers(QFile::encodeName(subfolder));
}

} // namespace

OpenSet::OpenSet(const QString &folder)
    : m_folder(folder)
    , m_lock(folder)
{
}

OpenSet::~OpenSet()
{
    if (m_journal >= 0)
        ::close(m_journal);
}

OpenSet::Opened OpenSet::open(const QString &folder, const SetOrder &order)
{
    if (const auto failure = prepareOutputFolder(folder))
        return *failure;
    const std::shared_ptr<OpenSet> set(new OpenSet(folder));
    if (const auto failure = set->begin(order))
        return *failure;
    return set;
}

std::optional<Failure> OpenSet::begin(const SetOrder &order)
{
    if (const auto failure = m_lock.take())
        return failure;
    auto loaded = loadSet(m_folder);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return *failure;
    auto &set = std::get<LoadedSet>(loaded);
    if (set.isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    removeLeftoversBelow(m_folder, set.manifest);
    // The order of the batch before goes; what it had come to stays.
    if (!set.damage.isEmpty()) {
        if (const auto failure = keepDamagedAside(set.damage))
            return failure;
    }
    if (set.hasJournal || !set.damage.isEmpty()) {
        if (const auto failure = writeDown(m_folder, set.manifest))
            return failure;
    }
    m_opened = std::move(set.manifest);
    m_opened.pictures = order.aim.pictures;
    m_opened.nameTemplate = order.aim.nameTemplate;
    for (const Source &source : order.aim.sources)
        m_opened.put(source);
    m_current = m_opened;
    m_missing = QSet<QString>(order.codes.cbegin(), order.codes.cend());

    const QString path = m_folder + u'/' + QLatin1StringView(journalFileName);
    const auto written = writeAtomically(path, journalLine(order), ConflictPolicy::Overwrite);
    if (const auto *failure = std::get_if<Failure>(&written))
        return *failure;
    m_journal = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    return m_journal < 0 ? std::optional(diskFailure(errno)) : std::nullopt;
}

std::optional<Failure> OpenSet::keepDamagedAside(const QString &problem)
{
    const QString path = m_folder + u'/' + QLatin1StringView(manifestFileName);
    int number = 1;
    while (QFileInfo::exists(path + u".damaged-%1"_s.arg(number)))
        ++number;
    const QString aside = path + u".damaged-%1"_s.arg(number);
    if (!QFile::rename(path, aside))
        return Failure{FailureKind::WriteFailed, 0, {}};
    m_damage = u"%1 (%2)"_s.arg(QFileInfo(aside).fileName(), problem);
    return std::nullopt;
}

// One write for one line: a kill leaves it whole or absent, and threads do not mix theirs. What a full disk
// cut short is ended before the next one.
std::optional<Failure> OpenSet::append(const QByteArray &line)
{
    const QByteArray bytes = m_isJournalCut ? '\n' + line : line;
    ssize_t written = 0;
    do
        written = ::write(m_journal, bytes.constData(), std::size_t(bytes.size()));
    while (written < 0 && errno == EINTR);
    if (written == bytes.size()) {
        m_isJournalCut = false;
        return std::nullopt;
    }
    m_isJournalCut |= written > 0;
    return diskFailure(written < 0 ? errno : ENOSPC);
}

std::optional<Failure> OpenSet::announce(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    return append(journalLine(flag));
}

void OpenSet::confirm(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_current.put(flag);
    m_missing.remove(flag.code);
}

void OpenSet::confirmDerivedOf(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_current.putDerivedOf(flag);
}

void OpenSet::settle(const QString &code)
{
    const QMutexLocker locker(&m_mutex);
    m_missing.remove(code);
    std::ignore = append(journalLineForSettled(code)); // else it is asked for once more
}

std::optional<Failure> OpenSet::close(Rest rest)
{
    const QMutexLocker locker(&m_mutex);
    const auto release = qScopeGuard([this] { m_lock.release(); });
    if (!m_current.flags.isEmpty()) {
        if (const auto failure = writeDown(m_folder, m_current))
            return failure;
    }
    if (rest == Rest::Forgotten || m_missing.isEmpty())
        QFile::remove(m_folder + u'/' + QLatin1StringView(journalFileName));
    return std::nullopt;
}
