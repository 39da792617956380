#pragma once

#include "app/sets/loadedset.h"
#include "app/sets/verification.h"

#include <QByteArray>
#include <QStringList>

/// What is said of a set that was checked: the counts, and a line for each file that is not as it should be,
/// or for each file of all if `everything` is wanted.
[[nodiscard]] QStringList verifyReport(const Verification &verification, bool everything);

/// One file as one JSON object on one line: "file", "code", "state", "derived",
/// "superseded_since".
[[nodiscard]] QByteArray verifyJsonLine(const CheckedFile &file);

/// That something is left to resume, and how.
[[nodiscard]] QString interruptedBatchText(const QString &folder, const InterruptedBatch &batch);
