#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <chrono>

/// A request that a ScriptedServer received.
struct ScriptedRequest
{
    QByteArray path; ///< with its query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    int hit = 0; ///< number of requests for this path so far, including this one
    int connection = 0; ///< number of the connection, from 1
};

struct ScriptStep
{
    enum class Kind {
        Send,
        Wait,
        Hold, ///< until the server has received this many requests in all
        Close, ///< FIN after all bytes are sent; over TLS with close_notify
        Drop, ///< FIN after all bytes are sent; over TLS without close_notify
        Reset, ///< RST after all bytes are sent
        Stall, ///< sends nothing more and keeps the connection open
    };

    Kind kind = Kind::Send;
    QByteArray bytes = {}; ///< of Send
    /// Of Send: how often `bytes` are sent; they are buffered only once. Of Hold: the number of requests.
    qint64 times = 1;
    std::chrono::milliseconds time{0}; ///< of Wait
};

/// The steps of one response. If the script does not end the connection, it stays open for the next request.
class Script final
{
public:
    Script &send(const QByteArray &bytes) { return add({.kind = ScriptStep::Kind::Send, .bytes = bytes}); }
    Script &sendRepeatedly(qint64 times, const QByteArray &bytes)
    {
        return add({.kind = ScriptStep::Kind::Send, .bytes = bytes, .times = times});
    }
    Script &wait(std::chrono::milliseconds time)
    {
        return add({.kind = ScriptStep::Kind::Wait, .time = time});
    }
    Script &holdUntil(qint64 requests) { return add({.kind = ScriptStep::Kind::Hold, .times = requests}); }
    Script &close() { return add({.kind = ScriptStep::Kind::Close}); }
    Script &drop() { return add({.kind = ScriptStep::Kind::Drop}); }
    Script &reset() { return add({.kind = ScriptStep::Kind::Reset}); }
    Script &stall() { return add({.kind = ScriptStep::Kind::Stall}); }
    /// Sends the bytes one by one, with a pause before each.
    Script &trickle(const QByteArray &bytes, std::chrono::milliseconds pause);

    [[nodiscard]] const QList<ScriptStep> &steps() const { return m_steps; }

private:
    Script &add(const ScriptStep &step);

    QList<ScriptStep> m_steps;
};

/// The head of a response: status line, header lines (given without line breaks), and the empty line.
[[nodiscard]] QByteArray answerHead(int status, const QList<QByteArray> &headers);

/// "Content-Length: ..."
[[nodiscard]] QByteArray lengthLine(qsizetype length);

/// 200 with the body and its correct Content-Length.
[[nodiscard]] Script ok(const QByteArray &body);
/// 200 with exactly these header lines. The body is sent unchanged.
[[nodiscard]] Script okWithHeaders(const QList<QByteArray> &headers, const QByteArray &body);
/// A response with this status and a short body.
[[nodiscard]] Script status(int code, const QList<QByteArray> &headers = {});
[[nodiscard]] Script redirectTo(const QByteArray &location);
/// 200 with the Content-Length of the whole body, but only its first `bytes` bytes.
[[nodiscard]] Script cutAfter(qsizetype bytes, const QByteArray &body);
