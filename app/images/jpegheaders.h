#pragma once

#include "app/images/jpegscan.h"

#include <QByteArrayView>
#include <QList>
#include <QSize>

#include <array>
#include <optional>

// Only the check of the JPEG structure includes this header.

/// Markers of JPEG segments (ITU-T T.81, table B.1).
struct JpegMarker
{
    enum Code : quint8 {
        Temporary = 0x01,
        BaselineFrame = 0xc0,
        ExtendedFrame = 0xc1,
        ProgressiveFrame = 0xc2,
        HuffmanTables = 0xc4,
        ArithmeticFrame = 0xc9,
        ProgressiveArithmeticFrame = 0xca,
        ArithmeticConditioning = 0xcc,
        FirstRestart = 0xd0,
        LastRestart = 0xd7,
        StartOfImage = 0xd8,
        EndOfImage = 0xd9,
        StartOfScan = 0xda,
        QuantizationTables = 0xdb,
        NumberOfLines = 0xdc,
        RestartInterval = 0xdd,
        FirstApplication = 0xe0,
        LastApplication = 0xef,
        Comment = 0xfe,
        Prefix = 0xff,
    };
};

/// Collects what the segments of a JPEG say, in their order, and checks it against the limits of
/// libjpeg-turbo.
class JpegHeaders final
{
public:
    /// Takes any segment but the header of a scan. Returns false if it is invalid.
    [[nodiscard]] bool take(quint8 marker, QByteArrayView content);

    /// Takes the header of a scan and fills in `scan`. The tables are null if the JPEG defines none, because
    /// libjpeg-turbo knows those of Motion JPEG. Returns false if it is invalid.
    [[nodiscard]] bool takeScan(QByteArrayView content, SequentialScan &scan);

    /// Whether the frame is sequential and has Huffman codes.
    [[nodiscard]] bool isSequential() const { return !m_isProgressive && !m_isArithmetic; }

    /// Whether there was a scan for each component of the frame.
    [[nodiscard]] bool isComplete() const;

    /// In pixels; invalid before the header of the frame.
    [[nodiscard]] QSize size() const { return m_size; }

private:
    static constexpr int tableCount = 4; // of each kind

    struct Component
    {
        int id = 0;
        int horizontal = 1; // sampling factors
        int vertical = 1;
        std::size_t quantization = 0;
        bool isScanned = false;
    };

    [[nodiscard]] bool takeFrame(QByteArrayView content);
    [[nodiscard]] bool takeHuffmanTables(QByteArrayView content);
    [[nodiscard]] bool takeQuantizationTables(QByteArrayView content);

    /// Whether the Huffman tables that a scan with these parameters needs are defined, or none at all are
    /// defined by a sequential JPEG.
    [[nodiscard]] bool hasTables(std::size_t dc, std::size_t ac, QByteArrayView parameters) const;

    /// Of all components, in each direction.
    [[nodiscard]] Component largestSampling() const;

    /// MCUs in a scan of this component alone; for Component(), in a scan of several.
    [[nodiscard]] qint64 unitsOf(const Component &component) const;

    QSize m_size;
    QList<Component> m_components;
    bool m_isProgressive = false;
    bool m_isArithmetic = false;
    int m_restartInterval = 0;
    std::array<std::array<std::optional<HuffmanTable>, tableCount>, 2> m_huffmanTables = {}; // DC, AC
    bool m_hasHuffmanTables = false;
    std::array<bool, tableCount> m_hasQuantization = {};
};
