#include "app/images/jpegheaders.h"
#include "app/images/rasterstructure.h"

#include <algorithm>
#include <optional>

namespace {

bool isRestart(quint8 marker)
{
    return marker >= JpegMarker::FirstRestart && marker <= JpegMarker::LastRestart;
}

/// Reads a JPEG from its first to its last marker.
class JpegWalk final
{
public:
    explicit JpegWalk(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] Result<QSize> run()
    {
        constexpr qsizetype startSize = 2;
        m_at = startSize;
        while (m_at < m_bytes.size()) {
            if (byteAt(m_bytes, m_at) != JpegMarker::Prefix)
                return unexpected(violation(StructureText::tr("the JPEG has data between its segments")));
            while (m_at < m_bytes.size() && byteAt(m_bytes, m_at) == JpegMarker::Prefix)
                ++m_at;
            if (m_at == m_bytes.size())
                break;
            const quint8 marker = byteAt(m_bytes, m_at++);
            if (marker == JpegMarker::EndOfImage)
                return m_headers.isComplete()
                    ? Result<QSize>(m_headers.size())
                    : unexpected(violation(StructureText::tr("the JPEG has no pixels")));
            if (const auto failure = passSegment(marker))
                return unexpected(*failure);
        }
        return unexpected(truncated());
    }

private:
    /// The segment behind the marker, and the entropy-coded data that follow it.
    [[nodiscard]] std::optional<Failure> passSegment(quint8 marker)
    {
        if (isRestart(marker) || marker == JpegMarker::Temporary)
            return std::nullopt;
        if (marker == JpegMarker::StartOfImage)
            return violation(StructureText::tr("the JPEG starts twice"));
        constexpr qsizetype lengthSize = 2;
        if (m_bytes.size() - m_at < lengthSize)
            return truncated();
        const qsizetype length = bigEndian16At(m_bytes, m_at);
        if (length > m_bytes.size() - m_at)
            return truncated();
        if (length < lengthSize)
            return violation(StructureText::tr("the JPEG has a segment without a length"));
        const QByteArrayView content = m_bytes.sliced(m_at + lengthSize, length - lengthSize);
        m_at += length;
        if (marker == JpegMarker::StartOfScan)
            return passScan(content);
        if (!m_headers.take(marker, content))
            return violation(StructureText::tr("the JPEG has an invalid segment"));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Failure> passScan(QByteArrayView header)
    {
        SequentialScan scan;
        if (!m_headers.takeScan(header, scan))
            return violation(StructureText::tr("the JPEG has an invalid scan"));
        const auto isDefined = [](const ScanComponent &part) { return part.dc && part.ac; };
        if (m_headers.isSequential() && std::ranges::all_of(scan.components, isDefined)) {
            const ScanEnd end = followScan(m_bytes, m_at, scan);
            if (end == ScanEnd::Damaged)
                return violation(StructureText::tr("the pixels of the JPEG are damaged"));
            return end == ScanEnd::Truncated ? std::optional(truncated()) : std::nullopt;
        }
        m_at = positionOfMarker(m_bytes, m_at);
        while (m_at < m_bytes.size() && isRestart(byteAt(m_bytes, m_at + 1)))
            m_at = positionOfMarker(m_bytes, m_at + 2);
        return std::nullopt;
    }

    const QByteArrayView m_bytes;
    qsizetype m_at = 0;
    JpegHeaders m_headers;
};

} // namespace

// The codes of a sequential scan are followed, so damaged or missing pixels are found. Not found: codes that
// were changed into others of the same length; and damaged pixels of a progressive or arithmetic JPEG, which
// take as long to follow as to decode. Both must have all their markers.
Result<QSize> checkJpeg(const QByteArray &bytes)
{
    return JpegWalk(bytes).run();
}
