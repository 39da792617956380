#pragma once

#include "app/freshness/freshnesstext.h"
#include "app/sets/manifest.h"

/// The text of ATTRIBUTION.md: which sources and licences the files have. The same manifest and pictures give
/// the same text, in English, since it travels with the files.
[[nodiscard]] QByteArray attributionText(const Manifest &manifest, const QList<WrongPicture> &wrong = {});

/// Whether it begins as that does: another file of the name is somebody else's.
[[nodiscard]] bool isAttributionText(const QByteArray &text);
