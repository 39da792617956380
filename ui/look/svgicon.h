#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QColor;
class QPalette;

/// One of the project's own icons in one colour, `side` device-independent pixels wide. Made of a mask that
/// was drawn from resources/icons/NAME.svg when the program was built; sharp at whole pixel ratios up to 3.
/// Draws each time: keep what it returns.
[[nodiscard]] QPixmap svgPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio);

/// The same for a control, in the colours of the palette's button text, enabled and disabled.
[[nodiscard]] QIcon controlIcon(const QString &name, const QPalette &palette, qreal pixelRatio);

/// The program's own icon, in the sizes that desktops ask for.
[[nodiscard]] QIcon applicationIcon();
