#pragma once

#include <QSizeF>
#include <QString>

#include <array>
#include <optional>

/// The file format of a contact sheet.
enum class SheetFormat {
    Pdf, ///< with pages
    Png, ///< one picture
};

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

/// The size in points (1/72 inch).
[[nodiscard]] QSizeF sizeOf(Paper paper);

/// The word for the command line and the settings: "A4", "A4-landscape".
[[nodiscard]] QString wordFor(Paper paper);
[[nodiscard]] std::optional<Paper> paperFromWord(const QString &word);

inline constexpr int maximalSheetColumns = 20;

/// A value of SheetOptions::columns: as many as the first page needs to have all flags, if it can.
inline constexpr int columnsForOnePage = -1;

/// The layout of a contact sheet.
struct SheetOptions
{
    QString title; ///< on the first page; none if empty
    int columns = 0; ///< 1 to maximalSheetColumns; 0: chosen for the paper; columnsForOnePage
    Paper paper = Paper::A4;
    QString language = QStringLiteral("en"); ///< of the names, BCP 47; also sets the direction of the page
};
