#include "ui/look/icons.h"

#include "ui/look/stateappearance.h"

#include <QColor>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideOfMasks = 16; // device-independent pixels
constexpr int maximumRatio = 3;

QImage iconFile(const QString &name, int side)
{
    QImageReader reader(u":/flagfetch/icons/%1-%2.png"_s.arg(name).arg(side), "png");
    // Otherwise it would load all plug-ins for pictures and try them first.
    reader.setAutoDetectImageFormat(false);
    return reader.read();
}

/// Takes a mask of at least that size, so that masks are only scaled down. `side` is in device pixels.
QImage mask(const QString &name, int side)
{
    const int ratio = std::clamp((side + sideOfMasks - 1) / sideOfMasks, 1, maximumRatio);
    const QImage image = iconFile(name, ratio * sideOfMasks);
    return image.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

QPixmap svgPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio)
{
    QImage image = mask(name, qRound(side * pixelRatio));
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon controlIcon(const QString &name, const QPalette &palette, qreal pixelRatio)
{
    constexpr int side = 16;
    QIcon icon(svgPixmap(name, side, palette.color(QPalette::Active, QPalette::ButtonText), pixelRatio));
    icon.addPixmap(svgPixmap(name, side, palette.color(QPalette::Disabled, QPalette::ButtonText), pixelRatio),
        QIcon::Disabled);
    return icon;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(QPixmap::fromImage(iconFile(u"flagfetch"_s, side)));
    return icon;
}

StateIcons::StateIcons(const QPalette &palette, qreal pixelRatio)
    : m_changed(svgPixmap(u"changed"_s, side, stateColour(FlagState::Saved, palette), pixelRatio))
    , m_fault(svgPixmap(u"damaged"_s, side, stateColour(FlagState::Failed, palette), pixelRatio))
    , m_tick(svgPixmap(u"tick"_s, side, palette.color(QPalette::HighlightedText), pixelRatio))
{
    for (std::size_t i = 0; i < m_ofState.size(); ++i) {
        const auto state = static_cast<FlagState>(i);
        if (const QString name = stateIconName(state); !name.isEmpty())
            m_ofState[i] = svgPixmap(name, side, stateColour(state, palette), pixelRatio);
    }
}
