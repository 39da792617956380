#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QRect>
#include <QSize>
#include <QStaticText>
#include <QString>

#include <array>

class QFontMetrics;

/// The layout of a cell of the grid, in device-independent pixels. A value; FlagDelegate takes all its sizes
/// from here. `unit` is also the spacing of the other widgets.
class CellMetrics final
{
public:
    static constexpr int unit = 8;
    static constexpr int minimumPictureWidth = 96;
    static constexpr int defaultPictureWidth = 128;
    static constexpr int maximumPictureWidth = 256;

    CellMetrics() = default;

    /// The picture area is 4:3. `stretch` widens the cell, so that a row of cells fills the width of the
    /// view.
    CellMetrics(int pictureWidth, const QFontMetrics &font, int stretch = 0);

    [[nodiscard]] QSize cell() const { return m_cell; }
    [[nodiscard]] QSize picture() const { return m_picture; }
    [[nodiscard]] int textWidth() const { return m_cell.width() - unit; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }

    [[nodiscard]] QRect pictureArea(const QRect &cell) const;
    /// A name of one line is moved down by a third of a line, so that the free space is not all below it.
    [[nodiscard]] QRect nameLine(const QRect &cell, int line, int nameLines) const;
    /// The line with the code and the state.
    [[nodiscard]] QRect caption(const QRect &cell, int nameLines) const;
    /// The check badge at the corner of a picture area.
    [[nodiscard]] static QRect badge(const QRect &pictureArea);
    /// The area that takes clicks for the badge: the badge with the space around it, inside the cell.
    [[nodiscard]] QRect badgeTarget(const QRect &cell) const;

    friend bool operator==(const CellMetrics &, const CellMetrics &) = default;

private:
    QSize m_picture;
    QSize m_cell;
    int m_lineHeight = 0;
};

/// Lays texts out once, so that drawing them again shapes no glyphs. Owned by FlagDelegate.
class TextCache final
{
public:
    /// Clears the cache if the font has changed.
    void setFont(const QFont &font);

    /// Valid until the next call of of() or setFont(). Drawn with another font than that of setFont(), which
    /// should be the painter's, it would be laid out again.
    [[nodiscard]] const QStaticText &of(const QString &text);
    /// In device-independent pixels.
    [[nodiscard]] int widthOf(const QString &text) { return qRound(of(text).size().width()); }

private:
    QFont m_font;
    QHash<QString, QStaticText> m_texts;
};

/// A name as a cell shows it, on one or two lines.
struct NameLines
{
    std::array<QString, 2> lines;
    int count = 1;
};

/// Breaks names into lines and caches the result, so that repainting a cell measures no text. Owned by
/// FlagDelegate.
class CellText final
{
public:
    /// Clears the cache if the font or the width has changed. `width` is in device-independent pixels.
    void setSpace(const QFont &font, int width);

    /// A name that does not fit on two lines is elided in the middle of the second.
    [[nodiscard]] const NameLines &linesOf(const QString &name);

private:
    [[nodiscard]] NameLines breakLines(const QString &name) const;

    QFont m_font;
    int m_width = 0;
    QHash<QString, NameLines> m_linesOfName;
};
