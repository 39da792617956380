#pragma once

#include "app/failures/failure.h"
#include "app/images/rendition.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <algorithm>

/// The state of a country. A batch takes each of its countries from Waiting to exactly one of the last six.
enum class FlagState {
    NotAsked,
    Waiting,
    OnHold, ///< waiting, and skipped until a person releases it
    Downloading,
    Saved,
    Unchanged, ///< the source still has the picture of the set
    Skipped, ///< a file of this name existed and was kept
    NotFound,
    Failed,
    Cancelled,
};

/// Whether a country that ended in this state has its file.
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
    QSize size; ///< in pixels; narrower than requested where a raster has no more
    qint64 bytes = 0;
    QByteArray sha256; ///< raw
    bool wasKept = false; ///< a file of this name existed and was kept

    [[nodiscard]] bool isSmallerThanRequested() const { return size.width() < spec.width; }
};

/// What saving one flag produced, or found on disk.
struct SavedFlag
{
    FlagState state = FlagState::Failed; ///< Saved, Unchanged, Skipped or Failed
    Failure failure; ///< only meaningful if state is NotFound, Failed or Cancelled
    QString name; ///< from the metadata of the source, or from the catalogue
    QString path; ///< of the flag's file, or of the first of `derived` if only those are kept
    qint64 bytes = 0; ///< of the picture
    QByteArray sha256; ///< of the picture, raw
    QSize pixels; ///< of the picture; empty if unknown
    QList<DerivedPicture> derived; ///< in the order of the request
    bool isOriginalKept = true; ///< false: only `derived` is on disk
    bool isChanged = false; ///< the set had another picture before
    QImage thumbnail; ///< fits the thumbnail size of the batch; null if none was requested

    /// Whether the picture has fewer pixels than requested.
    [[nodiscard]] bool hasNarrowPictures() const
    {
        return std::ranges::any_of(derived, &DerivedPicture::isSmallerThanRequested);
    }
};

Q_DECLARE_METATYPE(FlagState)
Q_DECLARE_METATYPE(DerivedPicture)
