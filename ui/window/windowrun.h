#pragma once

#include "app/images/rendition.h"
#include "app/storage/ownsources.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QList>
#include <QStringList>

#include <optional>

class MainWindow;

/// The options of the window from the command line. A value that is not set comes from the settings or the
/// defaults.
struct WindowOptions
{
    std::optional<QStringList> ticked; ///< alpha-2 codes
    QList<Source> sources; ///< the source and its fallbacks, in order; empty: not set
    OwnSources ownSources; ///< the content of their file
    QList<Source> addedSources; ///< for this run only
    QString ownSourcesPath = ::ownSourcesPath();
    std::optional<QString> folder;
    std::optional<NameTemplate> nameTemplate;
    std::optional<ConflictPolicy> conflict;
    std::optional<int> limit; ///< concurrent requests, for the first source
    std::optional<Conversion> conversion = {};
    TransferSettings transfer; ///< without its limit
    QStringList given; ///< the long names of all options on the command line, which override the preferences
};

/// Shows the window and runs the event loop until it is closed. SIGINT, SIGTERM and SIGHUP close it too,
/// without a question. Then waits up to 1.5 s for the batch to write its manifest. Returns the exit status:
/// 0, or 128 + signal.
[[nodiscard]] int runUntilClosed(MainWindow &window);
