#pragma once

#include "app/downloads/saveflag.h"
#include "app/storage/atomicwrite.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

/// Writes the files of one flag into the folder of an order, and tells its set of all of them before each
/// gets its name. Lives in one pool task.
class FlagFiles final
{
public:
    /// `entry` is what the set will say of the flag: its derived pictures those that are to be written, and
    /// behind them those that are in place; the names are those that are wanted. `order` must outlive this.
    FlagFiles(const SaveRequest &request, const SetFlag &entry);

    /// The pictures made of the flag's, in the order of the entry.
    [[nodiscard]] std::variant<WrittenFile, Failure> writeNextDerived(const QByteArray &bytes);
    /// After those.
    [[nodiscard]] std::optional<Failure> writeOriginal(const QByteArray &bytes);

    /// Everything is in place.
    void writeDown() const;
    /// Nothing follows any more, although something is missing.
    void writeDownPart() const;

    [[nodiscard]] QString originalPath() const { return m_originalPath; }
    /// Nothing was written, since files of these names were there and were to be kept.
    [[nodiscard]] bool areAllKept() const { return !m_hasWritten; }

private:
    [[nodiscard]] std::variant<WrittenFile, Failure> write(const QByteArray &bytes, QString &file);

    const SaveRequest &m_request;
    SetFlag m_entry; // its files have the names that they got
    qsizetype m_next = 0; // of its derived pictures
    QString m_originalPath;
    bool m_isOriginalWritten = false;
    bool m_hasWritten = false;
};
