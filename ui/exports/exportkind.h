#pragma once

#include <QString>

#include <array>

/// The results that a person can choose between.
enum class ExportKind {
    SheetPdf,
    SheetPng,
    Sprite,
    DataCsv,
    DataJson,
};

inline constexpr std::array everyExportKind{ExportKind::SheetPdf, ExportKind::SheetPng, ExportKind::Sprite,
    ExportKind::DataCsv, ExportKind::DataJson};

/// As people call it.
[[nodiscard]] QString titleOf(ExportKind kind);

/// Of the file, with its dot; empty for a sprite, which is a folder.
[[nodiscard]] QString endingOf(ExportKind kind);

/// What a name is proposed with: the ending, or, since a set has its folder's name already, "-sprite".
[[nodiscard]] QString proposedEndingOf(ExportKind kind);
