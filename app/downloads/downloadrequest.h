#pragma once

#include "app/countries/country.h"
#include "app/downloads/loopblocker.h"
#include "app/drawing/canceltoken.h"
#include "app/images/rendition.h"
#include "app/sets/openset.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/timeline/recordedrequest.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QList>
#include <QSize>

#include <memory>

/// Describes one batch, as a plain value.
struct DownloadRequest
{
    QList<Country> countries;
    QList<Source> sources; ///< at least one, with addresses and requested limits
    SaveOptions save;
    Conversion conversion = {};
    TransferSettings transfer; ///< limit, spacing and retry budget apply per source
    QSize thumbnailSize; ///< in device pixels; empty: no thumbnails
    BatchPurpose purpose = BatchPurpose::Download;
    /// By code, for an Update or a Restore: the set's entry for each country. Only its source is requested.
    QHash<QString, SetFlag> known = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are recorded; null: nowhere
    std::shared_ptr<RequestLog> log = {}; ///< where the requests are recorded; null: nowhere
    LoopBlocker blocker = {}; ///< for the flags of built-in sources
    CancelToken cancel = {}; ///< cancels rendering; set by the queue of the batch
    int concurrentBatches = 1; ///< batches that share the descriptors of this process, including this one
    // See BatchSpec.
    QList<BatchSpec> following = {};
    QList<BatchSpec> remaining = {};

    [[nodiscard]] QStringList codes() const;
    /// Returns the number of renderer processes that the batch certainly needs, as known before the first
    /// response. One process checks SVGs as fast as they arrive. More start when the first pictures need
    /// them.
    [[nodiscard]] int neededRenderers() const;
    /// Adds a request that is about to wait for a slot to the log. `code` is empty for RequestPart::Names.
    [[nodiscard]] RecordedRequest record(
        const Source &source, const QUrl &url, RequestPart part, const QString &code) const;
    /// Returns the stored description from which another run of the program can resume the batch.
    [[nodiscard]] BatchSpec spec() const;
};
