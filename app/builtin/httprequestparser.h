#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

/// The limits of an embedded server for its clients. Sizes are in bytes.
struct ServerLimits
{
    qsizetype requestLine = 8192; ///< RFC 9112, section 3, recommends at least 8000; else 414
    qsizetype headerSection = 32 << 10; ///< request line and all header lines; else 431
    int headerLines = 100; ///< else 431
    qint64 body = 64 << 10; ///< read and discarded, because no request needs a body; else 413
    int connections = 2000; ///< further clients wait until another one disconnects
    /// How long a client may send no complete request or read no answer before the connection is closed.
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
    QByteArray host; ///< from an absolute target, else from the Host header
    bool hasHost = false; ///< may be false for HTTP/1.0
    bool isHttp10 = false;
    bool keepsAlive = true; ///< false: close the connection after the answer
    QByteArray ifNoneMatch;
};

/// Parses one request from bytes that arrive in arbitrary portions. Takes linear time, never stores more than
/// the limit of the header section, and discards bodies. After a failure the connection cannot be used any
/// more.
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

    /// Reads `bytes` up to the end of the request and returns how many were read. Reads none in the states
    /// Complete and Failed.
    [[nodiscard]] qsizetype read(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// The HTTP status to send if the state is Failed.
    [[nodiscard]] int failureStatus() const { return m_failureStatus; }
    [[nodiscard]] const HttpRequest &request() const { return m_request; }

    /// Discards the request and starts with the next one.
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
    [[nodiscard]] qsizetype discardBody(qsizetype available);
    void fail(int status);

    ServerLimits m_limits;
    State m_state = State::RequestLine;
    int m_failureStatus = 0;
    HttpRequest m_request;
    QByteArray m_line; // the received part of the current line
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
