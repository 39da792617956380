#include "ui/details/picturezoom.h"

#include <algorithm>

namespace {

/// The point of the picture, 0 to 1 on one axis, for the middle of the view.
double coveringMiddle(double middle, double view, double picture)
{
    if (picture <= view)
        return 0.5;
    const double half = view / picture / 2;
    return std::clamp(middle, half, 1 - half);
}

} // namespace

void PictureZoom::setSizes(const QSizeF &view, const QSizeF &fitted, double largest)
{
    m_view = view;
    m_fitted = fitted;
    m_largest = largest;
    if (!fitted.isEmpty()) // otherwise the picture is not known yet
        m_factor = std::clamp(m_factor, 1.0, largestFactor());
    keepCovered();
}

void PictureZoom::reset()
{
    m_factor = 1;
    keepCovered();
}

void PictureZoom::zoomBy(double factor, const QPointF &anchor)
{
    if (m_fitted.isEmpty())
        return;
    const QRectF before = place();
    const QPointF part(
        (anchor.x() - before.x()) / before.width(), (anchor.y() - before.y()) / before.height());
    m_factor = std::clamp(m_factor * factor, 1.0, largestFactor());
    const QSizeF after = m_fitted * m_factor;
    m_middle = part
        + QPointF((m_view.width() / 2 - anchor.x()) / after.width(),
            (m_view.height() / 2 - anchor.y()) / after.height());
    keepCovered();
}

void PictureZoom::moveBy(const QPointF &distance)
{
    const QSizeF size = place().size();
    if (size.isEmpty())
        return;
    m_middle -= QPointF(distance.x() / size.width(), distance.y() / size.height());
    keepCovered();
}

QRectF PictureZoom::place() const
{
    const QSizeF size = m_fitted * m_factor;
    const QPointF corner(
        m_view.width() / 2 - m_middle.x() * size.width(), m_view.height() / 2 - m_middle.y() * size.height());
    return {corner, size};
}

double PictureZoom::largestFactor() const
{
    const double longest = std::max(m_fitted.width(), m_fitted.height());
    return longest > 0 ? std::max(1.0, m_largest / longest) : 1;
}

void PictureZoom::keepCovered()
{
    const QSizeF size = m_fitted * m_factor;
    m_middle = {coveringMiddle(m_middle.x(), m_view.width(), size.width()),
        coveringMiddle(m_middle.y(), m_view.height(), size.height())};
}
