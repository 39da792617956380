#pragma once

#include <QString>

/// Whether a source can be called so: letters and digits of ASCII, and . _ - behind the first of them. It
/// stands in names of files, in files of sources and on the command line.
[[nodiscard]] bool isSourceId(const QString &id);

/// What a source without a name of its own is called after its host: "flags.example", for any other script
/// as the DNS has it, "xn--bcher-kva.de"; for an IPv6 address "ipv6-fe80--1".
[[nodiscard]] QString sourceIdOfHost(const QString &host);
