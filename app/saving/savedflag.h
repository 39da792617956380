#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"
#include "app/tasks/steadytime.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <algorithm>
#include <optional>

class QThread;

/// The state of a country. In a batch, each country starts as Waiting and ends in exactly one of the last
/// six.
enum class FlagState {
    NotAsked,
    Waiting,
    OnHold, ///< pending; does not start until the user releases it
    Downloading,
    Saved,
    Fetched, ///< checked, but not saved on purpose: in comparisons and trials
    Unchanged, ///< the source still has the picture of the set
    Skipped, ///< a file of this name existed and was kept
    NotFound,
    Failed,
    Cancelled,
};

/// Returns whether a country in this final state has its file on disk.
[[nodiscard]] constexpr bool isOnDisk(FlagState state)
{
    return state == FlagState::Saved || state == FlagState::Unchanged || state == FlagState::Skipped;
}

/// A file on disk that was made from a flag's picture.
struct DerivedPicture
{
    QString path;
    RenditionSpec spec;
    Crop crop = Crop::None;
    QSize size; ///< in pixels; narrower than requested if the raster is
    qint64 bytes = 0;
    QByteArray sha256; ///< raw
    bool wasKept = false; ///< a file of this name existed and was kept

    [[nodiscard]] bool isSmallerThanRequested() const { return !wasKept && size.width() < spec.width; }
};

/// When a thread of the pool worked on a flag.
struct SaveTimes
{
    std::optional<SteadyTime> started = {};
    std::optional<SteadyTime> checked
        = {}; ///< picture and name are valid; its files are written from here on
    std::optional<SteadyTime> ended = {};
    const QThread *thread = nullptr; ///< only compared
};

/// The result of saving one flag: the files that were written or found on disk.
struct SavedFlag
{
    FlagState state = FlagState::Failed; ///< Saved, Unchanged, Skipped or Failed
    Failure failure; ///< only meaningful if state is NotFound, Failed or Cancelled
    QString name; ///< from the metadata of the source, or from the catalogue
    bool isNameReplaced = false; ///< by the catalogue's: the source's is blank, or that of another country
    QString path; ///< of the flag's file, or of the first of `derived` if only those are kept
    // Of the file at `path`, or of what the source sent if no original is kept.
    qint64 bytes = 0;
    QByteArray sha256; ///< raw; empty if unknown
    QSize pixels; ///< empty if unknown
    QList<DerivedPicture> derived; ///< in the order of the request
    bool isOriginalKept = true; ///< false: only `derived` is on disk
    bool isChanged = false; ///< the set had another picture before
    bool isKeptAltered = false; ///< a file of the set was kept although its content is not the recorded one
    QImage thumbnail; ///< fits the thumbnail size of the batch; null if none was requested
    SaveTimes times = {};

    /// Returns whether a picture has fewer pixels than requested.
    [[nodiscard]] bool hasNarrowPictures() const
    {
        return std::ranges::any_of(derived, &DerivedPicture::isSmallerThanRequested);
    }
};

Q_DECLARE_METATYPE(FlagState)
Q_DECLARE_METATYPE(DerivedPicture)
