#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

/// Small valid pictures, made from nothing. Equal arguments give equal bytes, different seeds different ones.
[[nodiscard]] QByteArray gifPicture(const QSize &size = {12, 9}, int seed = 0);
[[nodiscard]] QByteArray pngPicture(const QSize &size = {12, 9});
[[nodiscard]] QByteArray jpegPicture(const QSize &size = {12, 9});
[[nodiscard]] QByteArray svgPicture(const QSize &size = {12, 9});

/// With these bytes in its header from there on, under a checksum that is right.
[[nodiscard]] QByteArray pngWithHeader(qsizetype at, const QByteArray &bytes);

/// A PNG whose header claims any size; its checksums are right, its pixels those of a small one.
[[nodiscard]] QByteArray pngClaiming(quint32 width, quint32 height);

/// A GIF of one pixel on a screen of any size.
[[nodiscard]] QByteArray gifClaiming(quint16 width, quint16 height);

/// A GIF of so many frames, each the same.
[[nodiscard]] QByteArray gifAnimation(const QSize &size, int frames);

/// What a metadata.json holds for a country of that name.
[[nodiscard]] QByteArray metadataNaming(const QString &country);
