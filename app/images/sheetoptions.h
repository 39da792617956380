#pragma once

#include <QSizeF>
#include <QString>

#include <array>
#include <optional>

enum class Paper {
    A4,
    A4Landscape,
    A3,
    A3Landscape,
    Letter,
    LetterLandscape,
};

inline constexpr std::array everyPaper{
    Paper::A4, Paper::A4Landscape, Paper::A3, Paper::A3Landscape, Paper::Letter, Paper::LetterLandscape};

inline constexpr int maximalSheetColumns = 20;

/// How a contact sheet is to look.
struct SheetOptions
{
    QString title; ///< on the first page; none if empty
    int columns = 0; ///< 1 to maximalSheetColumns; 0: as suits the paper
    Paper paper = Paper::A4;
    QString language = QStringLiteral("en"); ///< of the names, BCP 47; decides the direction of the page too
};

/// In points, of 1/72 inch.
[[nodiscard]] QSizeF sizeOf(Paper paper);

/// "A4", "A4-landscape" ..., as the command line and the settings know it.
[[nodiscard]] QString wordFor(Paper paper);
[[nodiscard]] std::optional<Paper> paperFromWord(const QString &word);
