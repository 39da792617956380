#pragma once

#include "app/freshness/flagcolour.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QUrl>

#include <variant>

/// The colour at a point, in units of the picture's width and height.
struct ColourPoint
{
    QPointF at;
    FlagColour colour = FlagColour::Black;
};

/// How much of an area, in the same units, has a colour: a share of its pixels, from 0 to 1.
struct ColourArea
{
    QRectF area;
    FlagColour colour = FlagColour::Black;
    double least = 0;
    double most = 1;
};

/// What a picture shows if it is of one version of a flag: all of it, or the picture is not.
struct FlagLook
{
    QList<ColourPoint> points;
    QList<ColourArea> areas;

    [[nodiscard]] bool isEmpty() const { return points.isEmpty() && areas.isEmpty(); }
};

/// A version that is not the flag of today any more.
struct FormerFlag
{
    QString until; ///< an ISO date, or a year where the day is not certain
    FlagLook look;
};

/// The flag of another country that sets have under this code.
struct MistakenFlag
{
    QString code; ///< of the country whose flag it is
    FlagLook look;
};

/// The last change of one country's flag, and how its versions are recognised.
struct FlagChange
{
    QString code;
    QString date; ///< an ISO date, or a year; empty if only a mistake is known
    QString change; ///< what changed, in one English sentence
    QString sourceTitle; ///< of a public page that says so
    QUrl sourceUrl;
    FlagLook current; ///< empty: the flag of today cannot be recognised
    QList<FormerFlag> former;
    QList<MistakenFlag> mistaken;
};

/// Reads and checks the text of a file like resources/flagchanges.json. What is wrong with it, in one
/// sentence, if anything is.
[[nodiscard]] std::variant<QList<FlagChange>, QString> parseFlagChanges(const QByteArray &json);

/// Those of the program. Read once, at the first call; safe in every thread.
[[nodiscard]] const QList<FlagChange> &shippedFlagChanges();
