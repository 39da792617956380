#pragma once

#include "app/sets/manifest.h"
#include "app/storage/saveoptions.h"

#include <QStringList>

/// What a batch does.
enum class BatchPurpose {
    Download, ///< gets the flags that the user selected
    Update, ///< gets the flags of a set again if their sources have other ones
    Restore, ///< gets missing and altered flags of a set again: exactly the same files, or none
};

/// The stored description of a batch. It is written before the batch begins, so that another run of the
/// program can resume it.
struct BatchSpec
{
    BatchPurpose purpose = BatchPurpose::Download;
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
    QStringList codes; ///< sorted
    /// Ids of the sources of `target` in the order in which they are requested. Empty in older journals: then
    /// the order of `target` applies.
    QStringList sourceSequence = {};
    /// The requested names, sources and pictures. Its flags are those that an Update or a Restore is about,
    /// as the set has them.
    Manifest target;

    // The specs in these lists have empty lists themselves.
    QList<BatchSpec> following = {}; ///< batches of the same operation that run after this one
    QList<BatchSpec> remaining = {}; ///< pending work of earlier batches, which this one must keep

    friend bool operator==(const BatchSpec &, const BatchSpec &) = default;
};
