#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// The names of ISO 3166-1 from Debian's iso-codes, by alpha-2; `cmake/convert_iso_codes.py` makes their
/// file.
struct IsoNames
{
    QHash<QString, QStringList> own; ///< English: name, official name, common name, as far as there are any
    QHash<QString, QStringList> translated; ///< the same in the most common languages
};

/// Reads the resource; a few milliseconds.
[[nodiscard]] IsoNames isoNames();
