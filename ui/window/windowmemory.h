#pragma once

#include "ui/files/filesettings.h"
#include "ui/sources/sourceregistry.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/// What the window remembers from one time to the next. What was never stored is not set.
struct WindowMemory
{
    QByteArray geometry; ///< of QWidget::saveGeometry(); empty if not set
    std::optional<QString> sourceId;
    QHash<QString, int>
        limits; ///< requests in flight, by the id of the source, where it is not the usual one
    SourceChoices sourceChoices;
    std::optional<QString> folder;
    std::optional<FileRules> files;
    std::optional<QStringList> ticked; ///< alpha-2 codes
    std::optional<int> pictureWidth; ///< in device-independent pixels

    /// From and to the settings of the application.
    [[nodiscard]] static WindowMemory load();
    void store() const;
};

/// QSettings reads its file whole, whatever it is: it blocks on a pipe, and never ends on a device. If the
/// settings file is no regular file of a sensible size, the window starts without settings and stores none.
/// Returns the reason; empty if the settings can be used. Call it before anything uses QSettings.
[[nodiscard]] QString avoidUnreadableSettings();
