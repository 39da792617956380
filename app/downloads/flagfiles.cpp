#include "app/downloads/flagfiles.h"

#include "app/sets/verification.h"
#include "app/storage/outputfolder.h"
#include "app/storage/sha256.h"

#include <QDir>
#include <QFileInfo>

FlagFiles::FlagFiles(const SaveOrder &order, const SetFlag &entry)
    : m_order(order)
    , m_entry(entry)
{
}

std::variant<WrittenFile, Failure> FlagFiles::writeNextDerived(const QByteArray &bytes)
{
    auto written = write(bytes, m_entry.derived[m_next].file);
    if (const auto *file = std::get_if<WrittenFile>(&written); file && file->wasKept)
        m_entry.derived.removeAt(m_next); // it is another's
    else if (file)
        ++m_next;
    return written;
}

std::optional<Failure> FlagFiles::writeOriginal(const QByteArray &bytes)
{
    const auto written = write(bytes, m_entry.file);
    if (const auto *failure = std::get_if<Failure>(&written))
        return *failure;
    m_originalPath = std::get<WrittenFile>(written).path;
    m_isOriginalWritten = !std::get<WrittenFile>(written).wasKept;
    return std::nullopt;
}

void FlagFiles::writeDown() const
{
    if (!m_order.set || !m_hasWritten)
        return;
    if (m_isOriginalWritten || !m_entry.isKept) {
        m_order.set->confirm(m_entry);
    } else {
        m_order.set->confirmDerivedOf(m_entry);
        m_order.set->settle(m_entry.code); // another file is to stay in the original's place
    }
}

void FlagFiles::writeDownPart() const
{
    if (!m_order.set)
        return;
    SetFlag part = m_entry;
    part.derived.removeIf([this](const DerivedFile &derived) {
        return fileState(m_order.save.folder, derived.file, derived.sha256) != FileState::Well;
    });
    m_order.set->confirmDerivedOf(part);
}

std::variant<WrittenFile, Failure> FlagFiles::write(const QByteArray &bytes, QString &file)
{
    const QString &where = m_order.save.folder;
    if (m_order.purpose == BatchPurpose::Restore) {
        const FileState state = fileState(where, file, sha256(bytes));
        if (state == FileState::Well) {
            m_hasWritten = true; // as good as written
            return WrittenFile{QDir(where).filePath(file)};
        }
        // A manifest from elsewhere does not know what a person keeps here.
        if (state != FileState::Missing && m_order.set && !m_order.set->manifest().hasFile(file))
            return Failure{FailureKind::FolderNotEmpty, 0, file};
    }
    if (const auto failure = makeSubfolders(where, file))
        return *failure;
    // QDir takes a path that is not absolute for one in the folder already.
    const QDir folder(QFileInfo(m_order.save.folder).absoluteFilePath());
    const auto announce = [&](const QString &path) -> std::optional<Failure> {
        file = folder.relativeFilePath(QFileInfo(path).absoluteFilePath());
        return m_order.set ? m_order.set->announce(m_entry) : std::nullopt;
    };
    const auto conflict = m_order.known ? ConflictPolicy::Overwrite : m_order.save.conflict;
    auto written = writeAtomically(QDir(m_order.save.folder).filePath(file), bytes, conflict, announce);
    if (const auto *there = std::get_if<WrittenFile>(&written))
        m_hasWritten |= !there->wasKept;
    return written;
}
