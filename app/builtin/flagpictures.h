#pragma once

#include "app/builtin/servedcontent.h"

#include <QStringList>

/// Codes of the catalogue's countries and extras whose picture is in the folder, upper case, sorted.
[[nodiscard]] QStringList codesWithPictures(const QString &folder);

/// Of these the codes of parts and organisations.
[[nodiscard]] QStringList extraCodesWithPictures(const QString &folder);

/// `{cc}.svg` and `metadata.json` (`country`, `iso_cc`, `tld_cc`) for each of these countries.
[[nodiscard]] ContentLookup picturesContent(const QString &folder);

/// A folder laid out `{cc}/{file}`, and nothing outside of it, not even behind a symbolic link.
[[nodiscard]] ContentLookup folderContent(const QString &folder);
