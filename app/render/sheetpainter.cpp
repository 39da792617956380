#include "app/render/sheetpainter.h"

#include "app/render/cairoowners.h"
#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"

#include <QLocale>

#include <pango/pangocairo.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct UnrefObject
{
    void operator()(gpointer object) const { g_object_unref(object); }
};

struct FreeFont
{
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
};

struct FreeFontOptions
{
    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }
};

/// Converts `alignment` to Pango's, which swaps left and right for right-to-left text.
PangoAlignment pangoAlignment(SheetText::Alignment alignment, bool pageRightToLeft, bool textRightToLeft)
{
    if (alignment == SheetText::Alignment::Centre)
        return PANGO_ALIGN_CENTER;
    const bool toTheRight = (alignment == SheetText::Alignment::End) != pageRightToLeft;
    return toTheRight == textRightToLeft ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

// For white paper, independent of the palette of the window.
constexpr QColor ink(0x1c, 0x1c, 0x1c);
constexpr QColor muted(0x6a, 0x6a, 0x6a);

QRectF fittedInto(const QSizeF &size, const QRectF &box)
{
    QRectF fitted({}, size.scaled(box.size(), Qt::KeepAspectRatio));
    fitted.moveCenter(box.center());
    return fitted;
}

/// The picture with a width of 32 pixels.
Result<QImage> drawSmall(const DecodedPicture &picture)
{
    constexpr int width = 32;
    return drawAtWidth(picture, width, Crop::None);
}

/// Whether the flag is rectangular. A round flag, or Nepal's, gets no border.
bool fillsItsCorners(const QImage &flag)
{
    constexpr int nearlyOpaque = 200;
    const QRect edges = flag.rect();
    const auto corners = {edges.topLeft(), edges.topRight(), edges.bottomLeft(), edges.bottomRight()};
    return std::ranges::all_of(
        corners, [&flag](const QPoint &corner) { return flag.pixelColor(corner).alpha() > nearlyOpaque; });
}

void drawBorder(cairo_t *cairo, const QRectF &place)
{
    constexpr double hairline = 0.35;
    constexpr double faint = 0.3;
    cairo_set_source_rgba(cairo, 0, 0, 0, faint);
    cairo_set_line_width(cairo, hairline);
    cairo_rectangle(cairo, place.x() + hairline / 2, place.y() + hairline / 2, place.width() - hairline,
        place.height() - hairline);
    cairo_stroke(cairo);
}

bool drawRaster(cairo_t *cairo, const DecodedPicture &picture, const QRectF &place)
{
    const QSize size = picture.naturalSize().toSize();
    QImage image = picture.drawMiddle(size, size);
    if (image.isNull())
        return false;
    // A PDF surface copies the pixels that it needs later.
    const CairoSurface surface(cairo_image_surface_create_for_data(
        image.bits(), CAIRO_FORMAT_ARGB32, image.width(), image.height(), int(image.bytesPerLine())));
    cairo_save(cairo);
    cairo_translate(cairo, place.x(), place.y());
    cairo_scale(cairo, place.width() / image.width(), place.height() / image.height());
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD); // avoids a soft edge
    cairo_rectangle(cairo, 0, 0, image.width(), image.height());
    cairo_fill(cairo);
    cairo_restore(cairo);
    // The image frees its pixels, so cairo has to copy what it still refers to.
    cairo_surface_finish(surface.get());
    return true;
}

} // namespace

void SheetText::Unref::operator()(PangoContext *context) const
{
    g_object_unref(context);
}

SheetText::SheetText(const QString &language, bool rightToLeft)
    : m_rightToLeft(rightToLeft)
{
    // Not the default font map, which belongs to its thread.
    const std::unique_ptr<PangoFontMap, UnrefObject> fonts(pango_cairo_font_map_new());
    m_context.reset(pango_font_map_create_context(fonts.get()));
    pango_context_set_language(m_context.get(), pango_language_from_string(language.toUtf8().constData()));
    // Without hinting, text has the same width on screen and paper, so a preview breaks lines like the print.
    const std::unique_ptr<cairo_font_options_t, FreeFontOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options.get());
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
}

double SheetText::write(cairo_t *cairo, const QString &text, const QRectF &place, const Style &style) const
{
    const std::unique_ptr<PangoLayout, UnrefObject> layout(pango_layout_new(m_context.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_from_string("Sans"));
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    const QByteArray bytes = text.toUtf8();
    pango_layout_set_text(layout.get(), bytes.constData(), int(bytes.size()));
    pango_layout_set_width(layout.get(), int(place.width() * PANGO_SCALE));
    pango_layout_set_height(layout.get(), -style.lines);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_alignment(
        layout.get(), pangoAlignment(style.alignment, m_rightToLeft, text.isRightToLeft()));

    for (const double scale : {1.0, 0.9, 0.8}) {
        pango_font_description_set_absolute_size(font.get(), style.size * scale * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font.get());
        if (!pango_layout_is_ellipsized(layout.get()))
            break;
    }

    cairo_set_source_rgb(cairo, style.colour.redF(), style.colour.greenF(), style.colour.blueF());
    cairo_move_to(cairo, place.x(), place.y());
    pango_cairo_show_layout(cairo, layout.get());
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return double(height) / PANGO_SCALE;
}

SheetPainter::SheetPainter(const SheetOptions &options, const SheetLayout &layout)
    : m_options(options)
    , m_layout(layout)
    , m_text(options.language, layout.isRightToLeft())
{
}

void SheetPainter::drawFrame(cairo_t *cairo, int page, const QString &credits) const
{
    using Alignment = SheetText::Alignment;
    if (page == 0 && !m_layout.title().isEmpty())
        m_text.write(cairo, m_options.title.simplified(), m_layout.title(),
            {.size = m_layout.titleSize(), .bold = true, .colour = ink, .alignment = Alignment::Start});

    const SheetText::Style style{.size = m_layout.footerSize(), .colour = muted};
    QRectF place = m_layout.footer();
    const bool numbered = m_layout.pages() > 1;
    if (numbered) {
        SheetText::Style atEnd = style;
        atEnd.alignment = Alignment::End;
        m_text.write(cairo, pageNumber(page), place, atEnd);
    }
    constexpr double numberWidth = 60;
    place.setWidth(place.width() - (numbered ? numberWidth : 0));
    if (numbered && m_layout.isRightToLeft())
        place.translate(numberWidth, 0);
    m_text.write(cairo, credits, place, style);
}

QString SheetPainter::pageNumber(int page) const
{
    const QLocale locale(m_options.language);
    return u"%1 / %2"_s.arg(locale.toString(page + 1), locale.toString(m_layout.pages()));
}

bool SheetPainter::drawPicture(cairo_t *cairo, const DecodedPicture *picture, int number) const
{
    const QRectF box = m_layout.pictureOf(number);
    QRectF place = box;
    bool drawn = false;
    bool isRectangular = true;
    // A document that librsvg cannot draw to the end leaves the state of the cairo context changed, and makes
    // a PDF invalid. So it is drawn elsewhere first. Pictures that are too high to be small fail here, too.
    const auto small = picture ? drawSmall(*picture) : Result<QImage>();
    if (picture && small) {
        isRectangular = fillsItsCorners(*small);
        place = fittedInto(picture->naturalSize(), box);
        // Clip, because an SVG may draw outside of its box, over neighbours and names.
        cairo_save(cairo);
        cairo_rectangle(cairo, place.x(), place.y(), place.width(), place.height());
        cairo_clip(cairo);
        drawn = picture->document() ? picture->document()->draw(cairo, place)
                                    : drawRaster(cairo, *picture, place);
        cairo_restore(cairo);
    }
    if (isRectangular)
        drawBorder(cairo, place);
    return drawn;
}

void SheetPainter::drawNames(cairo_t *cairo, const QString &name, const QString &code, int number) const
{
    using Alignment = SheetText::Alignment;
    QRectF text = m_layout.textOf(number);
    const double height = m_text.write(cairo, name.isEmpty() ? code : name.simplified(), text,
        {.size = m_layout.nameSize(), .colour = ink, .alignment = Alignment::Centre, .lines = 2});
    text.setTop(text.top() + height + m_layout.nameSize() / 10);
    m_text.write(
        cairo, code, text, {.size = m_layout.codeSize(), .colour = muted, .alignment = Alignment::Centre});
}
