#pragma once

#include "app/images/conversion.h"

#include <QList>
#include <QString>

#include <variant>

/// Why a text is no list of widths: what is allowed.
struct BadWidths
{
    QString reason;
};

/// "80,160,320", with or without spaces: widths of pictures in pixels, each once, smallest first. At least
/// one.
[[nodiscard]] std::variant<QList<int>, BadWidths> widthsFromText(const QString &text);

/// The widths that are wanted in this format, as widthsFromText() reads them; empty if there are none.
[[nodiscard]] QString widthsText(const Conversion &conversion, RenditionFormat format);
