#include "app/images/rasterstructure.h"

#include <QPoint>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace {

/// Follows the LZW codes of a frame and counts their pixels without making them: the table has only the
/// lengths of the strings, so each code takes constant time.
class LzwCounter final
{
public:
    /// Starts a frame, whose colours have this many bits.
    void start(int codeSize)
    {
        m_clear = 1 << codeSize;
        std::fill_n(m_lengths.begin(), m_clear, quint16(1));
        m_state = {};
        m_state.clear(m_clear);
        m_isReading = true;
        m_hasEndCode = false;
    }

    /// Reads the codes in the next data block. Ignores what follows the end code or an invalid code.
    void take(QByteArrayView block)
    {
        State state = m_state; // a copy, which the compiler can keep in registers
        for (const char byte : block) {
            if (!m_isReading)
                break;
            state.bits |= quint32(quint8(byte)) << state.bitCount;
            state.bitCount += 8;
            while (state.bitCount >= state.width && m_isReading) {
                const int code = int(state.bits & ((1U << state.width) - 1));
                state.bits >>= state.width;
                state.bitCount -= state.width;
                takeCode(code, state);
            }
        }
        m_state = state;
    }

    /// Whether the codes stand for exactly this many pixels. Some encoders omit the end code, and their last
    /// bits may look like more pixels.
    [[nodiscard]] bool hasMade(qint64 pixels) const
    {
        return m_hasEndCode ? m_state.pixels == pixels : m_state.pixels >= pixels;
    }

private:
    static constexpr int longestCode = 12; // in bits
    static constexpr int tableSize = 1 << longestCode;

    struct State
    {
        quint32 bits = 0; // read, but not yet part of a code
        int bitCount = 0;
        int width = 0; // of a code, in bits
        int next = 0; // the next free code
        int previous = -1; // -1: none since the last clear code
        qint64 pixels = 0;

        void clear(int clearCode)
        {
            width = int(std::bit_width(unsigned(clearCode)));
            next = clearCode + 2;
            previous = -1;
        }
    };

    void takeCode(int code, State &state)
    {
        const bool isFirst = state.previous < 0;
        if (code == m_clear) {
            state.clear(m_clear);
        } else if (code == m_clear + 1) {
            m_isReading = false;
            m_hasEndCode = true;
        } else if (code > (isFirst ? m_clear : state.next)) {
            m_isReading = false;
        } else {
            // A full table stays as it is until the encoder clears it.
            if (!isFirst && state.next < tableSize) {
                m_lengths[std::size_t(state.next)] = quint16(m_lengths[std::size_t(state.previous)] + 1);
                ++state.next;
                if (state.next == 1 << state.width && state.width < longestCode)
                    ++state.width;
            }
            state.pixels += m_lengths[std::size_t(code)];
            state.previous = code;
        }
    }

    std::array<quint16, tableSize> m_lengths = {};
    State m_state;
    int m_clear = 0; // the clear code; the end code follows it
    bool m_isReading = true;
    bool m_hasEndCode = false;
};

/// The size in bytes of the colour table that the flags describe.
qsizetype colourTableSize(quint8 flags)
{
    constexpr quint8 hasTable = 0x80;
    return (flags & hasTable) ? qsizetype(3) << ((flags & 7) + 1) : 0;
}

/// Reads a GIF from its first to its last block.
class GifWalk final
{
public:
    explicit GifWalk(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] Result<QSize> run()
    {
        constexpr qsizetype headerSize = 13;
        if (m_bytes.size() < headerSize)
            return unexpected(truncated());
        m_screen = QSize(littleEndian16At(m_bytes, 6), littleEndian16At(m_bytes, 8));
        const qsizetype table = colourTableSize(byteAt(m_bytes, 10));
        m_hasColours = table > 0;
        m_at = headerSize + table;
        while (m_at < m_bytes.size()) {
            const char block = m_bytes[m_at];
            if (block == ';' && m_hasFrame)
                return m_screen;
            if (block != ',' && block != '!')
                return unexpected(violation(StructureText::tr("the GIF has an unknown block")));
            if (const auto failure = block == ',' ? passFrame() : passExtension())
                return unexpected(*failure);
        }
        return unexpected(truncated());
    }

private:
    // These functions start at m_at and move it.

    /// The next of a chain of data blocks, which ends with an empty one. Nothing if the bytes end.
    [[nodiscard]] std::optional<QByteArrayView> nextBlock()
    {
        if (m_at >= m_bytes.size())
            return std::nullopt;
        const qsizetype length = byteAt(m_bytes, m_at);
        if (length >= m_bytes.size() - m_at)
            return std::nullopt;
        const QByteArrayView block = m_bytes.sliced(m_at + 1, length);
        m_at += 1 + length;
        return block;
    }

    [[nodiscard]] std::optional<Failure> passExtension()
    {
        if (m_bytes.size() - m_at < 2)
            return truncated();
        const quint8 label = byteAt(m_bytes, m_at + 1);
        m_at += 2;
        auto block = nextBlock();
        constexpr quint8 graphicControl = 0xf9;
        constexpr quint8 application = 0xff;
        // With another length, Qt's decoder takes the following blocks for something else.
        if (block
            && ((label == graphicControl && block->size() != 4)
                || (label == application && block->isEmpty())))
            return violation(StructureText::tr("the GIF has an extension of the wrong length"));
        while (block && !block->isEmpty())
            block = nextBlock();
        return block ? std::nullopt : std::optional(truncated());
    }

    [[nodiscard]] std::optional<Failure> passFrame()
    {
        constexpr qsizetype descriptorSize = 10;
        if (m_bytes.size() - m_at < descriptorSize)
            return truncated();
        const QByteArrayView descriptor = m_bytes.sliced(m_at, descriptorSize);
        const QPoint corner(littleEndian16At(descriptor, 1), littleEndian16At(descriptor, 3));
        const QSize size(littleEndian16At(descriptor, 5), littleEndian16At(descriptor, 7));
        const qsizetype table = colourTableSize(byteAt(descriptor, 9));
        m_at += descriptorSize + table;
        if (m_at >= m_bytes.size())
            return truncated();
        if (!m_hasFrame) {
            // Qt's decoder allocates the logical screen and cuts off what is outside of it.
            if (m_screen.width() == 0)
                m_screen.setWidth(corner.x() + size.width());
            if (m_screen.height() == 0)
                m_screen.setHeight(corner.y() + size.height());
            if (corner.x() >= m_screen.width() || corner.y() >= m_screen.height())
                return violation(StructureText::tr("the GIF has its frame outside of the picture"));
        }
        m_hasFrame = true;
        if (size.isEmpty() || (table == 0 && !m_hasColours))
            return violation(StructureText::tr("the GIF has a frame without pixels or colours"));
        return passPixels(qint64(size.width()) * size.height());
    }

    [[nodiscard]] std::optional<Failure> passPixels(qint64 pixels)
    {
        const int codeSize = byteAt(m_bytes, m_at++);
        if (codeSize < 2 || codeSize > 8) // GIF89a, appendix F; decoders disagree about 1
            return violation(StructureText::tr("the GIF has an unknown code size"));
        m_codes.start(codeSize);
        auto block = nextBlock();
        for (; block && !block->isEmpty(); block = nextBlock())
            m_codes.take(*block);
        if (!block)
            return truncated();
        if (!m_codes.hasMade(pixels))
            return violation(StructureText::tr("the pixels of the GIF are damaged"));
        return std::nullopt;
    }

    const QByteArrayView m_bytes;
    qsizetype m_at = 0;
    LzwCounter m_codes;
    QSize m_screen;
    bool m_hasColours = false; // for frames without colours of their own
    bool m_hasFrame = false;
};

} // namespace

// Not found: a code that was changed into one for as many pixels, colours that were changed, and codes that
// refer to a colour beyond the table, which decoders draw as transparent.
Result<QSize> checkGif(const QByteArray &bytes)
{
    return GifWalk(bytes).run();
}
