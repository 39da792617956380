#pragma once

#include <QFontMetrics>
#include <QHash>
#include <QRect>
#include <QSize>
#include <QString>

#include <array>

class QFontMetrics;

/// Where everything in a cell is, in device-independent pixels. The delegate reads all its sizes here.
class CellMetrics final
{
public:
    static constexpr int unit = 8;
    static constexpr int minimumPictureWidth = 96;
    static constexpr int defaultPictureWidth = 128;
    static constexpr int maximumPictureWidth = 256;

    CellMetrics() = default;

    /// The picture area is 4:3. `stretch` widens the cell, so that a row of cells can fill the width of the
    /// view.
    CellMetrics(int pictureWidth, const QFontMetrics &font, int stretch = 0);

    [[nodiscard]] QSize cell() const { return m_cell; }
    [[nodiscard]] QSize picture() const { return m_picture; }
    [[nodiscard]] int textWidth() const { return m_cell.width() - unit; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }

    [[nodiscard]] QRect pictureArea(const QRect &cell) const;
    /// A name of one line stands a little lower than one of two, so that the room it leaves is not all below.
    [[nodiscard]] QRect nameLine(const QRect &cell, int line, int nameLines) const;
    /// The line with code and state.
    [[nodiscard]] QRect caption(const QRect &cell, int nameLines) const;
    /// The check badge on the corner of a picture area.
    [[nodiscard]] static QRect badge(const QRect &pictureArea);

    friend bool operator==(const CellMetrics &, const CellMetrics &) = default;

private:
    QSize m_picture;
    QSize m_cell;
    int m_lineHeight = 0;
};

/// A name as a cell shows it: on one line or two.
struct NameLines
{
    std::array<QString, 2> lines;
    int count = 1;
};

/// Breaks names into lines and remembers them, so that painting a cell again measures nothing.
class CellText final
{
public:
    /// Begins anew if the font or the width is another one.
    void setSpace(const QFont &font, int width);

    /// What does not fit two lines is left out in the middle of the second.
    [[nodiscard]] const NameLines &linesOf(const QString &name);

private:
    [[nodiscard]] NameLines breakLines(const QString &name) const;

    QFont m_font;
    int m_width = 0;
    QHash<QString, NameLines> m_linesOfName;
};
