#include "app/countries/listlines.h"

#include "app/countries/country.h"
#include "app/countries/namelookup.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isSeparator(QChar c)
{
    return QStringView(u",;|\t、，；؛،").contains(c);
}

/// The length of "- ", "* ", "1. ", "2) ", "[x] " and the like at the beginning of the text.
qsizetype bulletLength(QStringView text)
{
    qsizetype at = 0;
    if (QStringView(u"-*+•·–—‣▪◦").contains(text.at(0))) {
        at = 1;
    } else {
        while (at < std::min<qsizetype>(text.size(), 4) && text.at(at).isDigit())
            ++at;
        if (at == 0 || at == text.size() || (text.at(at) != u'.' && text.at(at) != u')'))
            at = text.startsWith(u"[ ]") || text.startsWith(u"[x]") ? 3 : 0;
        else
            ++at;
    }
    while (at > 0 && at < text.size() && text.at(at).isSpace())
        ++at;
    return at;
}

bool isFunctionWord(const QString &word)
{
    // Without words that occur in names ("and", "of", "the", "da") and conjunctions, which occur in lists.
    static const QSet<QString> words{u"to"_s, u"in"_s, u"from"_s, u"with"_s, u"is"_s, u"are"_s, u"was"_s,
        u"were"_s, u"for"_s, u"on"_s, u"at"_s, u"by"_s, u"we"_s, u"he"_s, u"she"_s, u"they"_s, u"it"_s,
        u"went"_s, u"has"_s, u"have"_s, u"not"_s, u"or"_s, u"but"_s, u"this"_s, u"that"_s, u"which"_s,
        u"our"_s, u"my"_s, u"ist"_s, u"sind"_s, u"war"_s, u"waren"_s, u"aus"_s, u"nach"_s, u"mit"_s, u"wir"_s,
        u"nicht"_s, u"est"_s, u"sont"_s, u"dans"_s, u"avec"_s, u"pour"_s, u"nous"_s, u"en"_s, u"está"_s,
        u"son"_s, u"con"_s, u"para"_s, u"fue"_s, u"это"_s, u"были"_s, u"из"_s};
    return words.contains(word);
}

/// "Rep." and "U.S." do not end a sentence.
bool endsSentence(const QStringList &words, const QString &line)
{
    QString end = line;
    while (!end.isEmpty() && QStringView(u")]\"”»'").contains(end.back()))
        end.chop(1);
    if (words.isEmpty() || end.isEmpty() || !QStringView(u".!?。！？…").contains(end.back()))
        return false;
    return end.back() != u'.' || (words.size() > 3 && words.last().size() > 4);
}

} // namespace

QString listLine(const QString &line)
{
    constexpr qsizetype bullets = 2; // "- [x] "
    QString text = line.trimmed();
    for (qsizetype i = 0; i < bullets && !text.isEmpty(); ++i)
        text = text.sliced(bulletLength(text)).trimmed();
    return text.startsWith(u'#') || text.endsWith(u':') ? QString() : text;
}

QStringList listItems(const QString &line)
{
    QStringList items{QString()};
    bool quoted = false;
    int depth = 0;
    // Ignore quotation marks and brackets without a counterpart.
    const bool pairs = line.count(u'"') % 2 == 0;
    const bool brackets = line.count(u'(') == line.count(u')');
    for (const QChar c : line) {
        if (c == u'"' && pairs) {
            quoted = !quoted;
            continue;
        }
        if (brackets && c == u'(')
            ++depth;
        else if (brackets && c == u')')
            depth = std::max(0, depth - 1);
        if (isSeparator(c) && !quoted && depth == 0)
            items.append(QString());
        else
            items.last() += c;
    }
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items;
}

QStringList itemWords(const QString &item)
{
    QStringList words{QString()};
    for (qsizetype at = 0; at < item.size();) {
        const QString emoji = item.sliced(at, std::min<qsizetype>(4, item.size() - at));
        if (!codeOfEmoji(emoji).isEmpty()) {
            words.append({emoji, QString()});
            at += emoji.size();
            continue;
        }
        if (item.at(at).isSpace())
            words.append(QString());
        else
            words.last() += item.at(at);
        ++at;
    }
    for (QString &word : words)
        word = bareWord(word);
    words.removeAll(QString());
    return words;
}

bool isRunningText(const QString &line)
{
    const QStringList items = listItems(line);
    QStringList words;
    for (const QString &item : items) {
        const QStringList these = itemWords(item);
        if (these.size() > longestCountryName
            || (these.size() > 1 && std::any_of(these.cbegin(), these.cend(), isFunctionWord)))
            return true;
        words += these;
    }
    return endsSentence(words, line);
}

QString bareWord(const QString &word)
{
    const auto isPunctuation = [](QChar c) { return c.isPunct(); };
    const auto begin = std::find_if_not(word.cbegin(), word.cend(), isPunctuation);
    const auto end
        = std::find_if_not(word.crbegin(), std::make_reverse_iterator(begin), isPunctuation).base();
    return word.sliced(begin - word.cbegin(), end - begin);
}
