#include "app/countries/countrytext.h"

#include "app/countries/codewords.h"
#include "app/countries/countrytable.h"
#include "app/countries/foldedtext.h"
#include "app/countries/query.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct TextWords
{
    Q_DECLARE_TR_FUNCTIONS(CountryText)
};

constexpr qsizetype longestName = 12; // words

/// How a cell of a table says which country it means, surest first.
enum class Spelling {
    Name,
    Code,
    Number,
};

Spelling spellingOf(const QString &cell)
{
    if (!cell.isEmpty() && cell.front().isDigit())
        return Spelling::Number;
    const bool letters
        = std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c < QChar(0x80) && c.isLetter(); });
    return letters && cell.size() <= 3 ? Spelling::Code : Spelling::Name;
}

bool hasLetterOrEmoji(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

/// Without the commas, brackets and full stops around it.
QString bareWord(const QString &word)
{
    const auto isPunctuation = [](QChar c) { return c.isPunct(); };
    const auto begin = std::find_if_not(word.cbegin(), word.cend(), isPunctuation);
    const auto end
        = std::find_if_not(word.crbegin(), std::make_reverse_iterator(begin), isPunctuation).base();
    return word.sliced(begin - word.cbegin(), end - begin);
}

class TextReading final
{
public:
    TextReading(const Catalogue &catalogue, const NameIndex &names)
        : m_catalogue(catalogue)
        , m_names(names)
    {
    }

    [[nodiscard]] CountryText read(const QString &text)
    {
        if (!readTable(tableRows(text))) {
            const auto items = parseQuery(QString(text).replace(u'\t', u'\n').replace(u'|', u'\n'));
            for (const QueryPart &item : items)
                readItem(item, text);
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] QStringList whole(const QString &text) const
    {
        const QStringList codes
            = text.size() == 1 ? QStringList() : codesOfWord(text, m_catalogue, UnknownCodes::Ignored);
        return codes.isEmpty() ? m_names.named(foldedText(text)) : codes;
    }

    [[nodiscard]] bool readTable(const QList<QStringList> &rows)
    {
        if (rows.isEmpty())
            return false;
        const QList<qsizetype> columns = columnsOfCountries(rows);
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (const qsizetype column : columns) {
                const QString &cell = rows.at(row).at(column);
                const QStringList codes = whole(cell);
                if (!codes.isEmpty())
                    add(codes);
                else if (row > 0 && !cell.isEmpty()) // the first may be the table's head
                    addUnknown(cell);
            }
        }
        return !columns.isEmpty();
    }

    /// Those of the surest spelling whose cells all name countries; else the one where most do, if it is half
    /// of them.
    [[nodiscard]] QList<qsizetype> columnsOfCountries(const QList<QStringList> &rows) const
    {
        std::array<QList<qsizetype>, 3> complete;
        qsizetype best = -1;
        qsizetype mostNamed = (rows.size() - 1) / 2;
        for (qsizetype column = 0; column < rows.first().size(); ++column) {
            qsizetype named = 0;
            qsizetype filled = 0;
            for (qsizetype row = 1; row < rows.size(); ++row) {
                const QString &cell = rows.at(row).at(column);
                filled += cell.isEmpty() ? 0 : 1;
                named += whole(cell).isEmpty() ? 0 : 1;
            }
            if (named > 0 && named == filled)
                complete[static_cast<std::size_t>(spellingOf(rows.last().at(column)))].append(column);
            if (named > mostNamed) {
                mostNamed = named;
                best = column;
            }
        }
        const auto surest
            = std::ranges::find_if(complete, [](const auto &columns) { return !columns.isEmpty(); });
        if (surest != complete.end())
            return *surest;
        return best >= 0 ? QList<qsizetype>{best} : QList<qsizetype>();
    }

    void readItem(const QueryPart &item, const QString &text)
    {
        QStringList written;
        for (const QueryTerm &term : item) {
            const bool asRead = term.quoted || term.excluded;
            const QString word = bareWord(asRead ? term.text : text.sliced(term.position, term.length));
            if (!word.isEmpty())
                written.append(word);
        }
        const bool mayBeOneName = std::none_of(written.cbegin(), written.cend(),
            [](const QString &word) { return hasLetterOrEmoji(word) && foldedText(word).isEmpty(); });
        const QStringList codes = mayBeOneName ? whole(written.join(u' ')) : QStringList();
        if (!codes.isEmpty())
            return add(codes);
        const bool onlyCodes = std::all_of(written.cbegin(), written.cend(),
            [this](const QString &word) { return isCodeLike(word, m_catalogue); });
        for (qsizetype i = 0; i < written.size();)
            i += readWords(written, i, onlyCodes);
    }

    /// Reads the longest name that begins at `from`, or one word; how many words it took.
    [[nodiscard]] qsizetype readWords(const QStringList &words, qsizetype from, bool onlyCodes)
    {
        const QString &first = words.at(from);
        const bool isCode = isCodeLike(first, m_catalogue);
        QStringList codes;
        qsizetype taken = 1;
        if (!isCode || onlyCodes || first == first.toUpper())
            codes = first.size() == 3 && spellingOf(first) == Spelling::Number ? QStringList() : whole(first);
        QString phrase = foldedText(first);
        for (qsizetype to = from + 1; !onlyCodes && to < std::min(words.size(), from + longestName); ++to) {
            if (phrase.isEmpty() || !m_names.hasBeginning(phrase))
                break;
            phrase += u' ' + foldedText(words.at(to));
            if (const QStringList named = m_names.named(phrase); !named.isEmpty()) {
                codes = named;
                taken = to - from + 1;
            }
        }
        if (!codes.isEmpty())
            add(codes);
        else if (hasLetterOrEmoji(first))
            addUnknown(first);
        return taken;
    }

    void add(const QStringList &codes)
    {
        for (const QString &code : codes) {
            if (!m_seen.contains(code))
                m_result.codes.append(code);
            m_seen.insert(code);
        }
    }

    void addUnknown(const QString &word)
    {
        if (!m_seenUnknown.contains(word))
            m_result.unknown.append(word);
        m_seenUnknown.insert(word);
    }

    const Catalogue &m_catalogue;
    const NameIndex &m_names;
    CountryText m_result;
    QSet<QString> m_seen;
    QSet<QString> m_seenUnknown;
};

} // namespace

CountryText countriesInText(const QString &text, const Catalogue &catalogue, const NameIndex &names)
{
    return TextReading(catalogue, names).read(text);
}

QString shortList(const QStringList &words)
{
    constexpr qsizetype shownWords = 5;
    constexpr qsizetype longestWord = 40;
    QStringList shown;
    for (const QString &word : words.first(std::min(words.size(), shownWords)))
        shown.append(word.size() > longestWord ? word.first(longestWord) + u'…' : word);
    const QString list = shown.join(u", "_s);
    const auto more = static_cast<int>(words.size() - shown.size());
    return more == 0 ? list : TextWords::tr("%1 and %n more", nullptr, more).arg(list);
}
