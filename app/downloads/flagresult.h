#pragma once

#include "app/countries/country.h"
#include "app/downloads/derivedpicture.h"
#include "app/downloads/sourceanswer.h"
#include "app/failures/failure.h"
#include "app/transfer/httpmessages.h"
#include "app/transfer/throttle.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QMetaType>
#include <QSize>

#include <algorithm>
#include <optional>

/// Where a country stands. A batch leads each of its countries from Waiting to exactly one of the last six.
enum class FlagState {
    NotAsked,
    Waiting,
    OnHold, ///< waiting, and passed over until it is released
    Downloading,
    Saved,
    Unchanged, ///< the source still has what the set has
    Skipped, ///< a file of that name was there and was to be kept
    NotFound,
    Failed,
    Cancelled,
};

/// Whether a country that ended like this has its file.
[[nodiscard]] constexpr bool isOnDisk(FlagState state)
{
    return state == FlagState::Saved || state == FlagState::Unchanged || state == FlagState::Skipped;
}

/// Everything that is known about one country's download at its end.
struct FlagResult
{
    Country country;
    FlagState state = FlagState::NotAsked;
    Failure failure; ///< meaningful if state is NotFound, Failed or Cancelled
    QString sourceId; ///< of the source that gave the flag, or whose failure this is; empty if none was asked
    QString sourceTitle;
    QList<SourceAnswer> earlier; ///< of the other sources that were asked for it, in their order
    QString name; ///< as the source's metadata has it, or the catalogue's where there was none
    bool nameFromCatalogue = false; ///< the source was asked for metadata and had none
    QString path; ///< of the file, if Saved, Unchanged or Skipped; of the first of `derived` if it is not
                  ///< kept itself
    bool isChanged = false; ///< Saved in place of another picture that the set had
    QImage former; ///< thumbnail of that one
    QString url; ///< where the picture came from, as in SetFlag
    Validators validators; ///< as the server sent them
    QSize pixels; ///< of the picture; empty if unknown
    qint64 bytes = 0; ///< of the picture
    QByteArray sha256; ///< of the picture, raw
    QList<DerivedPicture> derived; ///< made from the picture, as they were ordered
    bool isOriginalKept = true; ///< false: only `derived` is on disk
    QImage thumbnail; ///< fits the batch's thumbnail size; null if none was asked for
    int tries = 0; ///< of image and metadata together, at all sources
    RequestTimings image;
    std::optional<RequestTimings> metadata;
    SteadyTime queued; ///< when the batch took the country in
    std::optional<SteadyTime> ended; ///< when the result was complete, the file on disk

    /// Whether the picture had fewer pixels than was asked for.
    [[nodiscard]] bool hasNarrowPictures() const
    {
        return std::ranges::any_of(derived, &DerivedPicture::isSmallerThanRequested);
    }
};

Q_DECLARE_METATYPE(FlagState)
Q_DECLARE_METATYPE(FlagResult)
