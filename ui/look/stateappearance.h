#pragma once

#include "app/downloads/flagresult.h"

#include <QColor>
#include <QString>

#include <chrono>

class QPalette;

/// What is known about the file of a flag in the folder.
enum class FileCondition {
    None, ///< there is no file, and the set of the folder does not have the flag
    Whole, ///< there is a file, and nothing is known to be wrong with it
    Damaged, ///< there is a file, but it is not the one that was saved
    Gone, ///< the set has the flag, but its file does not exist
};

/// Whether people must know about it: the set says otherwise than the disk.
[[nodiscard]] constexpr bool isFault(FileCondition condition)
{
    return condition == FileCondition::Damaged || condition == FileCondition::Gone;
}

/// Whether a cell in this state shows the fault of its file instead: it has no newer message about the flag.
[[nodiscard]] bool showsFault(FlagState state, FileCondition condition);

/// The word for the fault of a file: "damaged". Empty if there is none.
[[nodiscard]] QString faultWord(FileCondition condition);

/// The word for a state, as a cell shows it next to the code. Empty for NotAsked.
[[nodiscard]] QString stateWord(FlagState state);

/// The word for a country whose server sent a Retry-After: "waiting 12 s".
[[nodiscard]] QString stateWord(std::chrono::seconds serverWait);

/// The word for a flag that replaced a different picture: "changed".
[[nodiscard]] QString changedWord();

/// The name of the icon in front of the word, as in the resources. Empty for NotAsked.
[[nodiscard]] QString stateIconName(FlagState state);

/// The colour of the icon and the word. Its contrast is at least 4.5:1 (WCAG 2, level AA) on the palette's
/// base and on tickedTint().
[[nodiscard]] QColor stateColour(FlagState state, const QPalette &palette);

/// The colour of secondary text: the text colour mixed with the base, with a contrast of at least 4.5:1 on
/// the base and on a ticked cell under the mouse.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// The part of the text colour in the ground of a missing picture; the remainder is the cell.
inline constexpr double placeholderShare = 0.07;
/// The ground of a missing picture in a cell whose background is `ground`.
[[nodiscard]] QColor placeholderTint(const QColor &ground, const QPalette &palette);
/// The colour of the code in place of a missing picture: as faint as a contrast of 4.5:1 in every cell
/// allows.
[[nodiscard]] QColor placeholderText(const QPalette &palette);

/// Mixes two colours: `share` (0..1) of `over`, the remainder of `under`.
[[nodiscard]] QColor blend(const QColor &over, const QColor &under, double share);

/// The background of a ticked cell.
[[nodiscard]] QColor tickedTint(const QPalette &palette);

/// The background of a cell under the mouse, whose background is otherwise `ground`.
[[nodiscard]] QColor hoveredTint(const QColor &ground, const QPalette &palette);

/// Darkens or lightens `ground` in steps of 5 % until `text` on it has this contrast.
[[nodiscard]] QColor readableGround(const QColor &ground, const QColor &text, double contrast);

/// The WCAG 2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);
