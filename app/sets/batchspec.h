#pragma once

#include "app/sets/manifest.h"
#include "app/storage/saveoptions.h"

#include <QStringList>

/// What a batch is for.
enum class BatchPurpose {
    Download, ///< flags that somebody ticked
    Update, ///< the flags of a set, where their sources have other ones by now
    Restore, ///< the flags of a set where they are missing or altered: exactly those, or none
};

/// What was asked of a batch, as it is written down before the batch begins, so that another run of the
/// program can go on with it.
struct BatchSpec
{
    BatchPurpose purpose = BatchPurpose::Download;
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
    QStringList codes; ///< sorted
    /// Ids of the sources of `aim` as they are to be asked, the first one first. Empty in older
    /// journals: then as `aim` has them.
    QStringList sourceSequence = {};
    /// Names, sources and pictures as they are wanted. Of flags those that an Update or a Restore is about,
    /// as the set has them.
    Manifest target;

    // None of these has orders of its own.
    QList<BatchSpec> following = {}; ///< batches of the same errand that come after this one
    QList<BatchSpec> remaining = {}; ///< what an earlier batch has left, which this one is not to forget

    friend bool operator==(const BatchSpec &, const BatchSpec &) = default;
};
