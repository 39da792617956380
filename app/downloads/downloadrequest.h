#pragma once

#include "app/countries/country.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QList>
#include <QSize>

/// One batch, as a plain value.
struct DownloadRequest
{
    QList<Country> countries;
    Source source; ///< with addresses that can be asked
    SaveOptions save;
    TransferSettings transfer;
    QSize thumbnailSize; ///< in device pixels; empty: no thumbnails
};
