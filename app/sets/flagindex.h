#pragma once

#include "app/sets/manifest.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

/// The flags of a set, indexed by their files. Adding a flag takes constant time, while Manifest::put()
/// compares it with all others. A value class; not thread-safe.
class FlagIndex final
{
public:
    FlagIndex() = default;
    /// Each file must be there once.
    explicit FlagIndex(const QList<SetFlag> &flags);

    /// Adds the flag, or replaces the one with the same file and adopts its derived pictures. Files of this
    /// flag are removed from other flags. If the bytes are the same as before, the time is kept. If only the
    /// one before has its own file, that file stays, and the flag counts as in putDerivedOf().
    void put(SetFlag flag);
    /// Adds only the derived pictures: the flag's own file is not on disk, or is another picture.
    void putDerivedOf(const SetFlag &flag);

    /// The flag with this file; null if there is none.
    [[nodiscard]] const SetFlag *flagAt(const QString &file) const;
    /// Sorted as in a Manifest.
    [[nodiscard]] QList<SetFlag> flags() const;

private:
    void insert(const SetFlag &flag);
    [[nodiscard]] std::optional<SetFlag> take(const QString &file);
    void release(const QString &file);

    QHash<QString, SetFlag> m_flags; // by file
    QHash<QString, QString> m_owners; // file on disk -> SetFlag::file of the flag it belongs to
};
