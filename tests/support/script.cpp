#include "tests/support/script.h"

Script &Script::add(const ScriptStep &step)
{
    m_steps.append(step);
    return *this;
}

Script &Script::trickle(const QByteArray &bytes, std::chrono::milliseconds pause)
{
    for (const char byte : bytes)
        wait(pause).send(QByteArray(1, byte));
    return *this;
}

QByteArray answerHead(int status, const QList<QByteArray> &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray &header : headers)
        head += header + "\r\n";
    return head + "\r\n";
}

QByteArray lengthLine(qsizetype length)
{
    return "Content-Length: " + QByteArray::number(length);
}

Script ok(const QByteArray &body)
{
    return cutAfter(body.size(), body);
}

Script okWithHeaders(const QList<QByteArray> &headers, const QByteArray &body)
{
    return Script().send(answerHead(200, headers) + body);
}

Script status(int code, const QList<QByteArray> &headers)
{
    const QByteArray body = "status " + QByteArray::number(code);
    return Script().send(answerHead(code, headers + QList<QByteArray>{lengthLine(body.size())}) + body);
}

Script redirectTo(const QByteArray &location)
{
    return status(302, {"Location: " + location});
}

Script cutAfter(qsizetype bytes, const QByteArray &body)
{
    return okWithHeaders({lengthLine(body.size())}, body.first(bytes));
}
