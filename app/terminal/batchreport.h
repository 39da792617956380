#pragma once

#include "app/downloads/flagresult.h"

#include <QList>
#include <QStringList>

#include <chrono>

// What a download without a window prints for people. --json prints the lines of jsonline.h instead.

/// The line of one result for --verbose: "BR  BR-Brazil.svg, 1.2 kB, 0.03 s".
[[nodiscard]] QString verboseLine(const FlagResult &result);

/// "BR  waiting 12 s because the server limits requests".
[[nodiscard]] QString verboseWaitLine(const QString &code, std::chrono::seconds wait);

/// The lines at the end of a batch: the counts, why it stopped early, the codes that were not found, and a
/// line for each failed country. Without `everything`, codes are listed only up to a certain number, and a
/// failure that stopped the batch is not repeated for each country.
[[nodiscard]] QStringList closingReport(
    const BatchProgress &progress, const QList<FlagResult> &notSaved, const QString &folder, bool everything);

/// Lists the flags of a set that have changed.
[[nodiscard]] QString changedFlagsLine(QStringList codes);

/// Lists the flags that were kept although their files have changed. `folder` is quoted for a shell.
[[nodiscard]] QString keptAlteredLine(QStringList codes, const QString &folder);

/// Lists the countries whose pictures have fewer pixels than --png or --webp requested.
[[nodiscard]] QString narrowPicturesLine(const QStringList &codes);
