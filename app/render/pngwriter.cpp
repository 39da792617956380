#include "app/render/drawnrenditions.h"

#include <QList>
#include <QtEndian>

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace {

enum class ColourType : char {
    Rgb = 2,
    Palette = 3,
    Rgba = 6,
};

/// The rows of an image in PNG format before compression, and the palette.
struct Pixels
{
    ColourType type = ColourType::Rgb;
    QByteArray rows; ///< each begins with its filter type, here always 0
    QList<QRgb> palette; ///< not premultiplied
};

struct FreeCompressor
{
    void operator()(libdeflate_compressor *compressor) const { libdeflate_free_compressor(compressor); }
};

/// Assigns numbers to premultiplied colours in order of appearance, up to 256.
class ColourTable final
{
public:
    ColourTable() { m_numberInSlot.fill(noNumber); }

    /// Returns -1 if the table is full.
    [[nodiscard]] int numberOf(QRgb colour)
    {
        // Open addressing. With four slots per colour there is always a free one.
        quint32 slot = (colour * 2654435761U) >> (32 - slotBits);
        while (m_numberInSlot[slot] != noNumber && m_colourInSlot[slot] != colour)
            slot = (slot + 1) % slots;
        if (m_numberInSlot[slot] == noNumber) {
            if (m_colours.size() == maximalColours)
                return -1;
            m_colourInSlot[slot] = colour;
            m_numberInSlot[slot] = qint16(m_colours.size());
            m_colours.append(colour);
        }
        return m_numberInSlot[slot];
    }

    [[nodiscard]] QList<QRgb> unpremultiplied() const
    {
        QList<QRgb> colours;
        for (const QRgb colour : m_colours)
            colours.append(qUnpremultiply(colour));
        return colours;
    }

private:
    static constexpr int maximalColours = 256;
    static constexpr quint32 slotBits = 10;
    static constexpr quint32 slots = 1U << slotBits;
    static constexpr qint16 noNumber = -1;

    std::array<QRgb, slots> m_colourInSlot{};
    std::array<qint16, slots> m_numberInSlot{};
    QList<QRgb> m_colours;
};

const QRgb *rowOf(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

/// Calls `packRow(pixels, bytes)` for each row that differs from the row above; most rows of flags do not.
/// Stops and returns false if a row cannot be packed.
template <typename PackRow>
bool packRows(const QImage &image, int bytesPerPixel, QByteArray &rows, PackRow packRow)
{
    const int width = image.width();
    const qsizetype length = 1 + qsizetype(width) * bytesPerPixel;
    rows = QByteArray(length * image.height(), Qt::Uninitialized);
    char *row = rows.data();
    for (int y = 0; y < image.height(); ++y, row += length) {
        const QRgb *pixels = rowOf(image, y);
        if (y > 0 && std::memcmp(pixels, rowOf(image, y - 1), sizeof(QRgb) * std::size_t(width)) == 0) {
            std::memcpy(row, row - length, std::size_t(length));
            continue;
        }
        row[0] = 0;
        if (!packRow(pixels, row + 1))
            return false;
    }
    return true;
}

char *putColour(char *bytes, QRgb colour)
{
    bytes[0] = char(qRed(colour));
    bytes[1] = char(qGreen(colour));
    bytes[2] = char(qBlue(colour));
    return bytes + 3;
}

bool packWithPalette(const QImage &image, Pixels &packed)
{
    ColourTable table;
    QRgb latest = rowOf(image, 0)[0];
    int number = table.numberOf(latest);
    const auto packRow = [&, width = image.width()](const QRgb *pixels, char *bytes) {
        for (int x = 0; x < width; ++x) {
            if (pixels[x] != latest) {
                latest = pixels[x];
                number = table.numberOf(latest);
                if (number < 0)
                    return false;
            }
            bytes[x] = char(number);
        }
        return true;
    };
    if (!packRows(image, 1, packed.rows, packRow))
        return false;
    packed.type = ColourType::Palette;
    packed.palette = table.unpremultiplied();
    return true;
}

bool isOpaque(const QImage &image)
{
    const int width = image.width();
    for (int y = 0; y < image.height(); ++y) {
        const QRgb *pixels = rowOf(image, y);
        QRgb common = 0xff000000;
        for (int x = 0; x < width; ++x)
            common &= pixels[x];
        if (common != 0xff000000)
            return false;
    }
    return true;
}

void packWithoutPalette(const QImage &image, Pixels &packed)
{
    const int width = image.width();
    if (isOpaque(image)) {
        packed.type = ColourType::Rgb;
        packRows(image, 3, packed.rows, [width](const QRgb *pixels, char *bytes) {
            for (int x = 0; x < width; ++x)
                bytes = putColour(bytes, pixels[x]);
            return true;
        });
        return;
    }
    packed.type = ColourType::Rgba;
    packRows(image, 4, packed.rows, [width](const QRgb *pixels, char *bytes) {
        for (int x = 0; x < width; ++x) {
            const QRgb pixel = qUnpremultiply(pixels[x]);
            bytes = putColour(bytes, pixel);
            *bytes++ = char(qAlpha(pixel));
        }
        return true;
    });
}

QByteArray compressed(const QByteArray &bytes)
{
    // Level 1 is the fastest. Without filters, flags become smaller with it than with zlib's level 9.
    constexpr int level = 1;
    const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor)
        return {};
    QByteArray result(qsizetype(libdeflate_zlib_compress_bound(compressor.get(), std::size_t(bytes.size()))),
        Qt::Uninitialized);
    result.truncate(qsizetype(libdeflate_zlib_compress(compressor.get(), bytes.constData(),
        std::size_t(bytes.size()), result.data(), std::size_t(result.size()))));
    return result;
}

void appendNumber(QByteArray &bytes, quint32 number)
{
    const quint32 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

void appendChunk(QByteArray &file, QByteArrayView type, const QByteArray &content)
{
    appendNumber(file, quint32(content.size()));
    const qsizetype checkedFrom = file.size();
    file.append(type);
    file.append(content);
    const QByteArrayView checked = QByteArrayView(file).sliced(checkedFrom);
    appendNumber(file, libdeflate_crc32(0, checked.data(), std::size_t(checked.size())));
}

QByteArray header(const QSize &size, ColourType type)
{
    constexpr char bitsPerSample = 8;
    QByteArray content;
    appendNumber(content, quint32(size.width()));
    appendNumber(content, quint32(size.height()));
    content += bitsPerSample;
    content += char(type);
    return content + QByteArray(3, 0); // default compression and filters, no interlacing
}

void appendPalette(QByteArray &file, const QList<QRgb> &palette)
{
    QByteArray colours(3 * palette.size(), Qt::Uninitialized);
    QByteArray opacities;
    char *end = colours.data();
    for (const QRgb colour : palette) {
        end = putColour(end, colour);
        opacities += char(qAlpha(colour));
    }
    appendChunk(file, "PLTE", colours);
    if (!std::ranges::all_of(opacities, [](char opacity) { return quint8(opacity) == 0xff; }))
        appendChunk(file, "tRNS", opacities);
}

} // namespace

QByteArray pngFile(const QImage &image)
{
    Q_ASSERT(image.format() == QImage::Format_ARGB32_Premultiplied && !image.isNull());
    Pixels packed;
    if (!packWithPalette(image, packed))
        packWithoutPalette(image, packed);
    const QByteArray data = compressed(packed.rows);
    if (data.isEmpty())
        return {};

    QByteArray file;
    file.reserve(data.size() + 2048);
    file += QByteArrayView("\x89PNG\r\n\x1a\n");
    appendChunk(file, "IHDR", header(image.size(), packed.type));
    if (packed.type == ColourType::Palette)
        appendPalette(file, packed.palette);
    appendChunk(file, "IDAT", data);
    appendChunk(file, "IEND", {});
    return file;
}
