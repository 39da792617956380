#pragma once

#include <QByteArray>

#define ZLIB_CONST // makes next_in a pointer to const
#include <zlib.h>

inline constexpr int gzipBits = MAX_WBITS + 16;
inline constexpr int zlibBits = MAX_WBITS;
inline constexpr int rawBits = -MAX_WBITS;

/// Compresses in the format that these window bits name.
inline QByteArray compressed(const QByteArray &plain, int windowBits)
{
    QByteArray packed(qsizetype(::compressBound(uLong(plain.size()))) + 100, '\0'); // gzip's header is longer
    z_stream stream{};
    stream.next_in = reinterpret_cast<const Bytef *>(plain.constData());
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    ::deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    ::deflateEnd(&stream);
    return packed;
}
