#pragma once

#include <QString>

/// Leaves room for a suffix and for the hidden names that some programs derive, below the usual 255.
inline constexpr qsizetype maximalNameBytes = 240;

/// Text from anywhere as the name of a file or folder, without an ending: one that every common file system
/// takes, that shells and people read safely, in NFC, and of at most `bytes` bytes. Spaces become `_`; what
/// is unsafe (control, bidi and zero-width characters, lone surrogates, separators, `:*?"<>|`) becomes `_`
/// too; empty if nothing is left. The same text always gives the same name, and a name given back gives
/// itself.
[[nodiscard]] QString safeStem(const QString &text, qsizetype bytes = maximalNameBytes);

/// One file name (no folder), likewise, of at most maximalNameBytes with its ending; if nothing is left, the
/// stem is "flag".
[[nodiscard]] QString safeFileName(const QString &stem, const QString &ending);
