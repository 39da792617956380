#include "app/sets/journalwriter.h"

#include "app/sets/journalfile.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/posixfile.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

struct JournalWriterText
{
    Q_DECLARE_TR_FUNCTIONS(JournalWriter)
};

Failure tooLargeJournal()
{
    return {FailureKind::WriteFailed, 0,
        JournalWriterText::tr("%1 would be larger than %2")
            .arg(QLatin1StringView(journalFileName), QLocale().formattedDataSize(largestJournal, 0))};
}

} // namespace

std::optional<Failure> JournalWriter::begin(const BatchSpec &spec)
{
    const QByteArray line = journalLine(spec);
    if (line.size() > largestJournal)
        return tooLargeJournal();
    if (const auto readBack = journalFromLines(line); !readBack)
        return Failure{FailureKind::Internal, 0, readBack.error().text};
    if (const auto written = writeAtomically(path(), line, ConflictPolicy::Overwrite); !written)
        return written.error();
    m_hasPending = true;
    m_size = line.size();
    m_file = UniqueFd(
        ::open(QFile::encodeName(path()).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW));
    return m_file.isOpen() ? std::nullopt : std::optional(diskFailure(errno));
}

// One write() for each line: a kill leaves it complete or absent, and lines of several threads do not mix. A
// line that a full disk has cut is ended before the next one.
std::optional<Failure> JournalWriter::append(const QByteArray &line)
{
    const QByteArray bytes = m_isCut ? '\n' + line : line;
    if (m_size + bytes.size() > largestJournal)
        return tooLargeJournal();
    ssize_t written = 0;
    do
        written = ::write(m_file.number(), bytes.constData(), std::size_t(bytes.size()));
    while (written < 0 && errno == EINTR);
    m_size += std::max<ssize_t>(written, 0);
    if (written == bytes.size()) {
        m_isCut = false;
        return std::nullopt;
    }
    m_isCut |= written > 0;
    return diskFailure(written < 0 ? errno : ENOSPC);
}

void JournalWriter::finish(QList<BatchSpec> pending)
{
    m_hasPending = !pending.isEmpty();
    if (!m_hasPending) {
        QFile::remove(path());
        return;
    }
    BatchSpec next = pending.takeFirst();
    next.following = pending;
    const QByteArray line = journalLine(next);
    if (line.size() <= largestJournal)
        std::ignore = writeAtomically(path(), line, ConflictPolicy::Overwrite);
}

std::optional<Failure> JournalWriter::checkPlace() const
{
    struct stat ours
    {
    };
    struct stat there
    {
    };
    if (::fstat(m_file.number(), &ours) != 0)
        return diskFailure(errno);
    if (::lstat(QFile::encodeName(path()).constData(), &there) == 0 && ours.st_dev == there.st_dev
        && ours.st_ino == there.st_ino)
        return std::nullopt;
    return Failure{FailureKind::FolderDenied, 0,
        JournalWriterText::tr("it, or its journal, was moved away in the meantime")};
}

QString JournalWriter::currentFolder() const
{
    const QFileInfo journal(u"/proc/self/fd/%1"_s.arg(m_file.number()));
    return QFileInfo(journal.symLinkTarget()).path();
}

QString JournalWriter::path() const
{
    return m_folder + u'/' + QLatin1StringView(journalFileName);
}
