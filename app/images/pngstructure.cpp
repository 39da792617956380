#include "app/images/rasterstructure.h"

#include <zlib.h>

#include <optional>

namespace {

constexpr quint8 paletteType = 3; // of colour

bool isPngPixel(quint8 colourType, quint8 bitDepth)
{
    switch (colourType) {
    case 0: // grey
        return bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
    case paletteType:
        return bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
    case 2: // colours
    case 4: // grey, alpha
    case 6: // colours, alpha
        return bitDepth == 8 || bitDepth == 16;
    default:
        return false;
    }
}

/// Collects what the chunks say, in their order.
class PngChunks final
{
public:
    /// Whether the chunk may stand here and has a valid content.
    [[nodiscard]] bool take(QByteArrayView type, QByteArrayView content)
    {
        if (type == "IHDR")
            return !m_size.isValid() && readHeader(content);
        if (!m_size.isValid())
            return false;
        if (type == "PLTE") {
            constexpr qsizetype largest = qsizetype(3) * 256;
            m_hasPalette = !content.isEmpty() && content.size() % 3 == 0 && content.size() <= largest;
            return m_hasPalette || m_colourType != paletteType;
        }
        if (type == "IDAT") {
            m_hasPixels = m_hasPixels || !content.isEmpty();
            return m_hasPalette || m_colourType != paletteType;
        }
        if (type == "IEND")
            return m_hasPixels;
        constexpr quint8 isOptional = 0x20; // in the first letter of the type
        return byteAt(type, 0) & isOptional;
    }

    /// In pixels, from the header.
    [[nodiscard]] QSize size() const { return m_size; }

private:
    [[nodiscard]] bool readHeader(QByteArrayView header)
    {
        if (header.size() != 13)
            return false;
        const auto width = qFromBigEndian<quint32>(header.data());
        const auto height = qFromBigEndian<quint32>(header.data() + 4);
        constexpr quint32 maximum = 1'000'000; // limit of the decoder
        const bool hasArea = width > 0 && height > 0 && width <= maximum && height <= maximum;
        const quint8 bitDepth = byteAt(header, 8);
        m_colourType = byteAt(header, 9);
        const quint8 compression = byteAt(header, 10);
        const quint8 filter = byteAt(header, 11);
        const quint8 interlace = byteAt(header, 12);
        if (!hasArea || !isPngPixel(m_colourType, bitDepth) || compression != 0 || filter != 0
            || interlace > 1)
            return false;
        m_size = QSize(int(width), int(height));
        return true;
    }

    QSize m_size;
    quint8 m_colourType = 0;
    bool m_hasPalette = false;
    bool m_hasPixels = false;
};

} // namespace

// A checksum covers every byte, so a damaged transfer is found. Not found: pixel data that were already wrong
// when the checksum was made. To unpack them would take as long as half of the decoding.
Result<QSize> checkPng(const QByteArray &bytes)
{
    constexpr qsizetype signatureSize = 8;
    constexpr qsizetype lengthSize = 4;
    constexpr qsizetype typeSize = 4;
    constexpr qsizetype checksumSize = 4;
    constexpr qsizetype chunkFrame = lengthSize + typeSize + checksumSize;
    PngChunks chunks;
    qsizetype at = signatureSize;
    while (at + chunkFrame <= bytes.size()) {
        const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        if (length > bytes.size() - at - chunkFrame)
            return unexpected(truncated());
        const QByteArrayView checked = QByteArrayView(bytes).sliced(at + lengthSize, typeSize + length);
        const auto checksum = qFromBigEndian<quint32>(checked.end());
        if (::crc32(0, reinterpret_cast<const Bytef *>(checked.data()), uInt(checked.size())) != checksum)
            return unexpected(violation(StructureText::tr("a checksum of the PNG is wrong")));
        if (!chunks.take(checked.first(typeSize), checked.sliced(typeSize)))
            return unexpected(violation(StructureText::tr("a chunk of the PNG is invalid or misplaced")));
        if (checked.startsWith("IEND"))
            return chunks.size();
        at += chunkFrame + length;
    }
    return unexpected(truncated());
}
