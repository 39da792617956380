#pragma once

#include "app/sets/manifest.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

/// The flags of a set by the names of their files. Adding one takes the same time however many there are, so
/// this is what reads and grows a set; a Manifest is what it ends as.
class FlagIndex final
{
public:
    FlagIndex() = default;
    /// Each file must be there once.
    explicit FlagIndex(const QList<SetFlag> &flags);

    /// The flag takes the place of the one that has the same file, and adopts what was made of that; other
    /// flags lose the pictures whose names its own have taken. Whose bytes are the same keeps its time.
    void put(SetFlag flag);
    /// What was made of the flag's picture is there, but under its own name not that picture: the flag that
    /// has the file adopts it.
    void putDerivedOf(const SetFlag &flag);

    /// The flag that is called after the file; null if there is none.
    [[nodiscard]] const SetFlag *flagAt(const QString &file) const;
    /// Sorted as in a Manifest.
    [[nodiscard]] QList<SetFlag> flags() const;

private:
    void insert(const SetFlag &flag);
    [[nodiscard]] std::optional<SetFlag> take(const QString &file);
    void release(const QString &file);

    QHash<QString, SetFlag> m_flags; // by file
    QHash<QString, QString> m_owners; // of files on the disk: the file of the flag that they belong to
};
