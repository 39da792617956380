#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QRgb>
#include <QString>
#include <QStringView>
#include <QUrl>

#include <optional>
#include <tl/expected.hpp>

/// A named range of colours, wide enough for every shade in which sets of flags draw it. The ranges may
/// overlap: every DarkRed is also Red, every DeepBlue is also Blue.
enum class FlagColour {
    Black,
    White,
    Red,
    DarkRed,
    Yellow,
    Green,
    Turquoise,
    Blue,
    DeepBlue
};

/// Parses the words of resources/flagchanges.json, such as "deep-blue".
[[nodiscard]] std::optional<FlagColour> flagColourFromWord(QStringView word);

/// Whether an opaque colour is in the range.
[[nodiscard]] bool isColour(QRgb rgb, FlagColour colour);

/// The colour at a point. Coordinates are fractions of the picture's width and height.
struct ColourPoint
{
    QPointF at;
    FlagColour colour = FlagColour::Black;
};

/// The share of an area's pixels that has a colour, from 0 to 1. Coordinates as in ColourPoint.
struct ColourArea
{
    QRectF area;
    FlagColour colour = FlagColour::Black;
    double least = 0; ///< smallest accepted share
    double most = 1; ///< largest accepted share
};

/// The marks of one version of a flag. A picture shows that version only if it has all of them.
struct FlagMarks
{
    QList<ColourPoint> points;
    QList<ColourArea> areas;

    [[nodiscard]] bool isEmpty() const { return points.isEmpty() && areas.isEmpty(); }
};

/// An earlier version of a flag.
struct FormerFlag
{
    QString until; ///< an ISO date, or a year if the day is not certain
    FlagMarks marks;
};

/// The flag of another country that some sets of flags have under this code.
struct MistakenFlag
{
    QString code; ///< the country whose flag it is
    FlagMarks marks;
};

/// The last change of a country's flag, and how to recognise its versions.
struct FlagChange
{
    QString code;
    QString date; ///< an ISO date, or a year; empty if only a mistake is known
    QString change; ///< what changed, in one English sentence
    QString sourceTitle; ///< of a public page about the change
    QUrl sourceUrl;
    FlagMarks current; ///< empty: the current flag cannot be recognised
    QList<FormerFlag> former;
    QList<MistakenFlag> mistaken;
};

/// Reads and checks a file in the format of resources/flagchanges.json. Returns a sentence about the first
/// problem if it is not valid.
[[nodiscard]] tl::expected<QList<FlagChange>, QString> parseFlagChanges(const QByteArray &json);

/// The changes in resources/flagchanges.json. Read on the first call. Thread-safe.
[[nodiscard]] const QList<FlagChange> &shippedFlagChanges();
