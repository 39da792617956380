#pragma once

#include "app/downloads/flagresult.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

#include <array>

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

/// The icons that cells show, drawn once for a palette and a pixel ratio, so that painting a cell only copies
/// them.
class StateIcons final
{
public:
    static constexpr int side = 16; ///< in device-independent pixels

    StateIcons(const QPalette &palette, qreal pixelRatio);

    /// A null pixmap for NotAsked.
    [[nodiscard]] const QPixmap &of(FlagState state) const
    {
        return m_ofState[static_cast<std::size_t>(state)];
    }

    /// For a flag that was saved in place of another one.
    [[nodiscard]] const QPixmap &changed() const { return m_changed; }

    /// The tick of the check badge, in the colour that goes with the highlight.
    [[nodiscard]] const QPixmap &tick() const { return m_tick; }

private:
    std::array<QPixmap, static_cast<std::size_t>(FlagState::Cancelled) + 1> m_ofState;
    QPixmap m_changed;
    QPixmap m_tick;
};
