#pragma once

#include "app/downloads/flagresult.h"

#include <QList>
#include <QStringList>

/// Returns one sentence for the end of a batch: "18 flags downloaded in 0.31 s, 1 not found, 1 failed."
[[nodiscard]] QString summaryText(const BatchProgress &progress);

/// Returns one or two sentences for the end of a repair: "3 files repaired: Egypt, Kenya, Mozambique."
/// `names` are those of the countries; at most three are part of the text.
[[nodiscard]] QString repairText(const BatchProgress &progress, const QStringList &names);

/// Returns the text for a running batch: "17 of 20 - 1 not found - 2 failed - no response for 12 s", with
/// typographic dashes.
[[nodiscard]] QString progressText(const BatchProgress &progress);

/// Returns one or two sentences about a file that was backed up.
[[nodiscard]] QString backedUpText(const BackedUpFile &kept);

/// Returns "0.31 s", with the separators of the locale.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

/// Returns "waiting 12 s because the server limits requests". The text starts in lower case: it continues a
/// sentence.
[[nodiscard]] QString serverWaitText(std::chrono::seconds wait);

/// Returns which source delivered a flag and why earlier sources did not: "from Built-in (Office: the source
/// has no such flag)". If no source delivered it, returns the failures of the
/// earlier sources and the title of the last one. The text continues a sentence. It is empty if only one
/// source was requested.
[[nodiscard]] QString fallbackText(const FlagResult &result);

/// Returns why a flag was not saved and what to do, for people. If the flag of a subdivision or an
/// organisation was not found, the text lists the sources that have it.
[[nodiscard]] QString notSavedText(const FlagResult &result);

/// Counts the saved flags of a batch by source. A plain value without signals.
class ServedCounts final
{
public:
    void count(const FlagResult &result);

    /// Returns "12 from Office, 42 from Built-in", largest count first. Empty if no flag was delivered.
    [[nodiscard]] QString text() const;

private:
    struct Served
    {
        QString title; // the key: two addresses at one host differ only in it
        int flags = 0;
    };

    QList<Served> m_served;
};
