#include "app/images/rasterstructure.h"

#include <QPoint>
#include <QRect>

#include <algorithm>
#include <optional>

namespace {

constexpr qsizetype chunkHeaderSize = 8;

struct Chunk
{
    QByteArrayView type;
    QByteArrayView content;
};

/// Removes the first chunk from `rest`. Nothing if it is longer than `rest`. The last one may lack the byte
/// that pads it to an even length.
std::optional<Chunk> takeChunk(QByteArrayView &rest)
{
    if (rest.size() < chunkHeaderSize)
        return std::nullopt;
    const auto size = qsizetype(qFromLittleEndian<quint32>(rest.data() + 4));
    if (size > rest.size() - chunkHeaderSize)
        return std::nullopt;
    const Chunk chunk{.type = rest.first(4), .content = rest.sliced(chunkHeaderSize, size)};
    rest = rest.sliced(std::min(chunkHeaderSize + size + size % 2, rest.size()));
    return chunk;
}

int littleEndian24At(QByteArrayView bytes, qsizetype at)
{
    return littleEndian16At(bytes, at) | (byteAt(bytes, at + 2) << 16);
}

constexpr int fourteenBits = 0x3fff;

/// The size in the header of a lossy frame (RFC 6386, 9.1), if libwebp accepts the header.
std::optional<QSize> sizeOfVp8(QByteArrayView frame)
{
    constexpr qsizetype headerSize = 10;
    if (frame.size() < headerSize || frame.sliced(3, 3) != "\x9d\x01\x2a")
        return std::nullopt;
    const int tag = littleEndian24At(frame, 0);
    const bool isKeyFrame = (tag & 1) == 0;
    const int profile = (tag >> 1) & 7;
    const bool isShown = (tag >> 4) & 1;
    const int firstPartition = tag >> 5; // bytes
    const QSize size(littleEndian16At(frame, 6) & fourteenBits, littleEndian16At(frame, 8) & fourteenBits);
    if (!isKeyFrame || profile > 3 || !isShown || firstPartition > frame.size() - headerSize
        || size.isEmpty())
        return std::nullopt;
    return size;
}

/// The size in the header of a lossless image (RFC 9649, 3.4).
std::optional<QSize> sizeOfVp8L(QByteArrayView image)
{
    constexpr qsizetype headerSize = 5;
    constexpr char signature = 0x2f;
    if (image.size() <= headerSize || image[0] != signature)
        return std::nullopt;
    const auto bits = qFromLittleEndian<quint32>(image.data() + 1);
    constexpr int versionAt = 29;
    if (bits >> versionAt != 0)
        return std::nullopt;
    return QSize(int(bits & fourteenBits) + 1, int((bits >> 14) & fourteenBits) + 1);
}

/// Collects the chunks of one picture, of which an animation has several, in their order.
class WebPImage final
{
public:
    /// Returns false if the chunk is invalid or misplaced. Accepts chunks of unknown types.
    [[nodiscard]] bool take(const Chunk &chunk)
    {
        const bool isLossy = chunk.type == "VP8 ";
        if (chunk.type == "ALPH") {
            if (m_hasAlpha || m_size || !isAlpha(chunk.content))
                return false;
            m_hasAlpha = true;
        } else if (isLossy || chunk.type == "VP8L") {
            if (m_size || (m_hasAlpha && !isLossy))
                return false;
            m_size = isLossy ? sizeOfVp8(chunk.content) : sizeOfVp8L(chunk.content);
            return m_size.has_value();
        }
        return true;
    }

    [[nodiscard]] std::optional<QSize> size() const { return m_size; }

private:
    /// Whether the decoder knows the compression and the filter.
    [[nodiscard]] static bool isAlpha(QByteArrayView content)
    {
        if (content.size() < 2)
            return false;
        const int compression = byteAt(content, 0) & 3;
        const int preprocessing = (byteAt(content, 0) >> 4) & 3;
        const int reserved = byteAt(content, 0) >> 6;
        return compression <= 1 && preprocessing <= 1 && reserved <= 1;
    }

    std::optional<QSize> m_size;
    bool m_hasAlpha = false;
};

/// Whether the content of an ANMF chunk is a frame inside of the canvas.
bool isFrame(QByteArrayView content, const QSize &canvas)
{
    constexpr qsizetype headerSize = 16;
    if (content.size() < headerSize)
        return false;
    const QPoint corner(2 * littleEndian24At(content, 0), 2 * littleEndian24At(content, 3));
    const QSize size(littleEndian24At(content, 6) + 1, littleEndian24At(content, 9) + 1);
    WebPImage image;
    for (QByteArrayView rest = content.sliced(headerSize); !rest.isEmpty();) {
        const auto chunk = takeChunk(rest);
        if (!chunk || !image.take(*chunk))
            return false;
    }
    return image.size() == size && QRect({}, canvas).contains(QRect(corner, size));
}

/// The size of the canvas of an extended WebP; nothing if libwebp rejects its chunks. Most flags in the
/// header are only hints, and some tools set them wrongly.
std::optional<QSize> sizeOfExtended(QByteArrayView header, QByteArrayView rest)
{
    constexpr qsizetype headerSize = 10;
    constexpr quint8 animationFlag = 2;
    if (header.size() < headerSize)
        return std::nullopt;
    const bool isAnimation = byteAt(header, 0) & animationFlag;
    const QSize canvas(littleEndian24At(header, 4) + 1, littleEndian24At(header, 7) + 1);
    WebPImage still;
    bool hasAnimationHeader = false;
    bool hasFrame = false;
    while (!rest.isEmpty()) {
        const auto chunk = takeChunk(rest);
        if (!chunk || chunk->type == "VP8X" || !still.take(*chunk))
            return std::nullopt;
        hasAnimationHeader = hasAnimationHeader || (chunk->type == "ANIM" && chunk->content.size() >= 6);
        if (chunk->type == "ANMF") {
            if (!hasAnimationHeader || !isFrame(chunk->content, canvas))
                return std::nullopt;
            hasFrame = true;
        }
    }
    const bool isConsistent = isAnimation ? hasFrame && !still.size() : !hasFrame && still.size() == canvas;
    return isConsistent ? std::optional(canvas) : std::nullopt;
}

} // namespace

// Not found: damage in the compressed data, which have no checksum and must be decoded to be checked. The
// chunks have lengths, so missing bytes are found.
Result<QSize> checkWebP(const QByteArray &bytes)
{
    constexpr qsizetype headerSize = 12;
    constexpr qsizetype riffHeaderSize = 8;
    const auto length = qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4));
    if (length > bytes.size() - riffHeaderSize)
        return unexpected(truncated());
    QByteArrayView rest = QByteArrayView(bytes).first(riffHeaderSize + length);
    rest = rest.sliced(std::min(headerSize, rest.size()));
    std::optional<QSize> size;
    if (const auto first = takeChunk(rest)) {
        WebPImage image;
        if (first->type == "VP8X")
            size = sizeOfExtended(first->content, rest);
        else if (first->type != "ALPH" && image.take(*first))
            size = image.size();
    }
    if (!size)
        return unexpected(violation(StructureText::tr("the WebP has an invalid or missing chunk")));
    return *size;
}
