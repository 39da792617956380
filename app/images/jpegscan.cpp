#include "app/images/jpegscan.h"

#include <algorithm>

namespace {

constexpr quint8 markerPrefix = 0xff;
constexpr quint8 firstRestart = 0xd0;
constexpr int restartNumbers = 8;

/// The bits between two markers.
class EntropyBits final
{
public:
    EntropyBits(QByteArrayView bytes, qsizetype at)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_at; }

    /// Whether no marker follows.
    [[nodiscard]] bool isAtEnd() const { return positionOfMarker(m_bytes, m_at) == m_bytes.size(); }

    /// Skips some bits, at most 16. Returns false if there are fewer.
    [[nodiscard]] bool skip(int count)
    {
        provide(count);
        m_count -= count;
        return m_count >= 0;
    }

    /// The symbol of the next code; -1 if it is not in the table.
    [[nodiscard]] int next(const HuffmanTable &table)
    {
        provide(16);
        const quint32 bits = m_count >= 16 ? m_buffer >> (m_count - 16) : m_buffer << (16 - m_count);
        const HuffmanTable::Code code = table.find(bits & 0xffff);
        return code.length > 0 && skip(code.length) ? code.symbol : -1;
    }

    /// Drops the last bits, the zeros that some encoders add to them, and fill bytes. Returns false if other
    /// bytes come before the next marker.
    [[nodiscard]] bool skipToMarker()
    {
        const quint32 wholeBytes = m_buffer & ((1U << (m_count - m_count % 8)) - 1);
        m_count = 0;
        const qsizetype marker = positionOfMarker(m_bytes, m_at);
        QByteArrayView skipped = m_bytes.sliced(m_at, marker - m_at);
        while (skipped.endsWith(char(markerPrefix)))
            skipped.chop(1);
        m_at = marker;
        return wholeBytes == 0 && std::ranges::all_of(skipped, [](char byte) { return byte == '\0'; });
    }

    /// Passes a restart marker. Returns false if it has another number.
    [[nodiscard]] bool passRestart(int number)
    {
        if (!skipToMarker() || m_at == m_bytes.size() || quint8(m_bytes[m_at + 1]) != firstRestart + number)
            return false;
        m_at += 2;
        return true;
    }

private:
    /// Reads bytes until there are so many bits, or a marker follows.
    void provide(int count)
    {
        while (m_count < count && m_at < m_bytes.size()) {
            const auto byte = quint8(m_bytes[m_at]);
            const bool isPrefix = byte == markerPrefix;
            if (isPrefix && (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] != '\0'))
                return;
            m_buffer = (m_buffer << 8) | byte;
            m_count += 8;
            m_at += isPrefix ? 2 : 1; // a zero byte follows a data byte that looks like a prefix
        }
    }

    const QByteArrayView m_bytes;
    qsizetype m_at;
    quint32 m_buffer = 0; // the lowest m_count bits are not read yet
    int m_count = 0; // at most 23; negative after the end
};

/// Follows the 64 coefficients of a block (T.81, F.2.2).
bool passBlock(EntropyBits &bits, const ScanComponent &component)
{
    const int difference = bits.next(*component.dc);
    if (difference < 0 || difference > 15 || !bits.skip(difference))
        return false;
    constexpr int coefficients = 64;
    for (int index = 1; index < coefficients; ++index) {
        const int symbol = bits.next(*component.ac);
        if (symbol < 0)
            return false;
        const int zeros = symbol >> 4;
        const int size = symbol & 15;
        if (size == 0 && zeros != 15)
            return true;
        index += zeros;
        if (size > 0 && (index >= coefficients || !bits.skip(size)))
            return false;
    }
    return true;
}

bool passUnit(EntropyBits &bits, const SequentialScan &scan)
{
    return std::ranges::all_of(scan.components, [&](const ScanComponent &component) {
        for (int block = 0; block < component.blocks; ++block) {
            if (!passBlock(bits, component))
                return false;
        }
        return true;
    });
}

} // namespace

std::optional<HuffmanTable> HuffmanTable::create(QByteArrayView counts, QByteArrayView symbols)
{
    HuffmanTable table;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= longestCode; ++length) {
        const int count = quint8(counts[length - 1]);
        const auto at = std::size_t(length);
        table.m_offsets[at] = index - code;
        code += count;
        index += count;
        if (count > 0 && code >= 1 << length) // libjpeg allows no code of ones alone
            return std::nullopt;
        table.m_limits[at] = quint32(code) << (longestCode - length);
        code <<= 1;
    }
    if (index != symbols.size() || index > int(table.m_symbols.size()))
        return std::nullopt;
    std::ranges::copy(symbols, table.m_symbols.begin());
    return table;
}

HuffmanTable::Code HuffmanTable::find(quint32 bits) const
{
    for (int length = 1; length <= longestCode; ++length) {
        const auto at = std::size_t(length);
        if (bits < m_limits[at]) {
            const int index = int(bits >> (longestCode - length)) + m_offsets[at];
            return {length, m_symbols[std::size_t(index)]};
        }
    }
    return {};
}

qsizetype positionOfMarker(QByteArrayView bytes, qsizetype at)
{
    while ((at = bytes.indexOf(char(markerPrefix), at)) >= 0 && at + 1 < bytes.size()) {
        const auto code = quint8(bytes[at + 1]);
        if (code != 0 && code != markerPrefix)
            return at;
        ++at;
    }
    return bytes.size();
}

ScanEnd followScan(QByteArrayView bytes, qsizetype &at, const SequentialScan &scan)
{
    EntropyBits bits(bytes, at);
    int restart = 0;
    for (qint64 unit = 0; unit < scan.units; ++unit) {
        const bool restarts = scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval == 0;
        if ((restarts && !bits.passRestart(restart)) || !passUnit(bits, scan))
            return bits.isAtEnd() ? ScanEnd::Truncated : ScanEnd::Damaged;
        if (restarts)
            restart = (restart + 1) % restartNumbers;
    }
    if (!bits.skipToMarker())
        return bits.isAtEnd() ? ScanEnd::Truncated : ScanEnd::Damaged;
    at = bits.position();
    return ScanEnd::Complete;
}
