#pragma once

#include "app/countries/country.h"
#include "app/drawing/canceltoken.h"
#include "app/images/rendition.h"
#include "app/sets/openset.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QList>
#include <QSize>

#include <memory>

/// One batch, as a plain value.
struct DownloadRequest
{
    QList<Country> countries;
    QList<Source> sources; ///< at least one, with addresses that can be asked, and limits as wanted
    SaveOptions save;
    Conversion conversion = {};
    TransferSettings transfer; ///< but for what each source has of its own: limit, spacing, retry budget
    QSize thumbnailSize; ///< in device pixels; empty: no thumbnails
    BatchPurpose purpose = BatchPurpose::Download;
    /// By code, for an Update or a Restore: each country's flag as the set has it, which says which of the
    /// sources is asked, and no other.
    QHash<QString, SetFlag> known = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are recorded; null: nowhere
    CancelToken cancel = {}; ///< of what is drawn; the queue that runs the batch sets it
    int concurrentBatches = 1; ///< batches of this process that share its descriptors, this one among them
    // See BatchSpec.
    QList<BatchSpec> following = {};
    QList<BatchSpec> remaining = {};

    /// What another run of the program needs to go on with the batch.
    [[nodiscard]] BatchSpec spec() const;
};
