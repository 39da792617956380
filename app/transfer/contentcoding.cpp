#include "app/transfer/contentcoding.h"

#define ZLIB_CONST // makes next_in a pointer to const
#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockBytes = 64 << 10;

// Of a step. The input is limited, too, because empty blocks and members expand to nothing.
constexpr qsizetype maximalStepInput = 64 << 10;
constexpr qsizetype maximalStepOutput = 1 << 20;

// Of the expanded to the compressed size. An SVG shrinks to about a tenth.
constexpr qsizetype usualRatio = 16;

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

/// Expands zlib data in steps.
class BodyDecoder::Inflater final
{
public:
    Inflater(QByteArray input, int windowBits, qint64 maximalBytes)
        : m_input(std::move(input))
        , m_maximalBytes(maximalBytes)
        , m_isGzip(windowBits > MAX_WBITS)
    {
        m_output.reserve(std::min<qint64>(m_maximalBytes, usualRatio * m_input.size()));
        m_stream.next_in = reinterpret_cast<const Bytef *>(m_input.constData());
        m_state = ::inflateInit2(&m_stream, windowBits);
        m_isReady = m_state == Z_OK;
    }
    ~Inflater()
    {
        if (m_isReady)
            ::inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    /// Expands a step more. Returns false if more is left.
    [[nodiscard]] bool proceed()
    {
        std::array<char, blockBytes> block{};
        const qsizetype end = m_output.size() + maximalStepOutput;
        m_stream.avail_in = uInt(std::min(maximalStepInput, unread()));
        while (m_state == Z_OK && !isTooLarge() && m_output.size() < end) {
            m_stream.next_out = reinterpret_cast<Bytef *>(block.data());
            m_stream.avail_out = uInt(block.size());
            if (m_output.capacity() - m_output.size() < blockBytes)
                m_output.reserve(m_maximalBytes + blockBytes); // once; growing would copy megabytes often
            m_state = ::inflate(&m_stream, Z_NO_FLUSH);
            m_output.append(block.data(), qsizetype(block.size() - m_stream.avail_out));
            if (m_state == Z_STREAM_END && isNextMember())
                m_state = ::inflateReset(&m_stream);
        }
        if (m_state == Z_BUF_ERROR && unread() > 0)
            m_state = Z_OK; // only the input of this step has ended
        return m_state != Z_OK || isTooLarge();
    }

    /// Why the data cannot be expanded, if so. All members must be complete and their checksums right. A gzip
    /// stream may have several (RFC 1952, 2.2); bytes that are no member are ignored behind the last, as by
    /// gzip. Valid after proceed() returned true.
    [[nodiscard]] std::optional<FailureKind> failure() const
    {
        if (isTooLarge())
            return FailureKind::TooLarge;
        if (m_state == Z_BUF_ERROR) // the input ends early
            return FailureKind::Truncated;
        if (m_state == Z_MEM_ERROR)
            return FailureKind::Internal;
        return m_state == Z_STREAM_END ? std::nullopt : std::optional(FailureKind::BadResponse);
    }

    [[nodiscard]] QByteArray takeOutput()
    {
        m_output.squeeze();
        return std::move(m_output);
    }

private:
    [[nodiscard]] bool isTooLarge() const { return m_output.size() > m_maximalBytes; }

    [[nodiscard]] qsizetype unread() const
    {
        return m_input.constEnd() - reinterpret_cast<const char *>(m_stream.next_in);
    }

    // By the magic number of gzip.
    [[nodiscard]] bool isNextMember() const
    {
        return m_isGzip && unread() >= 2 && m_stream.next_in[0] == 0x1f && m_stream.next_in[1] == 0x8b;
    }

    const QByteArray m_input;
    const qint64 m_maximalBytes;
    const bool m_isGzip;
    z_stream m_stream{};
    int m_state = Z_OK; // what zlib returned last
    bool m_isReady = false;
    QByteArray m_output;
};

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

BodyDecoder::BodyDecoder(const QByteArray &body, const QByteArray &contentEncoding, qint64 maximalBytes)
    : m_contentEncoding(contentEncoding)
    , m_maximalBytes(maximalBytes)
    , m_codings(codingsIn(contentEncoding))
    , m_result(body)
{
    m_codings.removeIf([](const QByteArray &coding) { return !isCompression(coding); });
}

BodyDecoder::~BodyDecoder() = default;

bool BodyDecoder::proceed()
{
    if (!m_codings.isEmpty()) {
        if (!m_inflater)
            m_inflater = std::make_unique<Inflater>(
                *m_result, windowBitsFor(m_codings.last(), *m_result), m_maximalBytes);
        if (!m_inflater->proceed())
            return false;
        const auto failure = m_inflater->failure();
        if (failure)
            fail(*failure);
        else
            m_result = m_inflater->takeOutput();
        m_inflater.reset();
        m_codings.removeLast();
        if (!failure && !m_codings.isEmpty())
            return false;
    }
    if (m_result && m_result->isEmpty())
        fail(FailureKind::BadResponse);
    return true;
}

void BodyDecoder::fail(FailureKind kind)
{
    m_result = unexpected(
        Failure{kind, 200, u"Content-Encoding: "_s + QString::fromLatin1(m_contentEncoding.trimmed())});
}
