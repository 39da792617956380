#pragma once

#include "app/sources/sourcepicture.h"

#include <QStringList>

#include <variant>

class QJsonObject;

/// The pictures that an entry of a sources file names under "image" or "images", as sourceentry.h describes;
/// or why they cannot be used. `base` stands before relative templates while they are checked.
[[nodiscard]] std::variant<QList<SourcePicture>, QString> picturesOfEntry(
    const QJsonObject &entry, const QString &base);

/// The formats that pictures may have, as "formats" takes them.
[[nodiscard]] QStringList knownFormats();

/// What the template's ending says of its pictures; empty if that is nothing.
[[nodiscard]] QString formatByEnding(const QString &urlTemplate);
