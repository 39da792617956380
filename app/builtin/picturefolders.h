#pragma once

#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// A local folder with pictures named `{cc}.svg`, and its licence.
struct PictureFolder
{
    QString path;
    QString licence = {}; ///< empty for a folder that the user has specified, whose licence is unknown
    QUrl licenceUrl = {};
    bool isFallback = false; ///< older pictures, because the requested set is not installed
};

/// Finds the folder of a set of pictures. `named` is a folder that the user has specified; unless it is
/// empty, it replaces the sets of flag-icons. Looks for flag-icons next to the program
/// (share/flagfetch/flag-icons), in the XDG data folders and in the folder that was set at build time; for
/// iso-flags-svg in the XDG data folders and where Debian installs it. If flag-icons is missing,
/// iso-flags-svg is the fallback. Nothing if no folder has pictures.
[[nodiscard]] std::optional<PictureFolder> findPictures(PictureSet set, const QString &named);

/// The failure if findPictures() returns nothing.
[[nodiscard]] Failure picturesMissing(const QString &named);

/// The lower-case codes of the pictures in the folder: "de", "gb-eng". Omits pictures of flag-icons that do
/// not show the flag of their code.
[[nodiscard]] QStringList pictureCodes(const QString &folder);

/// Text for the user: an embedded source serves older pictures because flag-icons is not installed, how many
/// of them are superseded or of another country, and what to do. `folder` is the fallback of findPictures().
/// Draws the pictures of all countries with a known change, a few dozen. Call it on the pool.
[[nodiscard]] QString fallbackNotice(const QString &folder);
