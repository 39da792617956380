#include "app/transfer/contentcoding.h"

#include <QList>

#define ZLIB_CONST // makes next_in a pointer to const
#include <zlib.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// In bytes, and the allowed ratio of the expanded to the compressed size. An SVG shrinks to about a tenth.
// Data that shrink to a thousandth are all zeros, and expanding them would block the event loop.
constexpr qint64 alwaysAllowedBytes = 1 << 20;
constexpr qint64 maximalRatio = 100;

// Limits nested codings in an attack. No server uses more.
constexpr qsizetype maximalCodings = 3;

QList<QByteArray> codingsIn(const QByteArray &contentEncoding)
{
    QList<QByteArray> codings;
    for (const QByteArray &coding : contentEncoding.split(','))
        codings.append(coding.trimmed().toLower());
    return codings;
}

bool isGzip(const QByteArray &coding)
{
    return coding == "gzip" || coding == "x-gzip";
}

bool isCompression(const QByteArray &coding)
{
    return isGzip(coding) || coding == "deflate";
}

Failure failureOf(FailureKind kind, const QByteArray &contentEncoding)
{
    return {kind, 200, u"Content-Encoding: "_s + QString::fromLatin1(contentEncoding.trimmed())};
}

/// A zlib inflate stream that its destructor ends.
class Inflater final
{
public:
    explicit Inflater(int windowBits)
        : m_isGzip(windowBits > MAX_WBITS)
        , m_isReady(::inflateInit2(&m_stream, windowBits) == Z_OK)
    {
    }
    ~Inflater()
    {
        if (m_isReady)
            ::inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    /// Returns Z_STREAM_END if all members are complete and their checksums right. A gzip stream may have
    /// several (RFC 1952, 2.2); bytes that are no member are ignored behind the last, as by gzip. Returns
    /// Z_BUF_ERROR if the input ends early, or if the output exceeds `maximalBytes`; `output` is then longer
    /// than that.
    [[nodiscard]] int run(const QByteArray &input, qint64 maximalBytes, QByteArray &output)
    {
        std::array<char, 64 << 10> block{};
        m_stream.next_in = reinterpret_cast<const Bytef *>(input.constData());
        m_stream.avail_in = uInt(input.size());
        int state = m_isReady ? Z_OK : Z_MEM_ERROR;
        while (state == Z_OK && output.size() <= maximalBytes) {
            m_stream.next_out = reinterpret_cast<Bytef *>(block.data());
            m_stream.avail_out = uInt(block.size());
            state = ::inflate(&m_stream, Z_NO_FLUSH);
            output.append(block.data(), qsizetype(block.size() - m_stream.avail_out));
            if (state == Z_STREAM_END && isNextMember())
                state = ::inflateReset(&m_stream);
        }
        return state == Z_OK ? Z_BUF_ERROR : state;
    }

private:
    // By the magic number of gzip.
    [[nodiscard]] bool isNextMember() const
    {
        return m_isGzip && m_stream.avail_in >= 2 && m_stream.next_in[0] == 0x1f
            && m_stream.next_in[1] == 0x8b;
    }

    z_stream m_stream{};
    bool m_isGzip;
    bool m_isReady;
};

/// "deflate" means the zlib format (RFC 9110, 8.4.1.2), but some servers send raw deflate data.
int windowBitsFor(const QByteArray &coding, const QByteArray &data)
{
    if (isGzip(coding))
        return MAX_WBITS + 16;
    constexpr int zlibMethod = 8;
    const bool hasZlibHeader = data.size() >= 2 && (data[0] & 0x0f) == zlibMethod
        && ((quint8(data[0]) << 8) + quint8(data[1])) % 31 == 0;
    return hasZlibHeader ? MAX_WBITS : -MAX_WBITS;
}

} // namespace

bool hasUnsupportedCoding(const QByteArray &contentEncoding)
{
    // All registered codings except gzip and deflate.
    static constexpr auto unsupported = std::to_array<QByteArrayView>(
        {"br", "zstd", "compress", "x-compress", "dcb", "dcz", "aes128gcm", "exi", "pack200-gzip"});
    const QList<QByteArray> codings = codingsIn(contentEncoding);
    return std::ranges::count_if(codings, isCompression) > maximalCodings
        || std::ranges::any_of(codings, [](const QByteArray &coding) {
               return std::ranges::find(unsupported, QByteArrayView(coding)) != unsupported.end();
           });
}

Result<QByteArray> decodeBody(const QByteArray &body, const QByteArray &contentEncoding, qint64 maximalBytes)
{
    QByteArray data = body;
    QList<QByteArray> codings = codingsIn(contentEncoding);
    std::ranges::reverse(codings); // the last coding was applied last
    for (const QByteArray &coding : std::as_const(codings)) {
        if (!isCompression(coding))
            continue;
        const qint64 most
            = std::min(maximalBytes, std::max(alwaysAllowedBytes, maximalRatio * qint64(data.size())));
        QByteArray unpacked;
        const int state = Inflater(windowBitsFor(coding, data)).run(data, most, unpacked);
        if (unpacked.size() > most)
            return unexpected(failureOf(FailureKind::TooLarge, contentEncoding));
        if (state == Z_BUF_ERROR)
            return unexpected(failureOf(FailureKind::Truncated, contentEncoding));
        if (state != Z_STREAM_END)
            return unexpected(failureOf(FailureKind::BadResponse, contentEncoding));
        data = std::move(unpacked);
    }
    if (data.isEmpty())
        return unexpected(failureOf(FailureKind::BadResponse, contentEncoding));
    return data;
}
