#pragma once

#include <QByteArray>

/// The SHA-256 hash, 32 bytes.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);
