#pragma once

#include "app/downloads/flagresult.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

/// Notices that a source sends one picture for countries with different flags: a placeholder, or an address
/// that ignores the country. Two may look alike at a source, so three different flags are reported. A plain
/// value.
class SamePictures final
{
public:
    /// Counts a flag that was saved. Others are ignored.
    void count(const FlagResult &result);

    /// Returns one sentence about the largest group that is reported, with its first countries, and what to
    /// do. Empty if there is none.
    [[nodiscard]] QString text() const;

private:
    QHash<QByteArray, QSet<QString>> m_codes; // by the hash of their picture
};
