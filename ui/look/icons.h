#pragma once

#include "app/downloads/flagresult.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

#include <array>

class QColor;
class QPalette;

/// An icon of the project in one colour, `side` device-independent pixels wide. The build draws the mask from
/// resources/icons/NAME.svg. The icon is sharp at whole pixel ratios up to 3. Nothing is cached: keep the
/// result.
[[nodiscard]] QPixmap svgPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio);

/// The same as a QIcon for a control, in the palette's colours of enabled and disabled button text.
[[nodiscard]] QIcon controlIcon(const QString &name, const QPalette &palette, qreal pixelRatio);

/// The icon of the application, in the sizes that desktops request.
[[nodiscard]] QIcon applicationIcon();

/// The icons that cells show. The constructor draws them for one palette and pixel ratio; painting a cell
/// only copies them.
class StateIcons final
{
public:
    static constexpr int side = 16; ///< in device-independent pixels

    StateIcons() = default; ///< null pixmaps
    StateIcons(const QPalette &palette, qreal pixelRatio);

    /// A null pixmap for NotAsked.
    [[nodiscard]] const QPixmap &of(FlagState state) const
    {
        return m_ofState[static_cast<std::size_t>(state)];
    }

    /// For a flag that replaced a different picture.
    [[nodiscard]] const QPixmap &changed() const { return m_changed; }

    /// For a file that is damaged or gone.
    [[nodiscard]] const QPixmap &fault() const { return m_fault; }

    /// The tick of the check badge, in the palette's colour of highlighted text.
    [[nodiscard]] const QPixmap &tick() const { return m_tick; }

private:
    std::array<QPixmap, static_cast<std::size_t>(FlagState::Cancelled) + 1> m_ofState;
    QPixmap m_changed;
    QPixmap m_fault;
    QPixmap m_tick;
};
