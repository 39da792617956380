#pragma once

#include "app/countries/country.h"
#include "app/downloads/flagresult.h"
#include "app/drawing/canceltoken.h"
#include "app/images/rendition.h"
#include "app/sets/batchspec.h"
#include "app/sets/openset.h"
#include "app/storage/saveoptions.h"

#include <QByteArray>
#include <QSize>

#include <functional>
#include <memory>
#include <optional>

/// Where a picture came from, as a set remembers it.
struct FlagOrigin
{
    Source source = {};
    QString url = {}; ///< as in SetFlag
    Validators validators = {};
};

/// All that the pool needs to turn two answers into a file.
struct SaveRequest
{
    Country country;
    QByteArray picture;
    std::optional<QString> name = {}; ///< as a file of all countries has it; nothing: it is not in there
    std::optional<QByteArray> metadata; ///< of this country; nothing: the flag gets the name above
    QString metadataName; ///< path of the name in it
    SaveOptions save;
    QSize thumbnailSize; ///< empty: none wanted
    Conversion conversion = {};
    FlagOrigin origin = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are written down; null: nowhere
    BatchPurpose purpose = BatchPurpose::Download;
    /// For an Update or a Restore: names, and what is made of the picture, are as the set has them.
    std::optional<SetFlag> known = {};
    bool isIntact = false; ///< the files of the known flag have their hashes
    CancelToken cancel = {}; ///< of the drawings
};

/// The part of a FlagResult that the pool finds out.
struct SavedFlag
{
    FlagState state = FlagState::Failed; ///< Saved, Unchanged, Skipped or Failed
    Failure failure;
    QString name;
    QString path;
    QByteArray sha256;
    QList<DerivedPicture> derived;
    bool isOriginalKept = true;
    QSize pixels;
    bool isChanged = false;
    QImage thumbnail;
};

/// Checks the picture, makes its name, draws the thumbnail, and saves each file atomically: what is to be
/// made of the picture first, the picture itself last. A free function of values for the pool: blocks on the
/// disk.
[[nodiscard]] SavedFlag saveFlag(const SaveRequest &request);

/// What the pool does with an order; saveFlag() where nothing else is wanted. One that writes nothing goes
/// with an empty folder in the SaveOptions.
using SaveTask = std::function<SavedFlag(const SaveRequest &)>;

/// Carries the order out; what the task throws becomes a failure of kind Internal.
[[nodiscard]] SavedFlag perform(const SaveTask &task, const SaveRequest &request) noexcept;
