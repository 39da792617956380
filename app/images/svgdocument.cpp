#include "app/images/svgdocument.h"

#include "app/images/cairoowners.h"

#include <librsvg/rsvg.h>

namespace {

struct FreeError
{
    void operator()(GError *error) const { g_error_free(error); }
};

} // namespace

void SvgDocument::Unref::operator()(RsvgHandle *handle) const
{
    g_object_unref(handle);
}

SvgDocument::SvgDocument(RsvgHandle *handle)
    : m_handle(handle)
{
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
    rsvg_handle_set_dpi(handle, 96);
    return SvgDocument(handle);
}

QSizeF SvgDocument::naturalSize() const
{
    QSizeF size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(m_handle.get(), &size.rwidth(), &size.rheight())
        && !size.isEmpty())
        return size;
    gboolean hasViewBox = FALSE;
    RsvgRectangle viewBox{};
    rsvg_handle_get_intrinsic_dimensions(
        m_handle.get(), nullptr, nullptr, nullptr, nullptr, &hasViewBox, &viewBox);
    if (hasViewBox && viewBox.width > 0 && viewBox.height > 0)
        return {viewBox.width, viewBox.height};
    return {640, 480};
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
    // A viewport of the place's own size would keep the document's ratio instead, and leave a seam where that
    // is not a whole number of pixels.
    const QSizeF natural = naturalSize();
    const RsvgRectangle viewport{0, 0, natural.width(), natural.height()};
    cairo_save(cairo);
    cairo_translate(cairo, place.x(), place.y());
    cairo_scale(cairo, place.width() / natural.width(), place.height() / natural.height());
    const bool drawn = rsvg_handle_render_document(m_handle.get(), cairo, &viewport, nullptr);
    cairo_restore(cairo);
    return drawn;
}
