#pragma once

#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <array>
#include <optional>

// The entropy-coded data of a sequential JPEG scan, followed without making pixels. Only the check of the
// JPEG structure includes this header.

/// A Huffman table (ITU-T T.81, annex C).
class HuffmanTable final
{
public:
    /// `counts` has the number of codes of 1 to 16 bits. Nothing if there are more codes than the bits allow.
    [[nodiscard]] static std::optional<HuffmanTable> create(QByteArrayView counts, QByteArrayView symbols);

    struct Code
    {
        int length = 0; ///< in bits; 0: not in the table
        int symbol = 0;
    };
    [[nodiscard]] int largestSymbol() const { return std::ranges::max(m_symbols); }

    /// The code at the beginning of 16 bits.
    [[nodiscard]] Code find(quint32 bits) const;

private:
    static constexpr int longestCode = 16;

    HuffmanTable() = default;

    // For each length: the first 16 bits above its codes, and the index of its first symbol minus its code.
    std::array<quint32, longestCode + 1> m_limits = {};
    std::array<int, longestCode + 1> m_offsets = {};
    std::array<quint8, 256> m_symbols = {};
};

/// One component in a scan.
struct ScanComponent
{
    const HuffmanTable *dc = nullptr;
    const HuffmanTable *ac = nullptr;
    int blocks = 1; ///< in each unit
};

/// What a scan consists of.
struct SequentialScan
{
    QList<ScanComponent> components = {};
    qint64 units = 0; ///< MCUs
    int restartInterval = 0; ///< units between restart markers; 0: no markers
};

enum class ScanEnd {
    Complete,
    Damaged, ///< an invalid code, or a marker too early
    Truncated, ///< the bytes end
};

/// Follows the codes of the scan at `at`, and moves `at` to the marker behind it.
[[nodiscard]] ScanEnd followScan(QByteArrayView bytes, qsizetype &at, const SequentialScan &scan);

/// The position of the first marker in entropy-coded data; the size of the bytes if there is none.
[[nodiscard]] qsizetype positionOfMarker(QByteArrayView bytes, qsizetype at);
