#include "app/countries/query.h"

#include "app/countries/country.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView partEnds = u",;\n\r、،，；؛";
constexpr QStringView openingQuotes = u"\"“„«「";
constexpr QStringView closingQuotes = u"\"”“»」";

/// The letter of the regional indicator, two characters long, that the text begins with; else null.
QChar indicatorLetter(QStringView text)
{
    constexpr char32_t first = 0x1F1E6;
    if (text.size() < 2 || !QChar::isHighSurrogate(text.at(0).unicode())
        || !QChar::isLowSurrogate(text.at(1).unicode()))
        return {};
    const char32_t c = QChar::surrogateToUcs4(text.at(0), text.at(1));
    return c >= first && c < first + 26 ? QChar(static_cast<char16_t>(u'A' + (c - first))) : QChar();
}

/// The code point that begins at `at`, two characters long; else 0.
char32_t wideCharacter(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size() || !text.at(at).isHighSurrogate() || !text.at(at + 1).isLowSurrogate())
        return 0;
    return QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
}

/// The letters and digits of a black flag with tags (Unicode TR 51), which the text begins with; else empty.
QString tagsOfBlackFlag(QStringView text)
{
    constexpr char32_t firstTag = tagOffset + U'0';
    if (wideCharacter(text, 0) != blackFlag)
        return {};
    QString tags;
    for (qsizetype at = 2;; at += 2) {
        const char32_t tag = wideCharacter(text, at);
        if (tag == cancelTag)
            return tags;
        if (tag < firstTag || tag > cancelTag)
            return {};
        tags += QChar(static_cast<char16_t>(tag - tagOffset));
    }
}

/// Characters of the emoji flag that the text begins with; 0 if it begins with none.
qsizetype emojiLength(QStringView text)
{
    if (text.size() >= 4 && !indicatorLetter(text).isNull() && !indicatorLetter(text.sliced(2)).isNull())
        return 4;
    const QString tags = tagsOfBlackFlag(text);
    return tags.isEmpty() ? 0 : 2 * (tags.size() + 2);
}

bool beginsWithEmoji(QStringView text)
{
    return emojiLength(text) > 0;
}

bool isKeyLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Goes through the text term by term.
class Splitter final
{
public:
    explicit Splitter(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] QList<QueryPart> parts()
    {
        while (!atEnd()) {
            if (partEnds.contains(current()))
                endPart();
            else if (!current().isSpace())
                readTerm();
            else
                ++m_at;
        }
        endPart();
        return m_parts;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar current() const { return m_text.at(m_at); }
    [[nodiscard]] QStringView rest() const { return QStringView(m_text).sliced(m_at); }
    [[nodiscard]] bool atTermEnd() const
    {
        return atEnd() || current().isSpace() || partEnds.contains(current()) || beginsWithEmoji(rest());
    }

    void endPart()
    {
        if (!m_part.isEmpty())
            m_parts.append(std::exchange(m_part, {}));
        ++m_at;
    }

    void readTerm()
    {
        QueryTerm term{.position = m_at};
        if (current() == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            term.excluded = true;
            ++m_at;
        }
        qsizetype colon = m_at;
        while (colon < m_text.size()
            && (isKeyLetter(m_text.at(colon)) || (colon > m_at && m_text.at(colon) == u'-')))
            ++colon;
        if (colon > m_at && colon < m_text.size() && m_text.at(colon) == u':') {
            term.kind = QueryTerm::Kind::Key;
            term.key = m_text.sliced(m_at, colon - m_at).toLower();
            m_at = colon + 1;
        }
        readText(term);
        term.length = m_at - term.position;
        m_part.append(term);
    }

    void readText(QueryTerm &term)
    {
        if (atEnd())
            return;
        if (openingQuotes.contains(current())) {
            term.quoted = true;
            const qsizetype from = ++m_at;
            while (!atEnd() && !closingQuotes.contains(current()))
                ++m_at;
            term.text = m_text.sliced(from, m_at - from);
            m_at = std::min(m_at + 1, m_text.size());
            return;
        }
        const qsizetype from = m_at;
        if (beginsWithEmoji(rest()))
            m_at += emojiLength(rest());
        else
            while (!atTermEnd())
                ++m_at;
        term.text = m_text.sliced(from, m_at - from);
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QueryPart m_part;
    QList<QueryPart> m_parts;
};

} // namespace

QList<QueryPart> parseQuery(const QString &text)
{
    return Splitter(text).parts();
}

QString codeOfEmoji(QStringView text)
{
    if (const QString tags = tagsOfBlackFlag(text); tags.size() > 2 && emojiLength(text) == text.size())
        return tags.left(2).toUpper() + u'-' + tags.sliced(2).toUpper();
    if (text.size() != 4)
        return {};
    const QChar first = indicatorLetter(text);
    const QChar second = indicatorLetter(text.sliced(2));
    return first.isNull() || second.isNull() ? QString() : QString{first} + second;
}
