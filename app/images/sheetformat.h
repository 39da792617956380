#pragma once

/// What a contact sheet is written as.
enum class SheetFormat {
    Pdf, ///< pages
    Png, ///< one picture
};
