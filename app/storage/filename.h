#pragma once

#include <QString>

/// File names that are safe on every common file system, in shells and for people. NameTemplate decides what
/// they consist of.

/// Maximum length of a name in bytes. File systems allow 255; the rest leaves space for a number and for the
/// hidden names that some programs derive.
inline constexpr qsizetype maximalNameBytes = 240;

/// Converts any text to the name of a file or folder without a suffix, in Unicode normalization form C and
/// with at most `bytes` bytes. Returns an empty text if nothing usable is left.
///
/// Spaces and unsafe characters become `_`: control, bidi and zero-width characters, lone surrogates,
/// separators, and `:*?"<>|`.
/// Leading and trailing dots and similar characters are removed, and names of
/// Windows devices get a prefix. The result depends on the text only, and converting it again does not change
/// it.
[[nodiscard]] QString safeStem(const QString &text, qsizetype bytes = maximalNameBytes);

/// Converts the text to a file name with a suffix and at most maximalNameBytes bytes. If nothing of the stem
/// is usable, it is "flag".
///
/// A stem that is too long is cut between grapheme clusters; the suffix is never cut.
[[nodiscard]] QString safeFileName(const QString &stem, const QString &suffix);
