#pragma once

#include "app/sets/manifest.h"

#include <stop_token>
#include <variant>

/// Why a manifest cannot be used, to follow its file's name.
struct ManifestProblem
{
    QString text;
};

/// A manifest as it was read.
struct ReadManifest
{
    Manifest manifest;
    /// Written by a later version of the program: what is known of it can be read, and nothing must be
    /// written.
    bool isNewer = false;
};

/// The file format of flags.json: an object with "format": "flagfetch-set", "version": 1, and the members
/// that docs/SETS.md describes. Keys and entries have one order, each member stands on a line of its own.
[[nodiscard]] QByteArray manifestToJson(const Manifest &manifest);
/// Ends early, with part of the flags, once `stop` asks for it.
[[nodiscard]] std::variant<ReadManifest, ManifestProblem> manifestFromJson(
    const QByteArray &json, const std::stop_token &stop = {});

/// The parts of it that other files have too.
[[nodiscard]] QJsonObject flagToJson(const SetFlag &flag);
/// How many bytes it adds to a manifest, or a few more.
[[nodiscard]] qint64 sizeInManifest(const SetFlag &flag);
/// Nothing is believed: paths must be plain, hashes whole, addresses without credentials.
[[nodiscard]] std::variant<SetFlag, ManifestProblem> flagFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject descriptionToJson(const Manifest &manifest);
/// Everything but the flags.
[[nodiscard]] std::variant<Manifest, ManifestProblem> descriptionFromJson(const QJsonObject &object);
