#include "ui/grid/typeahead.h"

#include "app/countries/latinname.h"
#include "app/countries/namewords.h"
#include "ui/grid/flagmodel.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString withoutSpaces(QString folded)
{
    return folded.remove(u' ');
}

QString initialsOf(const QString &words)
{
    QString initials;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        initials += word.front();
    return initials;
}

} // namespace

QModelIndex TypeAhead::find(const QAbstractItemModel &rows, const QModelIndex &current, const QString &typed)
{
    if (!m_since.isValid() || m_since.elapsed() > QApplication::keyboardInputInterval())
        m_typed.clear();
    m_since.start();
    m_typed += withoutSpaces(foldedText(typed));
    if (m_typed.isEmpty())
        return {};
    const QChar first = m_typed.front();
    const bool isOneLetter = std::ranges::all_of(m_typed, [first](QChar c) { return c == first; });
    const QString text = isOneLetter ? QString(first) : m_typed;
    const int count = rows.rowCount();
    const int from = current.isValid() ? current.row() + (isOneLetter ? 1 : 0) : 0;
    for (std::size_t kind = 0; kind < std::tuple_size_v<Keys>; ++kind) {
        for (int i = 0; i < count; ++i) {
            const QModelIndex row = rows.index((from + i) % count, 0);
            if (begins(row, kind, text))
                return row;
        }
    }
    return {};
}

bool TypeAhead::begins(const QModelIndex &row, std::size_t kind, const QString &text)
{
    const QString code = row.data(FlagModel::CodeRole).toString();
    auto keys = m_keys.find(code);
    if (keys == m_keys.end())
        keys = m_keys.insert(code, keysOf(row));
    return std::ranges::any_of((*keys)[kind], [&text](const QString &key) { return key.startsWith(text); });
}

TypeAhead::Keys TypeAhead::keysOf(const QModelIndex &row) const
{
    const QString name = foldedText(row.data(Qt::DisplayRole).toString());
    QStringList names{withoutSpaces(name)};
    if (std::ranges::any_of(name, [](QChar c) { return c >= QChar(0x80); })) {
        const QString latin = latinName(name);
        names += {withoutSpaces(latin), initialsOf(latin)};
    }
    const Country country = m_catalogue.countryFor(row.data(FlagModel::CodeRole).toString());
    return {names, {withoutSpaces(foldedText(country.name))}, {withoutSpaces(foldedText(country.code))}};
}
