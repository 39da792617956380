#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

struct ServedContent
{
    QByteArray bytes = {};
    QByteArray mimeType = {};
    bool isOutOfReach = false; ///< it is there, but cannot be read at the moment: a 503
};

/// What stands behind `/flags/{cc}/{file}`: the content, or nothing for a 404. Both parts come from the
/// network: unchecked.
using ContentLookup = std::function<std::optional<ServedContent>(const QString &cc, const QString &file)>;
