#include "app/downloads/flagfiles.h"

#include "app/storage/outputfolder.h"

#include <QDir>
#include <QFileInfo>

FlagFiles::FlagFiles(const SaveOrder &order, const SetFlag &entry)
    : m_order(order)
    , m_entry(order.purpose == BatchPurpose::Restore ? *order.known : entry)
{
    m_entry.derived.clear();
}

std::variant<WrittenFile, Failure> FlagFiles::writeDerived(
    const DerivedFile &derived, const QByteArray &bytes)
{
    m_entry.derived.append(derived);
    const auto announce = [this](const QString &path) -> std::optional<Failure> {
        m_entry.derived.last().file = fileOf(path);
        return m_order.set ? m_order.set->announce(m_entry) : std::nullopt;
    };
    auto written = write(derived.file, bytes, announce);
    if (const auto *file = std::get_if<WrittenFile>(&written); !file || file->wasKept)
        m_entry.derived.removeLast();
    return written;
}

std::optional<Failure> FlagFiles::writeOriginal(const QByteArray &bytes)
{
    const auto announce = [this](const QString &path) -> std::optional<Failure> {
        m_entry.file = fileOf(path);
        return m_order.set ? m_order.set->announce(m_entry) : std::nullopt;
    };
    const auto written = write(m_entry.file, bytes, announce);
    if (const auto *failure = std::get_if<Failure>(&written))
        return *failure;
    m_originalPath = std::get<WrittenFile>(written).path;
    m_isOriginalForeign = std::get<WrittenFile>(written).wasKept;
    return std::nullopt;
}

void FlagFiles::writeDown() const
{
    if (!m_order.set || !m_hasWritten)
        return;
    SetFlag entry = m_order.purpose == BatchPurpose::Restore ? *m_order.known : m_entry;
    if (m_isOriginalForeign) {
        if (const SetFlag *old = m_order.set->manifest().flagAt(m_entry.file))
            entry = *old;
        else
            entry.isKept = false;
        entry.derived = m_entry.derived;
    }
    m_order.set->confirm(entry);
}

std::variant<WrittenFile, Failure> FlagFiles::write(
    const QString &file, const QByteArray &bytes, const BeforePublishing &announce)
{
    if (const auto failure = makeSubfolders(m_order.save.folder, file))
        return *failure;
    const auto conflict = m_order.known ? ConflictPolicy::Overwrite : m_order.save.conflict;
    auto written = writeAtomically(QDir(m_order.save.folder).filePath(file), bytes, conflict, announce);
    if (const auto *there = std::get_if<WrittenFile>(&written))
        m_hasWritten |= !there->wasKept;
    return written;
}

QString FlagFiles::fileOf(const QString &path) const
{
    // QDir takes a path that is not absolute for one in the folder already.
    return QDir(QFileInfo(m_order.save.folder).absoluteFilePath())
        .relativeFilePath(QFileInfo(path).absoluteFilePath());
}
