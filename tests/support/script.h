#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <chrono>

/// What a ScriptedServer was asked.
struct ScriptedRequest
{
    QByteArray path; ///< with its query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    int hit = 0; ///< how often this path was asked for, this time included
    int connection = 0; ///< which of the server's connections it came on, from 1
};

struct ScriptStep
{
    enum class Kind {
        Send,
        Wait,
        Close, ///< FIN, once everything is sent; over TLS with the notice that belongs to it
        Drop, ///< FIN, once everything is sent; over TLS without a notice
        Reset, ///< RST, once everything is sent
        Stall, ///< nothing more, for ever
    };

    Kind kind = Kind::Send;
    QByteArray bytes = {}; ///< of Send
    qint64 times = 1; ///< of Send, which keeps only a little of it in memory
    std::chrono::milliseconds time{0}; ///< of Wait
};

/// One answer, step by step and byte by byte. After a script without an end of its own the connection stays
/// open for the next request.
class Script final
{
public:
    Script &send(const QByteArray &bytes) { return add({.kind = ScriptStep::Kind::Send, .bytes = bytes}); }
    Script &sendAgain(qint64 times, const QByteArray &bytes)
    {
        return add({.kind = ScriptStep::Kind::Send, .bytes = bytes, .times = times});
    }
    Script &wait(std::chrono::milliseconds time)
    {
        return add({.kind = ScriptStep::Kind::Wait, .time = time});
    }
    Script &close() { return add({.kind = ScriptStep::Kind::Close}); }
    Script &drop() { return add({.kind = ScriptStep::Kind::Drop}); }
    Script &reset() { return add({.kind = ScriptStep::Kind::Reset}); }
    Script &stall() { return add({.kind = ScriptStep::Kind::Stall}); }
    /// The bytes one by one, with a pause before each.
    Script &trickle(const QByteArray &bytes, std::chrono::milliseconds pause);

    [[nodiscard]] const QList<ScriptStep> &steps() const { return m_steps; }

private:
    Script &add(const ScriptStep &step);

    QList<ScriptStep> m_steps;
};

/// The head of an answer: status line, the header lines (each without its line break), and the empty line.
[[nodiscard]] QByteArray answerHead(int status, const QList<QByteArray> &headers);

/// "Content-Length: ..."
[[nodiscard]] QByteArray lengthLine(qsizetype length);

/// 200 with the body and its true length.
[[nodiscard]] Script ok(const QByteArray &body);
/// 200 with these header lines and no others; the body is sent as it is.
[[nodiscard]] Script okWithHeaders(const QList<QByteArray> &headers, const QByteArray &body);
/// Any status, with a short body.
[[nodiscard]] Script status(int code, const QList<QByteArray> &headers = {});
[[nodiscard]] Script redirectTo(const QByteArray &location);
/// 200 that announces the whole body and sends only the first bytes of it.
[[nodiscard]] Script cutAfter(qsizetype bytes, const QByteArray &body);
