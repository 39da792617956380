#pragma once

#include "app/images/conversion.h"
#include "app/storage/ownsources.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QList>
#include <QStringList>

#include <optional>

class DownloadQueue;
class QWidget;

/// What the command line asks of the window. What is not set comes from the last time, or from the defaults.
struct WindowOptions
{
    std::optional<QStringList> ticked; ///< alpha-2 codes
    QList<Source> sources; ///< in the order in which they are asked; empty: not set
    OwnSources ownSources; ///< as their file has them
    QList<Source> addedSources; ///< for this time only
    QString ownSourcesPath = ::ownSourcesPath();
    std::optional<QString> folder;
    std::optional<NameTemplate> nameTemplate;
    std::optional<ConflictPolicy> conflict;
    std::optional<int> limit; ///< requests in flight, for the source that is asked first
    std::optional<Conversion> conversion = {};
    TransferSettings transfer; ///< but for its limit
};

/// Shows the window and runs until it is closed. SIGINT, SIGTERM and SIGHUP close it too. Then waits up
/// to 1.5 s for the batch to write its manifest. Returns the exit status: 0, or 128 + signal.
[[nodiscard]] int runUntilClosed(QWidget &window, const DownloadQueue &queue);
