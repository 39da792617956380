#pragma once

#include "app/failures/failure.h"
#include "app/sources/source.h"

#include <QString>

#include <optional>

/// A folder of `{cc}.svg` pictures on this machine, and what is known of it.
struct PictureFolder
{
    QString path;
    QString licence = {}; ///< empty: a folder that the person named, whose licence is not known
    QUrl licenceUrl = {};
    bool isFallback = false; ///< older pictures, because the wanted ones are not installed
};

/// Where the pictures of a set are. `named` is the person's own folder and counts alone for the sets of
/// flag-icons unless it is empty.
/// flag-icons is looked for beside the program (share/flagfetch/flag-icons), in the XDG data folders and in
/// the folder that the build names; iso-flags-svg in the XDG data folders and where Debian installs it. Where
/// flag-icons is missing, iso-flags-svg is the fallback. Nothing if no folder has pictures.
[[nodiscard]] std::optional<PictureFolder> findPictures(PictureSet set, const QString &named);

/// The failure for people when findPictures() finds nothing.
[[nodiscard]] Failure picturesMissing(const QString &named);

/// The lower-case codes of the pictures in the folder: "de", "gb-eng". Of flag-icons without those that do
/// not show the flag that their name says.
[[nodiscard]] QStringList pictureCodes(const QString &folder);
