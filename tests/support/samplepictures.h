#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

// Small valid pictures, generated. Equal arguments give equal bytes; different seeds give different bytes.
[[nodiscard]] QByteArray gifPicture(const QSize &size = {12, 9}, int seed = 0);
[[nodiscard]] QByteArray pngPicture(const QSize &size = {12, 9});
[[nodiscard]] QByteArray jpegPicture(const QSize &size = {12, 9});
[[nodiscard]] QByteArray svgPicture(const QSize &size = {12, 9});

/// A chunk of a PNG with its length and checksum.
[[nodiscard]] QByteArray pngChunk(const QByteArray &type, const QByteArray &content);

/// A PNG whose IHDR data contains `bytes` from offset `at`; the checksum of the chunk is correct.
[[nodiscard]] QByteArray pngWithHeader(qsizetype at, const QByteArray &bytes);

/// A PNG whose header claims this size. Its checksums are correct, its pixel data is that of a small picture.
[[nodiscard]] QByteArray pngClaiming(quint32 width, quint32 height);

/// A GIF with a frame of one pixel on a logical screen of this size.
[[nodiscard]] QByteArray gifClaiming(quint16 width, quint16 height);

/// A GIF with `frames` equal frames.
[[nodiscard]] QByteArray gifAnimation(const QSize &size, int frames);

/// The content of a metadata.json that names this country.
[[nodiscard]] QByteArray metadataNaming(const QString &country);
