#pragma once

#include "app/builtin/servedcontent.h"
#include "app/failures/failure.h"

#include <QStringList>

#include <optional>

/// Where Debian's iso-flags-svg pictures are: `wanted` if it is not empty, else the first that has pictures
/// of the XDG data folders (iso-flags-svg/country-4x3) and the folder named when the program was built.
/// Nothing if none has any.
[[nodiscard]] std::optional<QString> findPicturesFolder(const QString &wanted);

/// The failure for people when findPicturesFolder() finds nothing.
[[nodiscard]] Failure picturesMissing(const QString &wanted);

/// Codes of the catalogue's countries and extras whose picture is in the folder, upper case, sorted.
[[nodiscard]] QStringList codesWithPictures(const QString &folder);

/// `{cc}.svg` and `metadata.json` (`country`, `iso_cc`, `tld_cc`) for each of these countries.
[[nodiscard]] ContentLookup picturesContent(const QString &folder);

/// A folder laid out `{cc}/{file}`, and nothing outside of it, not even behind a symbolic link.
[[nodiscard]] ContentLookup folderContent(const QString &folder);
