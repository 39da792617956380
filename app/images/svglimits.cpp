#include "app/images/svglimits.h"

#include <algorithm>

namespace {

// QXmlStreamReader and older versions of libxml2 compare each attribute with all before it. The flags of the
// usual sets have at most 40.
constexpr int maximalAttributes = 2000;
// Illustrator's files name a few entities of 50 bytes a few dozen times.
constexpr qint64 maximalExpansion = 4 << 20;

/// Behind the quoted text that begins at `at`, or the end.
qsizetype behindQuotes(const QByteArray &bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf(bytes[at], at + 1);
    return end < 0 ? bytes.size() : end + 1;
}

/// Behind the tag that begins at `at`; -1 if it has too many attributes.
qsizetype behindTag(const QByteArray &bytes, qsizetype at)
{
    int attributes = 0;
    while (at < bytes.size() && bytes[at] != '>') {
        if (bytes[at] == '"' || bytes[at] == '\'') {
            if (++attributes > maximalAttributes)
                return -1;
            at = behindQuotes(bytes, at);
        } else {
            ++at;
        }
    }
    return at;
}

bool hasTooManyAttributes(const QByteArray &bytes)
{
    const QByteArrayView view(bytes);
    qsizetype at = 0;
    while ((at = bytes.indexOf('<', at)) >= 0) {
        const QByteArrayView rest = view.sliced(at);
        if (rest.startsWith("<!--"))
            at = bytes.indexOf("-->", at + 4);
        else if (rest.startsWith("<![CDATA["))
            at = bytes.indexOf("]]>", at + 9);
        else if (rest.startsWith("<!") || rest.startsWith("<?"))
            ++at; // quotes are no attributes there
        else
            at = behindTag(bytes, at);
        if (at < 0)
            return !rest.startsWith("<!");
    }
    return false;
}

qsizetype longestEntity(const QByteArray &bytes)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; (at = bytes.indexOf("<!ENTITY", at)) >= 0;) {
        while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\'' && bytes[at] != '>')
            ++at;
        if (at < bytes.size() && bytes[at] != '>') {
            const qsizetype end = behindQuotes(bytes, at);
            longest = std::max(longest, end - at);
            at = end;
        }
    }
    return longest;
}

} // namespace

bool exceedsSvgLimits(const QByteArray &bytes)
{
    // Entities within entities are left to librsvg, which refuses them where they multiply.
    const qsizetype longest = longestEntity(bytes);
    return (longest > 0 && longest * qint64(bytes.count('&')) > maximalExpansion)
        || hasTooManyAttributes(bytes);
}
