#pragma once

#include "app/downloads/flagresult.h"

#include <QList>

/// One plain sentence for the end of a batch: "18 flags downloaded in 0.31 s, 1 not found, 1 failed."
[[nodiscard]] QString summaryText(const BatchProgress &progress);

/// For a batch that runs: "17 of 20 - 1 not found - 2 failed", with proper dashes.
[[nodiscard]] QString progressText(const BatchProgress &progress);

/// One sentence or two.
[[nodiscard]] QString backedUpText(const BackedUpFile &kept);

/// "0.31 s", with the locale's separators.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

/// "waiting 12 s because the server asked for it", beginning in the middle of a sentence.
[[nodiscard]] QString serverWaitText(std::chrono::seconds wait);

/// For a flag that did not come from the source that was asked first: "from Built-in (Office: the source has
/// no such flag)"; for one that nobody gave: what the other sources answered. Begins in the middle of a
/// sentence; empty where only one source was asked.
[[nodiscard]] QString sourceStory(const FlagResult &result);

/// Why there is no flag and what to do, for people. Of a part or an organisation that was not found it names
/// the sources that have it.
[[nodiscard]] QString notSavedText(const FlagResult &result);

/// How many flags of a batch came from which of its sources.
class ServedCounts final
{
public:
    void count(const FlagResult &result);

    /// "12 from Office, 42 from Built-in", the most first; empty if nothing came.
    [[nodiscard]] QString text() const;

private:
    struct Served
    {
        QString title; // two addresses at one host differ in nothing else
        int flags = 0;
    };

    QList<Served> m_served;
};
