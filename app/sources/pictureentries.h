#pragma once

#include "app/sources/source.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

class QJsonObject;

/// Reads the pictures of an entry of a sources file, from its key "image" or "images". sourceentry.h
/// describes both.
///
/// Returns the pictures, or one sentence for people about the problem. Relative templates are
/// checked with `base` in front of them.
[[nodiscard]] tl::expected<QList<SourcePicture>, QString> picturesOfEntry(
    const QJsonObject &entry, const QString &base);

/// The picture formats that "formats" accepts.
[[nodiscard]] QStringList knownFormats();

/// Returns the format that the suffix of the template stands for, empty if it is unknown.
[[nodiscard]] QString formatBySuffix(const QString &urlTemplate);
