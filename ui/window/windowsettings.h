#pragma once

#include "ui/files/filesettings.h"
#include "ui/grid/flagorder.h"
#include "ui/sources/sourceregistry.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/// The state of the window as the settings store it. A value that was never stored, or is invalid, is
/// std::nullopt or empty.
struct WindowSettings
{
    QByteArray geometry; ///< from QWidget::saveGeometry(); empty if not stored
    std::optional<QString> sourceId;
    QHash<QString, int>
        limits; ///< requests in flight, by the id of the source, where it is not the usual one
    SourceChoices sourceChoices;
    std::optional<QString> folder;
    std::optional<FileRules> files;
    std::optional<QStringList> ticked; ///< alpha-2 codes
    std::optional<int> pictureWidth; ///< in device-independent pixels
    std::optional<SortOrder> order = {};
    std::optional<bool> isGrouped = {}; ///< by continent
    std::optional<bool> detailsShown = {};
    std::optional<int> detailsWidth = {}; ///< in device-independent pixels
    std::optional<bool> timelineShown = {};
    std::optional<int> timelineHeight = {}; ///< in device-independent pixels

    /// Read and write the settings of the application.
    [[nodiscard]] static WindowSettings load();
    void store() const;
    /// Whether no window has stored its state yet: this is the first start.
    [[nodiscard]] static bool areNew();
};

/// Disables the settings if their file is not a regular file of up to 4 MiB, because QSettings blocks on a
/// pipe and never finishes reading a device. The window then starts without settings and stores none. Returns
/// the reason for people, or an empty text. Call it before the first use of QSettings.
[[nodiscard]] QString disableUnreadableSettings();
