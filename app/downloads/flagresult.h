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

/// The reason why a source did not deliver a country's flag: its response, or why the request was given up.
struct SourceAnswer
{
    QString sourceId;
    QString sourceTitle;
    QString url; ///< of the picture, as in SetFlag; empty if it was not requested
    Failure failure;

    friend bool operator==(const SourceAnswer &, const SourceAnswer &) = default;
};

/// The result of the download of one country.
struct FlagResult : SavedFlag
{
    FlagResult() { state = FlagState::NotAsked; }

    Country country;
    QString
        sourceId; ///< the source that delivered the flag or whose failure this is; empty if none was tried
    QString sourceTitle; ///< for people, in the language of the interface
    QList<SourceAnswer> earlier; ///< from the sources requested before, in order
    /// Metadata was requested, and the source has no name there, a blank one, or that of another country.
    bool nameFromCatalogue = false;
    QImage former; ///< thumbnail of the picture that the set had before, if isChanged
    QString url; ///< of the picture, as in SetFlag
    Validators validators; ///< as the server sent them
    int tries = 0; ///< of image and metadata together, at all sources; see HttpGet::tries()
    RequestTimings image;
    std::optional<RequestTimings> metadata;
    SteadyTime queued; ///< when the batch accepted the country
    std::optional<SteadyTime> ended; ///< when the result was complete and the file on disk
};

/// The progress of a batch. Each finished country is in exactly one of the counts that done() adds.
struct BatchProgress
{
    int total = 0;
    int saved = 0;
    int fetched = 0; ///< and not saved, on purpose
    int changed = 0; ///< part of `saved`: the set had another picture before
    int unchanged = 0;
    int skipped = 0;
    int notFound = 0;
    int failed = 0;
    int notRequested = 0; ///< part of `failed`: all sources were given up before
    int cancelled = 0;
    std::chrono::milliseconds elapsed{0};
    std::chrono::milliseconds silence{0}; ///< of all servers, see TransferPool::silence(); 0 if paused
    bool isPaused = false;
    std::optional<Failure> pausedBy; ///< why the batch paused by itself
    std::optional<Failure> stoppedBy; ///< the one reason why the whole batch ended early
    std::optional<Failure> setProblem; ///< why the manifest could not be written
    QList<BackedUpFile> backedUp; ///< unrelated files that had a name of the set

    [[nodiscard]] int done() const
    {
        return saved + fetched + unchanged + skipped + notFound + failed + cancelled;
    }
    /// The countries whose files are on disk, whether this batch has saved them or not.
    [[nodiscard]] int onDisk() const { return saved + unchanged + skipped; }
    /// Returns whether all requested flags are on disk and recorded.
    [[nodiscard]] bool isComplete() const { return onDisk() == total && !setProblem; }
    void count(const FlagResult &result);
    /// Adds the next batch of the same operation. Its `pausedBy` replaces the previous one.
    void add(const BatchProgress &next);
    /// Adds a batch that will not start: counts its countries as cancelled.
    void addCancelled(qsizetype countries);
};

Q_DECLARE_METATYPE(BatchProgress)
