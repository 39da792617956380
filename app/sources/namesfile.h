#pragma once

#include <QString>
#include <QUrl>

/// One JSON file in which a source names all its countries: an array of entries, or an object whose keys are
/// the alpha-2 codes. Paths lead into an entry by its keys, with dots between them: "name.common".
struct NamesFile
{
    QUrl url;
    QString codePath; ///< of the alpha-2 code; empty: the keys are the codes
    QString namePath; ///< empty: the entry itself is the name

    friend bool operator==(const NamesFile &, const NamesFile &) = default;
};
