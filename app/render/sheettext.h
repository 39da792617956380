#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <memory>

extern "C" {
using cairo_t = struct _cairo;
using PangoContext = struct _PangoContext;
}

/// Writes text of any language onto a cairo surface, shaped and in its own direction. Uses the fonts of the
/// system without an application object. A value of one thread at a time.
class SheetText final
{
public:
    enum class Alignment {
        Start, ///< left, or right on a page that runs from right to left
        Centre,
        End,
    };

    struct Style
    {
        double size = 10; ///< points
        bool bold = false;
        QColor colour = Qt::black;
        Alignment alignment = Alignment::Start;
        int lines
            = 1; ///< what needs more becomes smaller, down to four fifths, before it ends in an ellipsis
    };

    /// `language`, BCP 47, chooses between the glyphs of languages that share characters.
    SheetText(const QString &language, bool rightToLeft);

    /// Writes from the top of the place on; returns the height that the text takes.
    double write(cairo_t *cairo, const QString &text, const QRectF &place, const Style &style) const;

private:
    struct Unref
    {
        void operator()(PangoContext *context) const;
    };

    bool m_rightToLeft;
    std::unique_ptr<PangoContext, Unref> m_context;
};
