#pragma once

#include <QByteArray>

// SVGs of a few kilobytes that are hard to draw.

/// A picture of 640 x 480 on which a filter is drawn `times` times.
inline QByteArray filteredSvg(const QByteArray &filter, int times = 1)
{
    return "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='480'>"
           "<filter id='f' x='0' y='0' width='1' height='1'>"
        + filter + "</filter>"
        + QByteArray("<rect width='640' height='480' filter='url(#f)'/>").repeated(times) + "</svg>";
}

/// Slow filter primitives. librsvg 2.54 draws all octaves of each; 2.60 limits their number.
inline QByteArray slowPrimitives()
{
    return QByteArray("<feTurbulence baseFrequency='0.5' numOctaves='100000'/>").repeated(50);
}

/// Makes librsvg 2.54 panic, which aborts the process; 2.60 draws it.
inline QByteArray panickingPrimitive()
{
    return "<feConvolveMatrix order='3' kernelMatrix='" + QByteArray("1 ").repeated(2000) + "'/>";
}

/// Takes minutes with either version, even at thumbnail size.
inline QByteArray slowSvg()
{
    return filteredSvg(slowPrimitives(), 4000);
}

inline QByteArray panickingSvg()
{
    return filteredSvg(panickingPrimitive());
}

/// Ends the drawing process with either version: by a panic, or at its time limit.
inline QByteArray panickingOrSlowSvg()
{
    return filteredSvg(panickingPrimitive() + slowPrimitives(), 4000);
}

/// Refers to 10^11 rectangles. librsvg draws half a million of them, in seconds, and then fails.
inline QByteArray tooManyElementsSvg()
{
    constexpr int levels = 12;
    QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
                     "viewBox='0 0 3 2'><defs><g id='a0'><rect width='1' height='1' fill='red'/></g>";
    for (int level = 1; level < levels; ++level)
        svg += "<g id='a" + QByteArray::number(level) + "'>"
            + QByteArray("<use xlink:href='#a" + QByteArray::number(level - 1) + "'/>").repeated(10) + "</g>";
    return svg + "</defs><g transform='scale(.3)'><use xlink:href='#a11'/></g></svg>";
}
