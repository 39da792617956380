#include "app/builtin/httprequestparser.h"

#include <QList>

#include <algorithm>
#include <limits>
#include <utility>

namespace {

// Before a request line. Some clients send an empty line after a body; RFC 9112, section 2.2.
constexpr int maximalEmptyLines = 4;

constexpr int badRequest = 400;
constexpr int lengthRequired = 411;
constexpr int contentTooLarge = 413;
constexpr int uriTooLong = 414;
constexpr int expectationFailed = 417;
constexpr int headerFieldsTooLarge = 431;
constexpr int versionNotSupported = 505;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// `tchar` of RFC 9110, section 5.6.2.
bool isTokenCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

/// Only visible ASCII: other bytes must be percent-encoded.
bool isTarget(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::all_of(
        text, [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f'); });
}

bool isNamed(QByteArrayView name, QByteArrayView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

HttpRequest::Method methodOf(QByteArrayView name)
{
    if (name == "GET")
        return HttpRequest::Method::Get;
    return name == "HEAD" ? HttpRequest::Method::Head : HttpRequest::Method::Other;
}

} // namespace

HttpRequestParser::HttpRequestParser(const ServerLimits &limits)
    : m_limits(limits)
{
}

void HttpRequestParser::reset()
{
    *this = HttpRequestParser(m_limits);
}

qsizetype HttpRequestParser::read(QByteArrayView bytes)
{
    qsizetype position = 0;
    while (m_state == State::RequestLine || m_state == State::HeaderLines) {
        const QByteArrayView rest = bytes.sliced(position);
        if (rest.isEmpty())
            return position;
        const qsizetype end = rest.indexOf('\n');
        const qsizetype length = end < 0 ? rest.size() : end + 1;
        position += length;
        m_headerSize += length;
        if (m_state == State::RequestLine && m_line.size() + length > m_limits.requestLine)
            fail(uriTooLong);
        else if (m_headerSize > m_limits.headerSection)
            fail(headerFieldsTooLarge);
        else if (end < 0)
            m_line.append(rest);
        else if (m_line.isEmpty())
            readLine(rest.first(end));
        else
            readLine(std::exchange(m_line, {}).append(rest.first(end)));
    }
    if (m_state == State::Body)
        position += discardBody(bytes.size() - position);
    return position;
}

// A line may end with only LF (RFC 9112, section 2.2). A CR elsewhere is rejected like other control
// characters.
void HttpRequestParser::readLine(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (m_state == State::HeaderLines)
        return line.isEmpty() ? endHeader() : readHeaderLine(line);
    if (!line.isEmpty())
        return readRequestLine(line);
    m_headerSize = 0;
    if (++m_emptyLines > maximalEmptyLines)
        fail(badRequest);
}

void HttpRequestParser::readRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return fail(badRequest);
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method) || !isTarget(target))
        return fail(badRequest);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7]))
        return fail(badRequest);
    if (version[5] != '1')
        return fail(versionNotSupported);

    m_request.method = methodOf(method);
    m_request.isHttp10 = version[7] == '0';
    m_request.keepsAlive = !m_request.isHttp10;
    m_state = State::HeaderLines;
    readTarget(target);
}

void HttpRequestParser::readTarget(QByteArrayView target)
{
    constexpr QByteArrayView scheme = "http://";
    if (target.first(std::min(target.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0) {
        const QByteArrayView address = target.sliced(scheme.size());
        const auto end = std::ranges::find_first_of(address, QByteArrayView("/?#"));
        m_request.host = address.first(end - address.begin()).toByteArray();
        m_request.hasHost = true;
        m_hasAbsoluteTarget = true;
        target = address.sliced(end - address.begin());
    }
    const auto end = std::ranges::find_first_of(target, QByteArrayView("?#"));
    m_request.path = target.first(end - target.begin()).toByteArray();
}

void HttpRequestParser::readHeaderLine(QByteArrayView line)
{
    if (++m_headerLines > m_limits.headerLines)
        return fail(headerFieldsTooLarge);
    const qsizetype colon = line.indexOf(':');
    // isToken() also rejects a blank before the colon, and a folded header line.
    if (colon < 0 || !isToken(line.first(colon)) || !isFieldValue(line.sliced(colon + 1)))
        return fail(badRequest);
    readHeader(line.first(colon), line.sliced(colon + 1).trimmed());
}

void HttpRequestParser::readHeader(QByteArrayView name, QByteArrayView value)
{
    if (isNamed(name, "Host")) {
        if (m_hasHostHeader)
            return fail(badRequest);
        m_hasHostHeader = true;
        m_request.hasHost = true;
        if (!m_hasAbsoluteTarget) // which has precedence; RFC 9112, section 3.2.2
            m_request.host = value.toByteArray();
    } else if (isNamed(name, "Content-Length")) {
        readContentLength(value);
    } else if (isNamed(name, "Transfer-Encoding")) {
        m_hasTransferEncoding = true;
    } else if (isNamed(name, "Expect")) {
        m_hasExpectation = true;
    } else if (isNamed(name, "Connection")) {
        readConnection(value);
    } else if (isNamed(name, "If-None-Match")) {
        m_request.ifNoneMatch
            += m_request.ifNoneMatch.isEmpty() ? value.toByteArray() : ", " + value.toByteArray();
    }
}

void HttpRequestParser::readContentLength(QByteArrayView value)
{
    if (value.isEmpty() || !std::ranges::all_of(value, isDigit))
        return fail(badRequest);
    bool isNumber = false;
    const qint64 number = value.toByteArray().toLongLong(&isNumber);
    const qint64 length = isNumber ? number : std::numeric_limits<qint64>::max(); // too large for the type
    if (m_contentLength >= 0 && m_contentLength != length)
        return fail(badRequest);
    m_contentLength = length;
}

void HttpRequestParser::readConnection(QByteArrayView value)
{
    const QList<QByteArray> options = value.toByteArray().split(',');
    for (const QByteArray &option : options) {
        const QByteArray word = option.trimmed();
        if (isNamed(word, "close"))
            m_request.keepsAlive = false;
        else if (isNamed(word, "keep-alive") && m_request.isHttp10)
            m_request.keepsAlive = true;
    }
}

void HttpRequestParser::endHeader()
{
    if (!m_request.isHttp10 && !m_hasHostHeader)
        return fail(badRequest);
    // Two lengths for one body would allow request smuggling.
    if (m_hasTransferEncoding)
        return fail(m_contentLength >= 0 || m_request.isHttp10 ? badRequest : lengthRequired);
    if (m_contentLength > m_limits.body)
        return fail(contentTooLarge);
    if (m_hasExpectation && m_contentLength > 0)
        return fail(expectationFailed); // the client repeats the request without Expect
    m_bodyLeft = std::max<qint64>(m_contentLength, 0);
    m_state = m_bodyLeft > 0 ? State::Body : State::Complete;
}

qsizetype HttpRequestParser::discardBody(qsizetype available)
{
    const auto dropped = static_cast<qsizetype>(std::min<qint64>(m_bodyLeft, available));
    m_bodyLeft -= dropped;
    if (m_bodyLeft == 0)
        m_state = State::Complete;
    return dropped;
}

void HttpRequestParser::fail(int status)
{
    m_state = State::Failed;
    m_failureStatus = status;
    m_line.clear();
    m_request.keepsAlive = false;
}
