#pragma once

#include "app/downloads/batchprogress.h"

#include <QList>
#include <QStringList>

/// What is said at the end of a batch, line by line: the counts, why it stopped early if it did, the codes
/// that were not found if they are few or `everything` is wanted, and a line for each failed country.
[[nodiscard]] QStringList closingReport(
    const BatchProgress &progress, const QList<FlagResult> &notSaved, const QString &folder, bool everything);

/// Whose flags a set had in another version.
[[nodiscard]] QString changedFlagsLine(QStringList codes);

/// That the pictures of these countries have fewer pixels than --png or --webp asked for.
[[nodiscard]] QString narrowPicturesLine(const QStringList &codes);
