#pragma once

#include "app/sets/manifest.h"

#include <optional>
#include <stop_token>
#include <tl/expected.hpp>

/// Why a manifest cannot be used, to be appended to the file name.
struct ManifestProblem
{
    QString text;
};

/// The result of reading a manifest.
struct ReadManifest
{
    Manifest manifest;
    /// Written by a later version of the program: `manifest` holds what this version understands, and the
    /// program must not write to the set.
    bool isNewer = false;
};

/// Writes the file format of flags.json: an object with "format": "flagfetch-set", "version": 1, and the
/// members that docs/SETS.md describes. Keys and entries have a fixed order, and each member is on a separate
/// line.
[[nodiscard]] QByteArray manifestToJson(const Manifest &manifest);
/// The same, but fails if a part could not be read back.
[[nodiscard]] tl::expected<QByteArray, ManifestProblem> readableManifestToJson(const Manifest &manifest);
/// Reads the format. Returns early with part of the flags if a stop is requested.
[[nodiscard]] tl::expected<ReadManifest, ManifestProblem> manifestFromJson(
    const QByteArray &json, const std::stop_token &stop = {});

// Parts of the format that other files contain too.

[[nodiscard]] QJsonObject flagToJson(const SetFlag &flag);
/// Returns an upper bound of the bytes that a flag adds to a manifest. `line` is its JSON on one line.
[[nodiscard]] qint64 sizeInManifest(const QByteArray &line);
/// Checks everything: paths must be safe, hashes complete, and URLs lose their credentials.
[[nodiscard]] tl::expected<SetFlag, ManifestProblem> flagFromJson(const QJsonObject &object);

/// Fails for more than 1,000 sources. Manifest and journal are combined by comparing them in pairs.
[[nodiscard]] std::optional<ManifestProblem> problemWithSourceCount(qsizetype sources);
/// A manifest without its flags.
[[nodiscard]] QJsonObject descriptionToJson(const Manifest &manifest);
[[nodiscard]] tl::expected<Manifest, ManifestProblem> descriptionFromJson(const QJsonObject &object);
