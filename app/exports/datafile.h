#pragma once

#include "app/exports/exportflag.h"

#include <QByteArray>

#include <optional>

/// The format of a file with the data about flags.
enum class DataFormat {
    Csv, ///< RFC 4180, with a header line
    Json, ///< an array with one object for each flag
};

/// The format for a file name extension in any case; nothing for other extensions.
[[nodiscard]] std::optional<DataFormat> dataFormatOf(const QString &fileName);

/// The data about the flags as a complete file in UTF-8. Unknown values are empty in CSV, null in JSON.
[[nodiscard]] QByteArray dataFile(const QList<ExportFlag> &flags, DataFormat format);
