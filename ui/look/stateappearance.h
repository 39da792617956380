#pragma once

#include "app/downloads/flagresult.h"

#include <QColor>
#include <QString>

#include <chrono>

class QPalette;

/// How a state reads without colour: a short word, as it stands beside the code. Empty for NotAsked.
[[nodiscard]] QString stateWord(FlagState state);

/// The same where the server has asked to be waited for: "waiting 12 s".
[[nodiscard]] QString stateWord(std::chrono::seconds serverWait);

/// Of a flag that was saved in place of another one: "changed".
[[nodiscard]] QString changedWord();

/// The name of the icon in the resources that stands before the word. Empty for NotAsked.
[[nodiscard]] QString stateIconName(FlagState state);

/// For the icon and the word. Keeps a contrast of at least 4.5:1 on the palette's base and on the tint of a
/// ticked cell.
[[nodiscard]] QColor stateColour(FlagState state, const QPalette &palette);

/// For what is read second: the text colour, drawn towards the base, with a contrast of at least 4.5:1.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// `share` of `over`, the rest of `under`.
[[nodiscard]] QColor blend(const QColor &over, const QColor &under, double share);

/// The soft highlight behind a ticked cell.
[[nodiscard]] QColor tickedTint(const QPalette &palette);

/// `ground` made darker or lighter, no further than needed, until `text` on it has this contrast.
[[nodiscard]] QColor readableGround(const QColor &ground, const QColor &text, double contrast);

/// WCAG 2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);
