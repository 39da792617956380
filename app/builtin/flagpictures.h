#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// A file that an embedded server sends.
struct ServedContent
{
    QByteArray bytes = {};
    QByteArray mimeType = {};
    bool isUnreadable = false; ///< the file exists but cannot be read now; the response is 503
};

/// Looks up the content of `/flags/{cc}/{file}`; nothing for a 404. Both arguments come from the network and
/// are not validated.
using ContentLookup = std::function<std::optional<ServedContent>(const QString &cc, const QString &file)>;

/// Codes of the catalogue's countries and extras with a picture in the folder, upper case, sorted.
[[nodiscard]] QStringList codesWithPictures(const QString &folder);

/// The same, but only codes of parts and organisations.
[[nodiscard]] QStringList extraCodesWithPictures(const QString &folder);

/// Serves `{cc}.svg` and `metadata.json` (`country`, `iso_cc`, `tld_cc`) for the codes with pictures.
[[nodiscard]] ContentLookup picturesContent(const QString &folder);

/// Serves a folder with the layout `{cc}/{file}`. Serves no files outside of it, not even through a symbolic
/// link.
[[nodiscard]] ContentLookup folderContent(const QString &folder);
