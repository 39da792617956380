#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

/// What one client may ask of an embedded server. The sizes are in bytes.
struct ServerLimits
{
    qsizetype requestLine = 8192; ///< RFC 9112, section 3, recommends at least 8000; beyond: 414
    qsizetype headerSection = 32 * 1024; ///< request line and all header lines, so more than one; beyond: 431
    int headerLines = 100; ///< beyond: 431
    qint64 body = 64 * 1024; ///< read and dropped, because no request needs one; beyond: 413
    int connections = 2000; ///< more clients wait until another one leaves
    /// Without a whole request, or without reading what was sent to it; then the connection is closed.
    std::chrono::milliseconds idleTime{30'000};
};

/// The parts of an HTTP/1.0 or HTTP/1.1 request that an embedded server uses.
struct HttpRequest
{
    enum class Method {
        Get,
        Head,
        Other
    };

    Method method = Method::Other;
    QByteArray path; ///< of the target, percent-encoded, without the query
    QByteArray host; ///< of the target if that is a whole address, else of the Host header
    bool hasHost = false; ///< HTTP/1.0 allows a request without one
    bool isHttp10 = false;
    bool keepsAlive = true; ///< false: the connection ends after the answer
    QByteArray ifNoneMatch;
};

/// Reads one request from bytes that arrive in any portions. Takes linear time, never holds more than the
/// header section's limit, and drops bodies as they come. A failure is final: what follows cannot be trusted.
class HttpRequestParser final
{
public:
    enum class State {
        RequestLine,
        HeaderLines,
        Body,
        Complete,
        Failed
    };

    explicit HttpRequestParser(const ServerLimits &limits = {});

    /// Reads `bytes` up to the end of the request, or all; returns how many were read. Reads none in the
    /// states Complete and Failed.
    [[nodiscard]] qsizetype read(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// The HTTP status for the client if the state is Failed.
    [[nodiscard]] int failureStatus() const { return m_failureStatus; }
    [[nodiscard]] const HttpRequest &request() const { return m_request; }

    /// Forgets the request, and waits for the next.
    void reset();

private:
    void readLine(QByteArrayView line);
    void readRequestLine(QByteArrayView line);
    void readTarget(QByteArrayView target);
    void readHeaderLine(QByteArrayView line);
    void readHeader(QByteArrayView name, QByteArrayView value);
    void readContentLength(QByteArrayView value);
    void readConnection(QByteArrayView value);
    void endHeader();
    [[nodiscard]] qsizetype dropBody(qsizetype available);
    void fail(int status);

    ServerLimits m_limits;
    State m_state = State::RequestLine;
    int m_failureStatus = 0;
    HttpRequest m_request;
    QByteArray m_line; // the part of it that has come
    qsizetype m_headerSize = 0;
    int m_headerLines = 0;
    int m_emptyLines = 0;
    qint64 m_contentLength = -1; // -1: no such header
    qint64 m_bodyLeft = 0;
    bool m_hasAbsoluteTarget = false;
    bool m_hasHostHeader = false;
    bool m_hasTransferEncoding = false;
    bool m_hasExpectation = false;
};
