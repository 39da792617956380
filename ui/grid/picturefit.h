#pragma once

#include <QPixmap>
#include <QSize>

/// Scales pictures to the picture area of a cell. A value class for the GUI thread.
class PictureFit final
{
public:
    /// `box` is in device pixels. Returns whether anything has changed.
    bool setBox(const QSize &box, qreal pixelRatio);
    [[nodiscard]] const QSize &box() const { return m_box; }

    /// The picture, made smaller if it does not fit.
    [[nodiscard]] QPixmap fitted(QPixmap picture) const;
    /// The picture at the size of the box, scaled with a fast, rough filter.
    [[nodiscard]] QPixmap roughlyFitted(const QPixmap &picture) const;

private:
    QSize m_box;
    qreal m_pixelRatio = 1;
};
