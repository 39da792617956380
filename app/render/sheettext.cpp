#include "app/render/sheettext.h"

#include <pango/pangocairo.h>

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
