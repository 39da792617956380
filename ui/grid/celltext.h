#pragma once

#include <QFontMetrics>
#include <QHash>
#include <QString>

#include <array>

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
    [[nodiscard]] NameLines broken(const QString &name) const;

    QFont m_font;
    int m_width = 0;
    QHash<QString, NameLines> m_linesOfName;
};
