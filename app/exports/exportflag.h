#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>
#include <optional>

/// A flag on the disk and the data about it, as exports need it. Unknown values are empty.
struct ExportFlag
{
    QString code; ///< ISO 3166-1 alpha-2, upper case
    QString iso3; ///< ISO 3166-1 alpha-3, upper case
    QString number; ///< ISO 3166-1 numeric, three digits
    QString name; ///< text to show, in the language of the export
    QString continent;
    QString path; ///< of the picture file
    QString file; ///< path of the file within the set
    QString sha256; ///< hexadecimal digits
    std::optional<qint64> bytes;
    QString source; ///< English title or id, for files with data
    QString licence; ///< in English, likewise
    QString credit; ///< source and licence for people, in the language of the export if it is known
};

/// A flag that is missing from an export.
struct LeftOutFlag
{
    QString code;
    QString name;
    Failure failure;
};

/// The result of an export.
struct ExportOutcome
{
    std::optional<Failure> failure; ///< if set, nothing was written and existing files are unchanged
    QString path = {}; ///< of the file or folder
    QList<LeftOutFlag> leftOut = {}; ///< flags whose pictures could not be read
};

Q_DECLARE_METATYPE(ExportOutcome)

/// Called after each of `total` steps. If it returns false, the export ends with a failure of kind Cancelled.
using AdvanceExport = std::function<bool(int done, int total)>;

/// Whether the file name has this extension (with its dot, in any case) after at least one character.
[[nodiscard]] bool hasSuffix(const QString &fileName, QLatin1StringView suffix);

/// The format of a file with the data about flags.
enum class DataFormat {
    Csv, ///< RFC 4180, with a header line
    Json, ///< an array with one object for each flag
};

/// The format for a file name suffix in any case; nothing for other suffixes.
[[nodiscard]] std::optional<DataFormat> dataFormatOf(const QString &fileName);

/// The data about the flags as a complete file in UTF-8. Unknown values are empty in CSV, null in JSON.
[[nodiscard]] QByteArray dataFile(const QList<ExportFlag> &flags, DataFormat format);

/// Two short sentences for the user: what happened to the export, and what to do.
[[nodiscard]] QString exportFailureText(const Failure &failure, const QString &path);

/// The sources and licences of the flags, without duplicates, in one line.
[[nodiscard]] QString creditsOf(const QList<ExportFlag> &flags);

/// The text about an export of a set with a damaged manifest.
[[nodiscard]] QString damagedSetText(const QString &folder, const QString &damage);

/// The flags that are missing from the result, and why; empty if none is missing.
[[nodiscard]] QString leftOutText(const QList<LeftOutFlag> &leftOut);
