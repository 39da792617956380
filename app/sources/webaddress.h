#pragma once

#include <QString>

#include <optional>

/// Whether an address may hold a user name and a password. What a person types may; files, which people
/// share, may not.
enum class Credentials {
    Refused,
    Allowed,
};

/// What is wrong with the address and what is allowed, to follow "ADDRESS: "; nothing if it is an http or
/// https URL with a host. Never quotes the address.
[[nodiscard]] std::optional<QString> webAddressFault(const QString &address, Credentials credentials);

/// The address, or anything that may have been meant as one, fit for messages: without user name and
/// password, without characters that do not print, and not too long.
[[nodiscard]] QString shownAddress(const QString &address);

/// An address or a URL template without user name and password.
[[nodiscard]] QString withoutCredentials(const QString &address);
