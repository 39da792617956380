#include "app/render/svgdocument.h"

#include "app/render/cairoowners.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>

namespace {

struct FreeError
{
    void operator()(GError *error) const { g_error_free(error); }
};

/// Nothing if the length is relative to the viewport or a font.
std::optional<double> pixelsOf(const RsvgLength &length)
{
    constexpr double inch = 96;
    switch (length.unit) {
    case RSVG_UNIT_PX:
        return length.length;
    case RSVG_UNIT_IN:
        return length.length * inch;
    case RSVG_UNIT_CM:
        return length.length * inch / 2.54;
    case RSVG_UNIT_MM:
        return length.length * inch / 25.4;
    case RSVG_UNIT_PT:
        return length.length * inch / 72;
    case RSVG_UNIT_PC:
        return length.length * inch / 6;
    default:
        return std::nullopt;
    }
}

} // namespace

void SvgDocument::Unref::operator()(RsvgHandle *handle) const
{
    g_object_unref(handle);
}

SvgDocument::SvgDocument(RsvgHandle *handle)
    : m_handle(handle)
{
    rsvg_handle_set_dpi(handle, 96);
    measure();
}

std::optional<SvgDocument> SvgDocument::parse(const QByteArray &bytes, QString *problem)
{
    GError *error = nullptr;
    RsvgHandle *handle = rsvg_handle_new_from_data(
        reinterpret_cast<const guint8 *>(bytes.constData()), gsize(bytes.size()), &error);
    if (!handle) {
        const std::unique_ptr<GError, FreeError> owned(error);
        if (problem)
            *problem = QString::fromUtf8(error->message);
        return std::nullopt;
    }
    return SvgDocument(handle);
}

void SvgDocument::measure()
{
    QSizeF size;
    gboolean hasViewBox = FALSE;
    RsvgRectangle viewBox{};
    if (!rsvg_handle_get_intrinsic_size_in_pixels(m_handle.get(), &size.rwidth(), &size.rheight())
        || size.isEmpty()) {
        rsvg_handle_get_intrinsic_dimensions(
            m_handle.get(), nullptr, nullptr, nullptr, nullptr, &hasViewBox, &viewBox);
        size = {viewBox.width, viewBox.height};
    }
    if (!size.isEmpty()) {
        m_viewport = size;
        m_area = {{}, size};
    } else if (!hasViewBox) {
        measureDrawing();
    }
}

// Measures like rsvg-convert. In a viewport of one pixel, percentages have no influence.
void SvgDocument::measureDrawing()
{
    const RsvgRectangle pixel{0, 0, 1, 1};
    RsvgRectangle ink{};
    const bool isMeasured
        = rsvg_handle_get_geometry_for_layer(m_handle.get(), nullptr, &pixel, &ink, nullptr, nullptr);
    if (!isMeasured || !(ink.width > 1 && ink.height > 1) || !std::isfinite(ink.width * ink.height))
        return;
    m_area = {ink.x, ink.y, ink.width, ink.height};
    // If only one length is given, librsvg fits it to the viewport.
    RsvgLength width{};
    RsvgLength height{};
    gboolean hasWidth = FALSE;
    gboolean hasHeight = FALSE;
    rsvg_handle_get_intrinsic_dimensions(
        m_handle.get(), &hasWidth, &width, &hasHeight, &height, nullptr, nullptr);
    const auto given = [](gboolean isGiven, const RsvgLength &length) {
        return isGiven ? pixelsOf(length).value_or(0) : 0;
    };
    const double givenWidth = given(hasWidth, width);
    const double givenHeight = given(hasHeight, height);
    m_viewport = {givenWidth > 0 ? givenWidth : std::max(1.0, m_area.right()),
        givenHeight > 0 ? givenHeight : std::max(1.0, m_area.bottom())};
}

QImage SvgDocument::render(const QSize &size, const QByteArray &css) const
{
    if (!css.isEmpty())
        rsvg_handle_set_stylesheet(
            m_handle.get(), reinterpret_cast<const guint8 *>(css.constData()), gsize(css.size()), nullptr);
    return renderMiddle(size, size);
}

QImage SvgDocument::renderMiddle(const QSizeF &whole, const QSize &size) const
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(Qt::transparent);
    // Both hold 32-bit premultiplied pixels in the machine's byte order.
    const CairoSurface surface(cairo_image_surface_create_for_data(
        image.bits(), CAIRO_FORMAT_ARGB32, image.width(), image.height(), int(image.bytesPerLine())));
    const Cairo cairo(cairo_create(surface.get()));
    const QPointF corner((size.width() - whole.width()) / 2, (size.height() - whole.height()) / 2);
    const bool drawn = draw(cairo.get(), QRectF(corner, whole));
    cairo_surface_flush(surface.get());
    return drawn ? image : QImage();
}

bool SvgDocument::draw(cairo_t *cairo, const QRectF &place) const
{
    // Scale with cairo. A viewport of the place's size would keep the document's ratio, and leave a seam if
    // that is not a whole number of pixels.
    const RsvgRectangle viewport{0, 0, m_viewport.width(), m_viewport.height()};
    cairo_save(cairo);
    cairo_translate(cairo, place.x(), place.y());
    cairo_scale(cairo, place.width() / m_area.width(), place.height() / m_area.height());
    cairo_translate(cairo, -m_area.x(), -m_area.y());
    const bool drawn = rsvg_handle_render_document(m_handle.get(), cairo, &viewport, nullptr);
    cairo_restore(cairo);
    return drawn;
}
