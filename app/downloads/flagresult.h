#pragma once

#include "app/countries/country.h"
#include "app/failures/failure.h"
#include "app/saving/savedflag.h"
#include "app/sets/manifestfiles.h"
#include "app/transfer/httpmessages.h"
#include "app/transfer/throttle.h"

#include <QImage>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

/// Why a source did not deliver a country's flag: its response, or why it was no longer requested.
struct SourceAnswer
{
    QString sourceId;
    QString sourceTitle;
    Failure failure;

    friend bool operator==(const SourceAnswer &, const SourceAnswer &) = default;
};

/// Everything that is known about the download of one country when it has ended.
struct FlagResult : SavedFlag
{
    FlagResult() { state = FlagState::NotAsked; }

    Country country;
    QString
        sourceId; ///< the source that delivered the flag or whose failure this is; empty if none was tried
    QString sourceTitle;
    QList<SourceAnswer> earlier; ///< from the sources that were requested before, in their order
    bool nameFromCatalogue = false; ///< metadata was requested, and the source has none
    QImage former; ///< thumbnail of the picture that the set had before, if isChanged
    QString url; ///< of the picture, as in SetFlag
    Validators validators; ///< as the server sent them
    int tries = 0; ///< of image and metadata together, at all sources
    RequestTimings image;
    std::optional<RequestTimings> metadata;
    SteadyTime queued; ///< when the batch accepted the country
    std::optional<SteadyTime> ended; ///< when the result was complete and the file on disk
};

/// The progress of a batch. Every country is in exactly one of the counts, or is not done yet.
struct BatchProgress
{
    int total = 0;
    int saved = 0;
    int changed = 0; ///< of those saved, the ones of which a set had another picture
    int unchanged = 0;
    int skipped = 0;
    int notFound = 0;
    int failed = 0;
    int cancelled = 0;
    std::chrono::milliseconds elapsed{0};
    bool isPaused = false;
    std::optional<Failure> pausedBy; ///< why it paused by itself
    std::optional<Failure> stoppedBy; ///< the one reason why the whole batch ended early
    std::optional<Failure> setProblem; ///< why the manifest could not be written
    QList<BackedUpFile> backedUp; ///< files of others that had a name of the set

    [[nodiscard]] int done() const { return saved + unchanged + skipped + notFound + failed + cancelled; }
    /// Whether every requested flag is on disk and recorded.
    [[nodiscard]] bool isComplete() const { return saved + unchanged + skipped == total && !setProblem; }
    void count(const FlagResult &result);
    /// Adds the next batch of the same operation. Its pause counts, not the one before.
    void add(const BatchProgress &next);
    /// Adds a batch that will not begin any more.
    void addCancelled(qsizetype countries);
};

Q_DECLARE_METATYPE(BatchProgress)
