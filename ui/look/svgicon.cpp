#include "ui/look/svgicon.h"

#include "app/render/svgdocument.h"

#include <QColor>
#include <QFile>
#include <QImage>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace {
QByteArray iconSource(const QString &name)
{
    QFile file(u":/flagfetch/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage draw(const QString &name, int side, const QColor &colour)
{
    const auto document = SvgDocument::parse(iconSource(name));
    return document ? document->render({side, side}, "svg { color: " + colour.name().toLatin1() + " }")
                    : QImage();
}
} // namespace

QPixmap svgPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio)
{
    QPixmap pixmap = QPixmap::fromImage(draw(name, qRound(side * pixelRatio), colour));
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
        icon.addPixmap(QPixmap::fromImage(draw(u"flagfetch"_s, side, Qt::black)));
    return icon;
}
