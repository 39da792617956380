#pragma once

#include <QList>
#include <QString>

/// One kind of picture that a source offers.
struct SourcePicture
{
    QString format; ///< "svg", "png" ...; empty where the source does not say
    QString urlTemplate; ///< holds {width} if there are widths
    QList<int> widths; ///< in pixels, one to choose from; empty: there is no choice
    int usualWidth = 0; ///< one of the widths; 0 if there are none

    /// The template for one of the widths; any where there are none.
    [[nodiscard]] QString templateFor(int width) const;

    friend bool operator==(const SourcePicture &, const SourcePicture &) = default;
};
