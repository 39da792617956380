#pragma once

#include <QByteArray>
#include <QHash>
#include <QRect>

// GIFs with real LZW compression, and with the habits of various encoders.

/// How an encoder uses the clear code and the end code.
enum class LzwHabit {
    Usual,
    NoClearAtStart,
    NoEnd,
    KeepsFullTable, ///< never clears it
};

/// Packs codes of a growing width.
class LzwPacker final
{
public:
    explicit LzwPacker(int codeSize)
        : m_codeSize(codeSize)
    {
        reset();
    }

    [[nodiscard]] int clearCode() const { return 1 << m_codeSize; }
    [[nodiscard]] int endCode() const { return clearCode() + 1; }
    [[nodiscard]] bool isFull() const { return m_next == 4096; }

    void put(int code)
    {
        m_bits |= quint32(code) << m_count;
        for (m_count += m_width; m_count >= 8; m_count -= 8) {
            m_bytes.append(char(m_bits & 0xff));
            m_bits >>= 8;
        }
    }

    void putClear()
    {
        put(clearCode());
        reset();
    }

    /// Returns the number of a new string. Call it after each code but the clear code, unless the table is
    /// full.
    int addString()
    {
        if (m_next == 1 << m_width && m_width < 12)
            ++m_width;
        return m_next++;
    }

    [[nodiscard]] QByteArray bytes() const { return m_count > 0 ? m_bytes + char(m_bits & 0xff) : m_bytes; }

private:
    void reset()
    {
        m_width = m_codeSize + 1;
        m_next = endCode() + 1;
    }

    const int m_codeSize;
    int m_width = 0;
    int m_next = 0;
    QByteArray m_bytes;
    quint32 m_bits = 0;
    int m_count = 0;
};

/// Compresses pixels, which have at most `codeSize` bits.
inline QByteArray lzwCodes(const QByteArray &pixels, int codeSize, LzwHabit habit = LzwHabit::Usual)
{
    LzwPacker packer(codeSize);
    QHash<int, int> strings; // prefix * 256 + pixel
    if (habit != LzwHabit::NoClearAtStart)
        packer.putClear();
    int current = -1;
    for (const char pixel : pixels) {
        const int key = current * 256 + quint8(pixel);
        if (current < 0 || strings.contains(key)) {
            current = current < 0 ? quint8(pixel) : strings.value(key);
            continue;
        }
        packer.put(current);
        current = quint8(pixel);
        if (!packer.isFull()) {
            strings.insert(key, packer.addString());
        } else if (habit != LzwHabit::KeepsFullTable) {
            packer.putClear();
            strings.clear();
        }
    }
    packer.put(current);
    if (habit != LzwHabit::NoEnd) {
        if (!packer.isFull())
            packer.addString();
        packer.put(packer.endCode());
    }
    return packer.bytes();
}

inline QByteArray gifNumber(int number)
{
    return QByteArray().append(char(number & 0xff)).append(char(number >> 8));
}

/// A table of 2^bits colours, for gifHeader() and gifFrame().
inline QByteArray gifColours(int bits)
{
    return QByteArray("\x10\x80\xf0").repeated(1 << bits);
}

inline QByteArray gifHeader(const QSize &screen, int bits)
{
    return "GIF89a" + gifNumber(screen.width()) + gifNumber(screen.height())
        + QByteArray(1, char(0x80 | (bits - 1))) + QByteArray(2, '\0') + gifColours(bits);
}

/// Splits `data` into blocks and adds the empty one.
inline QByteArray gifBlocks(const QByteArray &data, qsizetype longest = 255)
{
    QByteArray blocks;
    for (qsizetype at = 0; at < data.size(); at += longest) {
        const QByteArray block = data.mid(at, longest);
        blocks += char(block.size()) + block;
    }
    return blocks + '\0';
}

/// A frame whose data blocks are `blocks`.
inline QByteArray gifFrame(
    const QRect &place, int codeSize, const QByteArray &blocks, int flags = 0, const QByteArray &colours = {})
{
    return ',' + gifNumber(place.x()) + gifNumber(place.y()) + gifNumber(place.width())
        + gifNumber(place.height()) + char(flags) + colours + char(codeSize) + blocks;
}

/// Pixels of all colours, in an irregular order. Equal arguments give equal pixels.
inline QByteArray noise(qsizetype count, int bits)
{
    QByteArray pixels;
    quint32 number = 1;
    for (qsizetype at = 0; at < count; ++at) {
        number = number * 1664525 + 1013904223;
        pixels.append(char((number >> 24) & ((1U << bits) - 1)));
    }
    return pixels;
}
