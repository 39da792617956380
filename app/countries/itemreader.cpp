#include "app/countries/itemreader.h"

#include "app/countries/listlines.h"
#include "app/countries/namelookup.h"
#include "app/countries/namewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return c.isDigit() || c == u'.' || c == u',' || c == u'%';
    });
}

bool isCapitalised(const QString &word)
{
    return !word.isEmpty() && word.front().isUpper();
}

/// In scripts without capitals any word may be a name.
bool mayBeName(const QString &word)
{
    return !word.isEmpty() && (!word.front().isLower() || word.front().isUpper());
}

} // namespace

ItemReader::ItemReader(const Catalogue &catalogue, const NameIndex &names)
    : m_catalogue(catalogue)
    , m_names(names)
    , m_whole(catalogue, names)
{
}

QStringList ItemReader::codesOfName(const QString &text) const
{
    const QStringList codes
        = text.size() == 1 ? QStringList() : codesOfWord(text, m_catalogue, UnknownCodes::Ignored);
    if (!codes.isEmpty())
        return codes;
    const QString code = m_whole.codeOf(text);
    return code.isEmpty() ? QStringList() : QStringList{code};
}

QStringList ItemReader::codesOfItem(const QString &item) const
{
    const QString bare = bareWord(item);
    if (const QStringList codes = codesOfName(item); !codes.isEmpty())
        return codes;
    if (const QStringList codes = codesOfName(bare); !codes.isEmpty())
        return codes;
    // A text in brackets belongs to the name and is not a separate country.
    return item.contains(u'(') ? QStringList() : codesOfSequence(itemWords(item));
}

QStringList ItemReader::codesOfCell(const QString &cell) const
{
    if (const QStringList codes = codesOfItem(cell); !codes.isEmpty())
        return codes;
    const QStringList items = listItems(cell);
    QStringList all;
    for (const QString &item : items) {
        const QStringList codes = isOnlyQualifiers(item) ? QStringList() : codesOfItem(item);
        if (codes.isEmpty())
            return {};
        all += codes;
    }
    return all;
}

QStringList ItemReader::codesOfSequence(const QStringList &words) const
{
    const bool onlyCodes = std::all_of(
        words.cbegin(), words.cend(), [this](const QString &word) { return isCodeLike(word, m_catalogue); });
    const bool onlyNumbers = std::all_of(words.cbegin(), words.cend(), isNumber);
    QStringList fromCodes;
    QStringList fromNames;
    QStringList all;
    for (qsizetype i = 0; i < words.size();) {
        const QString &word = words.at(i);
        if ((isNumber(word) && !onlyNumbers) || (i > 0 && i + 1 < words.size() && isConjunction(word))) {
            ++i; // "Germany 83", "Japan and Korea"
            continue;
        }
        qsizetype count = 1;
        const bool code = onlyCodes || onlyNumbers || (word.size() > 1 && word == word.toUpper());
        QString found = onlyCodes || onlyNumbers ? QString() : nameAt(words, i, count);
        if (!found.isEmpty()) {
            fromNames.append(found);
        } else {
            const bool emoji = !codeOfEmoji(word).isEmpty();
            const QStringList codes
                = code || emoji ? codesOfWord(word, m_catalogue, UnknownCodes::Ignored) : QStringList();
            if (codes.size() != 1)
                return {};
            found = codes.first();
            if (!emoji)
                fromCodes.append(found);
        }
        all.append(found);
        i += count;
    }
    // "GA Georgia" is a state, neither Gabon nor the country.
    const bool differ = std::any_of(fromCodes.cbegin(), fromCodes.cend(),
        [&fromNames](const QString &each) { return !fromNames.contains(each); });
    return differ && !fromNames.isEmpty() ? QStringList() : all;
}

/// The code of the longest name that begins at the word `from`. `count` receives its number of words.
QString ItemReader::nameAt(const QStringList &words, qsizetype from, qsizetype &count) const
{
    QString phrase = foldedText(words.at(from));
    QStringList phrases{phrase};
    for (qsizetype to = from + 1; to < std::min(words.size(), from + longestCountryName); ++to) {
        const QString next = foldedText(words.at(to));
        if (phrase.isEmpty() || next.isEmpty() || !m_names.hasBeginning(phrase))
            break;
        phrase += u' ' + next;
        phrases.append(phrase);
    }
    for (count = phrases.size(); count > 0; --count) {
        const QString &name = phrases.at(count - 1);
        const bool code = count == 1 && isCodeLike(words.at(from), m_catalogue)
            && words.at(from) == words.at(from).toUpper();
        if (name.isEmpty() || code)
            continue;
        if (const QString found = m_whole.codeInOrder(name); !found.isEmpty())
            return found;
    }
    count = 1;
    return {};
}

ItemReader::Text ItemReader::runningText(const QString &text) const
{
    Text read;
    const QStringList clauses = listItems(text);
    for (const QString &clause : clauses) {
        QStringList written; // words, and an empty text where a name cannot continue
        const QStringList pieces = clause.split(u' ', Qt::SkipEmptyParts);
        for (const QString &piece : pieces) {
            const QStringList words = itemWords(piece);
            for (qsizetype i = 0; i < words.size(); ++i) {
                written.append(words.at(i));
                const bool nameEnds = i + 1 == words.size() && !piece.endsWith(words.at(i));
                if (nameEnds)
                    written.append(QString()); // after a bracket or full stop
            }
        }
        for (qsizetype i = 0; i < written.size();) {
            const QString &word = written.at(i);
            qsizetype count = 1;
            QString code = word.isEmpty() || !mayBeName(word) ? QString() : nameAt(written, i, count);
            // Next to another capitalised word it may be part of a longer name.
            if (!code.isEmpty()) {
                const QString before = i > 0 ? written.at(i - 1) : QString();
                const QString after = written.value(i + count);
                const bool begins = i < 2; // "In Ghana"
                const bool longer = (isCapitalised(before) && (!begins || isQualifier(foldedText(before)))
                                        && codesOfName(before).isEmpty())
                    || (isCapitalised(after) && after != after.toUpper() && codesOfName(after).isEmpty());
                if (longer)
                    code.clear();
            }
            if (code.isEmpty() && (word.size() == 2 || word.size() == 3 || !codeOfEmoji(word).isEmpty())
                && word == word.toUpper() && !isNumber(word))
                code = codesOfWord(word, m_catalogue, UnknownCodes::Ignored).value(0);
            if (!code.isEmpty())
                read.codes.append(code);
            else if (std::any_of(
                         word.cbegin(), word.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); }))
                read.ignored.append(word);
            i += code.isEmpty() ? 1 : count;
        }
    }
    return read;
}
