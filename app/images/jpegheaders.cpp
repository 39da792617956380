#include "app/images/jpegheaders.h"

#include "app/images/rasterstructure.h"

#include <algorithm>

namespace {

/// Whether a progressive JPEG may have such a scan (T.81, G.1.1.1).
bool isProgression(QByteArrayView parameters, int components)
{
    const int first = byteAt(parameters, 0); // coefficient
    const int last = byteAt(parameters, 1);
    const int earlierBit = byteAt(parameters, 2) >> 4;
    const int bit = byteAt(parameters, 2) & 15;
    const bool isBand = first == 0 ? last == 0 : first <= last && last < 64 && components == 1;
    return isBand && (earlierBit == 0 || bit == earlierBit - 1) && bit <= 13;
}

/// Whether an arithmetic decoder can be set up like this (T.81, B.2.4.3).
bool isConditioning(QByteArrayView content)
{
    if (content.size() % 2 != 0)
        return false;
    for (qsizetype at = 0; at < content.size(); at += 2) {
        const int table = byteAt(content, at);
        const int bounds = byteAt(content, at + 1);
        if (table >= 32 || (table < 16 && (bounds & 15) > bounds >> 4))
            return false;
    }
    return true;
}

int dividedRoundingUp(int number, int divisor)
{
    return (number + divisor - 1) / divisor;
}

} // namespace

bool JpegHeaders::take(quint8 marker, QByteArrayView content)
{
    switch (marker) {
    case JpegMarker::BaselineFrame:
    case JpegMarker::ExtendedFrame:
    case JpegMarker::ProgressiveFrame:
    case JpegMarker::ArithmeticFrame:
    case JpegMarker::ProgressiveArithmeticFrame:
        m_isProgressive
            = marker == JpegMarker::ProgressiveFrame || marker == JpegMarker::ProgressiveArithmeticFrame;
        m_isArithmetic
            = marker == JpegMarker::ArithmeticFrame || marker == JpegMarker::ProgressiveArithmeticFrame;
        return takeFrame(content);
    case JpegMarker::HuffmanTables:
        return takeHuffmanTables(content);
    case JpegMarker::QuantizationTables:
        return takeQuantizationTables(content);
    case JpegMarker::RestartInterval:
        if (content.size() != 2)
            return false;
        m_restartInterval = bigEndian16At(content, 0);
        return true;
    case JpegMarker::ArithmeticConditioning:
        return isConditioning(content);
    case JpegMarker::NumberOfLines:
    case JpegMarker::Comment:
        return true;
    default:
        return marker >= JpegMarker::FirstApplication && marker <= JpegMarker::LastApplication;
    }
}

bool JpegHeaders::takeFrame(QByteArrayView content)
{
    constexpr qsizetype headerSize = 6;
    constexpr qsizetype componentSize = 3;
    if (m_size.isValid() || content.size() < headerSize)
        return false;
    const QSize size(bigEndian16At(content, 3), bigEndian16At(content, 1));
    const int count = byteAt(content, 5);
    constexpr int maximum = 65500; // pixels in a row or column
    if (byteAt(content, 0) != 8 || size.isEmpty() || size.width() > maximum || size.height() > maximum
        || (count != 1 && count != 3 && count != 4) || content.size() != headerSize + componentSize * count)
        return false;
    for (int index = 0; index < count; ++index) {
        const QByteArrayView bytes = content.sliced(headerSize + componentSize * index, componentSize);
        const Component component{.id = byteAt(bytes, 0),
            .horizontal = byteAt(bytes, 1) >> 4,
            .vertical = byteAt(bytes, 1) & 15,
            .quantization = byteAt(bytes, 2)};
        if (component.horizontal < 1 || component.horizontal > 4 || component.vertical < 1
            || component.vertical > 4 || component.quantization >= tableCount)
            return false;
        m_components.append(component);
    }
    m_size = size;
    return std::ranges::all_of(m_components, [this, all = largestSampling()](const Component &component) {
        return all.horizontal % component.horizontal == 0 && all.vertical % component.vertical == 0;
    });
}

bool JpegHeaders::takeHuffmanTables(QByteArrayView content)
{
    constexpr qsizetype headerSize = 17;
    while (content.size() >= headerSize) {
        const int kind = byteAt(content, 0) >> 4;
        const int number = byteAt(content, 0) & 15;
        const QByteArrayView counts = content.sliced(1, headerSize - 1);
        qsizetype symbols = 0;
        for (const char count : counts)
            symbols += quint8(count);
        if (kind > 1 || number >= tableCount || symbols > content.size() - headerSize)
            return false;
        auto &table = m_huffmanTables[std::size_t(kind)][std::size_t(number)];
        table = HuffmanTable::create(counts, content.sliced(headerSize, symbols));
        constexpr int longestDifference = 15; // in bits, the symbols of DC
        if (!table || (kind == 0 && table->largestSymbol() > longestDifference))
            return false;
        m_hasHuffmanTables = true;
        content = content.sliced(headerSize + symbols);
    }
    return content.isEmpty();
}

bool JpegHeaders::takeQuantizationTables(QByteArrayView content)
{
    constexpr qsizetype coefficients = 64;
    while (!content.isEmpty()) {
        const int precision = byteAt(content, 0) >> 4;
        const int number = byteAt(content, 0) & 15;
        const qsizetype size = 1 + coefficients * (precision == 0 ? 1 : 2);
        if (precision > 1 || number >= tableCount || content.size() < size)
            return false;
        m_hasQuantization[std::size_t(number)] = true;
        content = content.sliced(size);
    }
    return true;
}

bool JpegHeaders::takeScan(QByteArrayView content, SequentialScan &scan)
{
    const int count = content.isEmpty() ? 0 : byteAt(content, 0);
    if (!m_size.isValid() || count < 1 || count > tableCount || content.size() != 4 + 2 * count)
        return false;
    const QByteArrayView parameters = content.last(3);
    if (m_isProgressive && !isProgression(parameters, count))
        return false;
    QList<const Component *> scanned;
    int blocks = 0;
    for (int index = 0; index < count; ++index) {
        const auto found
            = std::ranges::find(m_components, int(byteAt(content, 1 + 2 * index)), &Component::id);
        const auto dc = std::size_t(byteAt(content, 2 + 2 * index) >> 4);
        const auto ac = std::size_t(byteAt(content, 2 + 2 * index) & 15);
        if (found == m_components.end() || scanned.contains(&*found) || dc >= tableCount || ac >= tableCount
            || !m_hasQuantization[found->quantization] || !hasTables(dc, ac, parameters))
            return false;
        scanned.append(&*found);
        found->isScanned = found->isScanned || !m_isProgressive || byteAt(parameters, 0) == 0;
        const int ownBlocks = count == 1 ? 1 : found->horizontal * found->vertical;
        blocks += ownBlocks;
        const auto tableOrNull
            = [](const std::optional<HuffmanTable> &table) { return table ? &*table : nullptr; };
        scan.components.append({.dc = tableOrNull(m_huffmanTables[0][dc]),
            .ac = tableOrNull(m_huffmanTables[1][ac]),
            .blocks = ownBlocks});
    }
    scan.units = unitsOf(count == 1 ? *scanned.first() : Component());
    scan.restartInterval = m_restartInterval;
    constexpr int maximalBlocks = 10;
    return blocks <= maximalBlocks;
}

bool JpegHeaders::hasTables(std::size_t dc, std::size_t ac, QByteArrayView parameters) const
{
    if (m_isArithmetic || (!m_isProgressive && !m_hasHuffmanTables))
        return true;
    const int first = byteAt(parameters, 0); // coefficient
    const int earlierBit = byteAt(parameters, 2) >> 4;
    const bool needsDc = !m_isProgressive || (first == 0 && earlierBit == 0);
    const bool needsAc = !m_isProgressive || first > 0;
    return (!needsDc || m_huffmanTables[0][dc]) && (!needsAc || m_huffmanTables[1][ac]);
}

JpegHeaders::Component JpegHeaders::largestSampling() const
{
    return {.horizontal = std::ranges::max(m_components, {}, &Component::horizontal).horizontal,
        .vertical = std::ranges::max(m_components, {}, &Component::vertical).vertical};
}

qint64 JpegHeaders::unitsOf(const Component &component) const
{
    constexpr int block = 8; // pixels in each direction
    const Component all = largestSampling();
    return qint64(dividedRoundingUp(m_size.width() * component.horizontal, block * all.horizontal))
        * dividedRoundingUp(m_size.height() * component.vertical, block * all.vertical);
}

bool JpegHeaders::isComplete() const
{
    return m_size.isValid() && std::ranges::all_of(m_components, &Component::isScanned);
}
