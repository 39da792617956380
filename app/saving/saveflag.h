#pragma once

#include "app/countries/country.h"
#include "app/drawing/canceltoken.h"
#include "app/drawing/picture.h"
#include "app/failures/result.h"
#include "app/images/rendition.h"
#include "app/saving/savedflag.h"
#include "app/sets/batchspec.h"
#include "app/sets/openset.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/httpmessages.h"

#include <QByteArray>
#include <QSize>

#include <functional>
#include <memory>
#include <optional>

/// The origin of a picture, as a set records it.
struct FlagOrigin
{
    Source source = {};
    QString url = {}; ///< as in SetFlag
    Validators validators = {};
};

/// The input of a SaveTask: all data that the thread pool needs to save one flag.
struct SaveRequest
{
    Country country;
    QByteArray picture;
    std::optional<QString> name = {}; ///< from a names file; empty: not in that file
    std::optional<QByteArray> metadata; ///< metadata.json; empty: `name` is used
    QString metadataName; ///< JSON path of the name in the metadata
    SaveOptions save;
    QSize thumbnailSize; ///< empty: no thumbnail
    Conversion conversion = {};
    FlagOrigin origin = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are recorded; null: nowhere
    BatchPurpose purpose = BatchPurpose::Download;
    /// For an Update or a Restore: the set's entry, which determines names and renditions.
    std::optional<SetFlag> known = {};
    bool isIntact = false; ///< all files of `known` have their recorded hashes
    CancelToken cancel = {}; ///< cancels rendering
};

/// Checks the picture, renders the thumbnail, and writes each file atomically. Writes the renditions first
/// and the picture itself last. Blocks on the disk: call it in a thread pool.
[[nodiscard]] SavedFlag saveFlag(const SaveRequest &request);

/// A function that the thread pool runs for a request: saveFlag(), or a function that writes nothing.
using SaveTask = std::function<SavedFlag(const SaveRequest &)>;

/// Runs the task and measures its times. An exception becomes a failure of kind Internal.
[[nodiscard]] SavedFlag perform(const SaveTask &task, const SaveRequest &request) noexcept;
