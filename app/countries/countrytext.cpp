#include "app/countries/countrytext.h"

#include "app/countries/countrytable.h"
#include "app/countries/itemreader.h"
#include "app/countries/listlines.h"
#include "app/countries/namewords.h"
#include "app/language/joining.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct TextWords
{
    Q_DECLARE_TR_FUNCTIONS(CountryText)
};

bool hasLetterOrEmoji(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

class TextReader final
{
public:
    TextReader(const Catalogue &catalogue, const NameIndex &names)
        : m_reader(catalogue, names)
    {
    }

    [[nodiscard]] CountryText read(const QString &text, std::optional<qsizetype> column)
    {
        const QStringList lines = text.split(u'\n');
        const QList<QStringList> rows = tableRows(text);
        if (rows.isEmpty() || (!column && isProse(rows.first(), lines)) || !readTable(rows, column)) {
            for (qsizetype i = 0; i < lines.size(); ++i)
                readLine(lines.at(i), i == 0 && lines.size() > 1);
        }
        return std::move(m_result);
    }

private:
    /// Whether lines that look like rows with commas are running text.
    [[nodiscard]] static bool isProse(const QStringList &head, const QStringList &lines)
    {
        return std::none_of(head.cbegin(), head.cend(), isCountryHeading)
            && 2 * std::count_if(lines.cbegin(), lines.cend(), isRunningText) > lines.size();
    }

    [[nodiscard]] QStringList codesOfCell(const QString &cell, bool asNumber)
    {
        const QString text = asNumber ? cell.rightJustified(3, u'0') : cell;
        const auto known = m_cells.constFind(text);
        return known != m_cells.constEnd() ? *known : *m_cells.insert(text, m_reader.codesOfCell(text));
    }

    [[nodiscard]] bool readTable(const QList<QStringList> &rows, std::optional<qsizetype> column)
    {
        const ColumnChoice choice = columnsOfCountries(
            rows, [this](const QString &cell, bool asNumber) { return codesOfCell(cell, asNumber); }, column);
        if (choice.kind == ColumnChoice::Kind::List)
            return false;
        m_result.chosen = choice.chosen;
        if (choice.kind == ColumnChoice::Kind::Unclear)
            m_result.columns = choice.columns;
        for (const TableColumn &each : choice.chosen)
            m_numbers.append(isNumberColumn(rows, each.number - 1, choice.hasHeading));
        const bool nothing = choice.chosen.isEmpty() && choice.columns.isEmpty();
        for (qsizetype row = choice.hasHeading && !nothing ? 1 : 0; row < rows.size(); ++row) {
            for (qsizetype i = 0; i < choice.chosen.size(); ++i)
                addCell(rows.at(row).at(choice.chosen.at(i).number - 1), m_numbers.at(i));
            if (nothing)
                addUnknown(rows.at(row));
        }
        return true;
    }

    void addCell(const QString &cell, bool asNumber)
    {
        const QStringList codes = codesOfCell(cell, asNumber);
        if (!codes.isEmpty())
            add(codes);
        else
            addUnknown({cell});
    }

    void readLine(const QString &line, bool first)
    {
        const QString text = listLine(line);
        if (text.isEmpty() || (first && isCountryHeading(text) && m_reader.codesOfName(text).isEmpty()))
            return;
        if (const QStringList codes = m_reader.codesOfItem(text); !codes.isEmpty())
            return add(codes);
        if (isRunningText(text)) {
            const ItemReader::Text read = m_reader.runningText(text);
            add(read.codes);
            for (const QString &word : read.ignored)
                append(m_result.ignored, m_seenWords, word);
            return;
        }
        const QStringList items = listItems(text);
        // "Korea, Something" and "Something, U.S." may be one name of another country.
        if (items.size() == 2
            && m_reader.codesOfItem(items.first()).isEmpty() != m_reader.codesOfItem(items.last()).isEmpty())
            return addUnknown({text});
        for (qsizetype i = 0; i < items.size();)
            i += readItem(items, i);
    }

    /// Reads an item and the qualifiers after it. Returns the number of items read.
    [[nodiscard]] qsizetype readItem(const QStringList &items, qsizetype from)
    {
        qsizetype count = 1;
        while (from + count < items.size() && isOnlyQualifiers(items.at(from + count)))
            ++count;
        const QString text = items.sliced(from, count).join(u", ");
        const QStringList codes = count == 1 ? m_reader.codesOfItem(text) : m_reader.codesOfName(text);
        if (codes.isEmpty())
            addUnknown({bareWord(text).isEmpty() || text.endsWith(u')') ? text : bareWord(text)});
        else
            add(codes);
        return count;
    }

    void add(const QStringList &codes)
    {
        for (const QString &code : codes)
            append(m_result.codes, m_seen, code);
    }

    void addUnknown(const QStringList &items)
    {
        for (const QString &item : items) {
            if (hasLetterOrEmoji(item))
                append(m_result.unknown, m_seenUnknown, item);
        }
    }

    static void append(QStringList &list, QSet<QString> &seen, const QString &text)
    {
        if (!seen.contains(text))
            list.append(text);
        seen.insert(text);
    }

    const ItemReader m_reader;
    CountryText m_result;
    QHash<QString, QStringList> m_cells;
    QList<bool> m_numbers; // by chosen column
    QSet<QString> m_seen;
    QSet<QString> m_seenUnknown;
    QSet<QString> m_seenWords;
};

} // namespace

CountryText countriesInText(
    const QString &text, const Catalogue &catalogue, const NameIndex &names, std::optional<qsizetype> column)
{
    return TextReader(catalogue, names).read(text, column);
}

QString shortList(const QStringList &words)
{
    constexpr qsizetype shownWords = 5;
    constexpr qsizetype longestWord = 40;
    QStringList shown;
    for (const QString &word : words.first(std::min(words.size(), shownWords)))
        shown.append(word.size() > longestWord ? word.first(longestWord) + u'…' : word);
    const QString list = joinedItems(shown);
    const auto more = static_cast<int>(words.size() - shown.size());
    return more == 0 ? list : TextWords::tr("%1 and %n more", nullptr, more).arg(list);
}

QString columnText(const TableColumn &column)
{
    const QString number = column.heading.isEmpty()
        ? TextWords::tr("column %1").arg(column.number)
        : TextWords::tr("column %1, %2")
              .arg(QString::number(column.number),
                  column.heading.first(std::min<qsizetype>(column.heading.size(), 40)));
    return TextWords::tr("%1: %2 of %n rows", nullptr, static_cast<int>(column.filled))
        .arg(number, QString::number(column.understood));
}

QString columnsText(const QList<TableColumn> &columns)
{
    QStringList texts;
    for (const TableColumn &column : columns)
        texts.append(columnText(column));
    return joinedClauses(texts);
}
