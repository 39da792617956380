#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

/// Where a view shows a picture, and how large. The picture is in the middle where it is smaller than the
/// view, and covers the view where it is larger. A value; all sizes are in device-independent pixels.
class PictureZoom final
{
public:
    static constexpr double step = 1.25; ///< factor of one step of the wheel or of a key

    /// `fitted` is the size of the picture at factor 1, `largest` the longest side that can be drawn.
    void setSizes(const QSizeF &view, const QSizeF &fitted, double largest);
    [[nodiscard]] const QSizeF &fitted() const { return m_fitted; }

    void reset();
    /// Zooms so that the part of the picture at `anchor` stays there.
    void zoomBy(double factor, const QPointF &anchor);
    void moveBy(const QPointF &distance);

    [[nodiscard]] double factor() const { return m_factor; }
    [[nodiscard]] bool isZoomed() const { return m_factor > 1; }
    /// Where the whole picture is, in the coordinates of the view.
    [[nodiscard]] QRectF place() const;

    friend bool operator==(const PictureZoom &, const PictureZoom &) = default;

private:
    [[nodiscard]] double largestFactor() const;
    void keepCovered();

    QSizeF m_view;
    QSizeF m_fitted;
    double m_largest = 1;
    double m_factor = 1;
    QPointF m_middle{0.5, 0.5}; // the point of the picture in the middle of the view, 0 to 1
};
