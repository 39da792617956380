#pragma once

#include "app/downloads/saveflag.h"
#include "app/storage/atomicwrite.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

/// Writes the files of one flag into the folder of an order, and tells its set of each before it gets its
/// name. Lives in one pool task.
class FlagFiles final
{
public:
    /// `entry` is what the set will say of the flag, unless a Restore brings back what the set says already;
    /// the names are those that are wanted. `order` must outlive this.
    FlagFiles(const SaveOrder &order, const SetFlag &entry);

    /// A picture made from the flag's, described by all but its final name.
    [[nodiscard]] std::variant<WrittenFile, Failure> writeDerived(
        const DerivedFile &derived, const QByteArray &bytes);
    /// After those.
    [[nodiscard]] std::optional<Failure> writeOriginal(const QByteArray &bytes);

    /// Everything is in place.
    void writeDown() const;

    [[nodiscard]] QString originalPath() const { return m_originalPath; }
    /// Nothing was written, since files of these names were there and were to be kept.
    [[nodiscard]] bool areAllKept() const { return !m_hasWritten; }

private:
    [[nodiscard]] std::variant<WrittenFile, Failure> write(
        const QString &file, const QByteArray &bytes, const BeforePublishing &announce);
    [[nodiscard]] QString fileOf(const QString &path) const;

    const SaveOrder &m_order;
    SetFlag m_entry;
    QString m_originalPath;
    bool m_isOriginalForeign = false; // another file stands in its place
    bool m_hasWritten = false;
};
