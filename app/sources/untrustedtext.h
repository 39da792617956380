#pragma once

#include <QString>

#include <optional>

/// Checks and cleans text that comes from people, servers and shared files.

/// Whether a URL may contain a user name and a password. The user may type them, but files, which people
/// share, must not contain them.
enum class Credentials {
    Refused,
    Allowed,
};

/// Checks that the text is an http or https URL with a host. Returns what is wrong and what is allowed, to be
/// appended to "URL: ", or nothing. The text never quotes the URL.
[[nodiscard]] std::optional<QString> webAddressProblem(const QString &address, Credentials credentials);

/// Returns a URL, or text that may be meant as one, for messages: without user name and password, with "?"
/// for characters that cannot be printed, and with at most 120 characters.
[[nodiscard]] QString shownAddress(const QString &address);

/// Returns a URL or URL template without user name and password.
[[nodiscard]] QString withoutCredentials(const QString &address);

/// In UTF-16 units. No name, title or licence is longer.
inline constexpr qsizetype longestPlainText = 1000;

/// Returns text from a server or a shared file so that terminals, tables and documents can show it. Replaces
/// each control character (escapes, line breaks, bidirectional overrides) with a space and half a surrogate
/// pair with '?', and cuts the text at longestPlainText. Applying it twice changes nothing more.
[[nodiscard]] QString plainText(const QString &text);

/// Whether the text can be the id of a source: ASCII letters and digits, and . _ - after the first character.
/// Ids appear in file names, in sources files and on the command line.
[[nodiscard]] bool isSourceId(const QString &id);

/// Returns the id of a source that is named after its host: "flags.example"; for other scripts the ASCII
/// form, "xn--bcher-kva.de"; for an IPv6 address "ipv6-fe80--1".
[[nodiscard]] QString sourceIdOfHost(const QString &host);
