#pragma once

#include "app/sources/source.h"

/// What people read about a source, in the language of the interface. Files keep the English titles and
/// licences. Texts of the user's own sources are never translated. The functions may be called on any thread.

/// The title for people. Source::title is the one for files.
[[nodiscard]] QString displayTitle(const Source &source);

/// The licence for people; empty if it is unknown.
[[nodiscard]] QString displayLicence(const Source &source);
/// The same for the licence that a set has recorded of one of its flags.
[[nodiscard]] QString displayLicence(const QString &licence);

/// One or two sentences about what a shipped source has. Empty for other sources.
[[nodiscard]] QString sourceDescription(const Source &source);

/// The hosts that the source sends requests to, with their ports, each once; a host may contain a
/// placeholder. Empty for an embedded source.
[[nodiscard]] QStringList hostsOf(const Source &source);

/// Whether the source needs the network, without a full stop: "No network needed", "Network: flagcdn.com".
[[nodiscard]] QString networkText(const Source &source);
