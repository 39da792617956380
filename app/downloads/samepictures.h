#pragma once

#include "app/downloads/flagresult.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

/// Notices that a source sends one picture for many countries: a placeholder, or an address that ignores the
/// country. Some countries share a flag, so only a larger group is reported than any that does. A plain
/// value.
class SamePictures final
{
public:
    /// France, and the 12 territories that use its flag.
    static constexpr qsizetype mostWithOneFlag = 13;

    /// Counts a flag that was saved. Others are ignored.
    void count(const FlagResult &result);

    /// Returns one sentence about the largest group, with its first countries, and what to do. Empty if no
    /// group is too large.
    [[nodiscard]] QString text() const;

private:
    QHash<QByteArray, QSet<QString>> m_codes; // by the hash of their picture
};
