#pragma once

#include <QImage>
#include <QPixmap>
#include <QRectF>
#include <QSize>
#include <QSizeF>

class QPainter;
class QPalette;
class QString;

/// The size of a view, in device-independent pixels.
struct ViewSize
{
    QSize size;
    qreal pixelRatio = 1;
};

/// The size of a picture that is scaled to fit `area`. A picture is not made larger than `natural`, unless
/// that is empty.
[[nodiscard]] QSizeF fittedSize(const QImage &picture, const QSizeF &natural, const QSizeF &area);

/// What a view shows of a picture that covers `place`: a thin edge around it, and a checkerboard behind its
/// transparent parts. A picture that has the pixels of `place` is copied without scaling.
[[nodiscard]] QPixmap visiblePart(
    const QImage &picture, const QRectF &place, const ViewSize &view, const QPalette &palette);

/// What a view shows where there is no picture. A short text, such as a code, is painted large.
void paintPlaceholder(QPainter &painter, const QRectF &area, const QString &text, const QPalette &palette);
