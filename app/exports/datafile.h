#pragma once

#include "app/exports/exportflag.h"

#include <QByteArray>

// What is known about the flags, as one whole file in UTF-8; what is not known is empty in CSV, null in JSON.

/// As RFC 4180 has it, with a line of headings.
[[nodiscard]] QByteArray flagsAsCsv(const QList<ExportFlag> &flags);

/// One array with an object for each flag.
[[nodiscard]] QByteArray flagsAsJson(const QList<ExportFlag> &flags);
