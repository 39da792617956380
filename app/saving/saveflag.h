#pragma once

#include "app/countries/country.h"
#include "app/drawing/canceltoken.h"
#include "app/drawing/picture.h"
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
#include <variant>

/// Where a picture came from, as a set records it.
struct FlagOrigin
{
    Source source = {};
    QString url = {}; ///< as in SetFlag
    Validators validators = {};
};

/// Everything that the thread pool needs to save one flag.
struct SaveRequest
{
    Country country;
    QByteArray picture;
    std::optional<QString> name = {}; ///< from a names file; nothing: it is not in that file
    std::optional<QByteArray> metadata; ///< metadata.json; nothing: `name` is used
    QString metadataName; ///< path of the name in the metadata
    SaveOptions save;
    QSize thumbnailSize; ///< empty: none wanted
    Conversion conversion = {};
    FlagOrigin origin = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are recorded; null: nowhere
    BatchPurpose purpose = BatchPurpose::Download;
    /// For an Update or a Restore: the set's entry, which determines names and renditions.
    std::optional<SetFlag> known = {};
    bool isIntact = false; ///< all files of `known` have their recorded hashes
    CancelToken cancel = {}; ///< of rendering
};

/// Checks the picture, renders the thumbnail, and writes each file atomically: first the renditions, last the
/// picture itself. For the thread pool: blocks on the disk.
[[nodiscard]] SavedFlag saveFlag(const SaveRequest &request);

/// What the thread pool does with a request: saveFlag(), or a function that writes nothing.
using SaveTask = std::function<SavedFlag(const SaveRequest &)>;

/// Runs the task. An exception becomes a failure of kind Internal.
[[nodiscard]] SavedFlag perform(const SaveTask &task, const SaveRequest &request) noexcept;

/// A flag that was checked and not written.
struct CheckedFlag
{
    Picture picture;
    QString name;
    QImage thumbnail; ///< null if none is wanted
};

/// Checks the picture, reads the name and renders the thumbnail. For the thread pool.
[[nodiscard]] std::variant<CheckedFlag, Failure> checkFlag(const SaveRequest &request);

/// A SaveTask that only checks the flag. Saved means that the flag could be saved; there is no path.
[[nodiscard]] SavedFlag onlyLookAtFlag(const SaveRequest &request);
