#pragma once

#include "app/sets/manifest.h"
#include "app/storage/saveoptions.h"

#include <QStringList>

/// The purpose of a batch.
enum class BatchPurpose {
    Download, ///< downloads the flags that the user selected
    Update, ///< downloads flags of a set again if their sources have other pictures
    Restore, ///< downloads missing and altered flags of a set again; accepts only identical files
};

/// The stored description of a batch. It is written before the batch begins, so that another run of the
/// program can resume it.
struct BatchSpec
{
    BatchPurpose purpose = BatchPurpose::Download;
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
    QStringList codes; ///< sorted
    /// Ids of the sources of `target` in the order in which they are requested. If it is empty, as in
    /// older journals, the order of `target` applies.
    QStringList sourceOrder = {};
    /// The requested names, sources and pictures. For an Update or a Restore, its flags are the entries of
    /// the set that the batch processes.
    Manifest target;

    // The specs in these lists do not contain further specs.
    QList<BatchSpec> following = {}; ///< batches of the same operation that run after this one
    QList<BatchSpec> remaining = {}; ///< pending work of earlier batches, which this one must keep

    friend bool operator==(const BatchSpec &, const BatchSpec &) = default;
};
