#pragma once

#include "ui/timeline/phase.h"

#include <QImage>
#include <QPalette>

#include <array>

class QPainter;
class QPointF;

/// The shapes of the marks, drawn once for the pixels of a screen: drawing a smooth shape takes a hundred
/// times as long as copying it. A value.
class MarkImages final
{
public:
    /// `side` is in device-independent pixels. Does nothing if the images fit already.
    void prepare(double side, qreal pixelRatio, const QPalette &palette);

    void paint(QPainter &painter, const QPointF &centre, Mark mark) const;

private:
    double m_side = 0;
    qreal m_pixelRatio = 0;
    qint64 m_paletteKey = 0;
    std::array<QImage, allMarks.size()> m_images;
};
