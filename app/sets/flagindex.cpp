#include "app/sets/flagindex.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace {

/// A file holds one picture. If a derived picture has the name of the flag's own, the flag's own wins.
void removeDuplicateFiles(SetFlag &flag)
{
    QSet<QString> files;
    if (flag.isKept)
        files.insert(flag.file);
    flag.derived.removeIf([&files](const DerivedFile &derived) {
        const qsizetype before = files.size();
        files.insert(derived.file);
        return files.size() == before;
    });
}

} // namespace

FlagIndex::FlagIndex(const QList<SetFlag> &flags)
{
    m_flags.reserve(flags.size());
    m_owners.reserve(flags.size());
    for (const SetFlag &flag : flags)
        insert(flag);
}

void FlagIndex::put(SetFlag flag)
{
    // A flag of which only derived pictures were saved has not removed the file from an earlier download.
    if (const SetFlag *old = flagAt(flag.file); old && old->isKept && !flag.isKept) {
        putDerivedOf(flag);
        return;
    }
    if (const auto old = take(flag.file)) {
        if (old->sha256 == flag.sha256 && old->source == flag.source && old->time.isValid())
            flag.time = old->time;
        flag.adoptDerived(*old); // these files are still on disk
    }
    removeDuplicateFiles(flag);
    for (const QString &file : flag.filesOnDisk())
        release(file);
    std::ranges::sort(flag.derived, {}, &DerivedFile::file);
    insert(flag);
}

void FlagIndex::putDerivedOf(const SetFlag &flag)
{
    if (flag.derived.isEmpty())
        return;
    SetFlag entry = flag;
    entry.isKept = false;
    if (const SetFlag *old = flagAt(flag.file); old && old->isKept) {
        entry = *old;
        entry.derived.clear();
        entry.adoptDerived(flag);
    }
    put(entry);
}

const SetFlag *FlagIndex::flagAt(const QString &file) const
{
    const auto found = m_flags.constFind(file);
    return found == m_flags.cend() ? nullptr : &*found;
}

QList<SetFlag> FlagIndex::flags() const
{
    QList<SetFlag> flags = m_flags.values();
    std::ranges::sort(flags, &SetFlag::comesBefore);
    return flags;
}

void FlagIndex::insert(const SetFlag &flag)
{
    const QStringList files = flag.filesOnDisk();
    if (files.isEmpty())
        return;
    for (const QString &file : files)
        m_owners.insert(file, flag.file);
    m_flags.insert(flag.file, flag);
}

std::optional<SetFlag> FlagIndex::take(const QString &file)
{
    const auto found = m_flags.constFind(file);
    if (found == m_flags.cend())
        return std::nullopt;
    SetFlag flag = *found;
    m_flags.erase(found);
    for (const QString &onDisk : flag.filesOnDisk())
        m_owners.remove(onDisk);
    return flag;
}

/// Removes the file from the flag that owns it, and removes that flag if it has no other file.
void FlagIndex::release(const QString &file)
{
    const auto owner = m_owners.constFind(file);
    if (owner == m_owners.cend())
        return;
    auto flag = take(*owner);
    if (!flag)
        return;
    if (flag->file == file)
        flag->isKept = false;
    flag->derived.removeIf([&file](const DerivedFile &derived) { return derived.file == file; });
    insert(*flag);
}
