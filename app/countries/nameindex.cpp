#include "app/countries/nameindex.h"

#include "app/countries/namewords.h"
#include "app/language/editdistance.h"

#include <algorithm>

namespace {

NameFit fitOf(QStringView name, const QStringList &words, const QString &phrase, bool own)
{
    const auto fit = [own](NameFit ownFit) {
        return own ? ownFit : static_cast<NameFit>(static_cast<quint8>(ownFit) + 1);
    };
    const auto beginsAWord = [name](const QString &text) {
        for (qsizetype at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
            if (at == 0 || name.at(at - 1) == u' ')
                return true;
        }
        return false;
    };
    const auto isIn = [name](const QString &word) { return name.contains(word); };
    if (!std::all_of(words.cbegin(), words.cend(), isIn))
        return NameFit::None;
    if (name.startsWith(phrase))
        return fit(name.size() == phrase.size() ? NameFit::Exact : NameFit::Prefix);
    return fit(
        std::all_of(words.cbegin(), words.cend(), beginsAWord) ? NameFit::WordPrefix : NameFit::Substring);
}

void addKey(QHash<QString, QString> &keys, const QStringList &words, const QString &code)
{
    if (words.isEmpty())
        return;
    const QString key = orderlessKey(words);
    const auto known = keys.find(key);
    if (known == keys.end())
        keys.insert(key, code);
    else if (*known != code)
        known->clear();
}

} // namespace

QStringList NameIndex::codesNamed(const QString &text) const
{
    const auto begin = lowerBound(text);
    const auto end
        = std::find_if(begin, m_entries.cend(), [&](const Entry &entry) { return textOf(entry) != text; });
    const bool anyOwn = std::any_of(begin, end, [](const Entry &entry) { return entry.own; });
    QStringList codes;
    std::for_each(begin, end, [&](const Entry &entry) {
        if (entry.own == anyOwn)
            codes.append(m_codes.at(entry.country));
    });
    return codes;
}

QStringList NameIndex::codesWithOwnName(const QString &text) const
{
    QStringList codes;
    for (auto entry = lowerBound(text); entry != m_entries.cend() && textOf(*entry) == text; ++entry) {
        if (entry->own)
            codes.append(m_codes.at(entry->country));
    }
    return codes;
}

QList<NameIndex::Beginning> NameIndex::beginnings(const QString &text) const
{
    QList<Beginning> names;
    for (auto entry = lowerBound(text); entry != m_entries.cend() && textOf(*entry).startsWith(text); ++entry)
        names.append({m_codes.at(entry->country), textOf(*entry).sliced(text.size()).toString(), entry->own});
    return names;
}

void NameIndex::forEachName(const std::function<void(const QString &, const QString &, bool)> &use) const
{
    for (const Entry &entry : m_entries)
        use(textOf(entry).toString(), m_codes.at(entry.country), entry.own);
}

const NameKeys &NameIndex::keys() const
{
    return m_keys->get([this] {
        NameKeys keys;
        forEachName([&keys](const QString &name, const QString &code, bool own) {
            const QStringList words = canonicalWords(name);
            addKey(own ? keys.own : keys.foreign, words, code);
            // Without parts: "Republic of Georgia" is the country, but "State of Georgia" is a part of the
            // US.
            if (own && !code.contains(u'-'))
                addKey(keys.withoutGovernment, withoutGovernment(words), code);
        });
        return keys;
    });
}

bool NameIndex::hasBeginning(const QString &text) const
{
    const auto found = lowerBound(text);
    return found != m_entries.cend() && textOf(*found).startsWith(text);
}

std::vector<NameFit> NameIndex::fits(const QStringList &words) const
{
    std::vector<NameFit> fits(static_cast<std::size_t>(m_codes.size()), NameFit::None);
    const QString phrase = words.join(u' ');
    for (const Entry &entry : m_entries) {
        NameFit &best = fits[entry.country];
        if (best != NameFit::Exact)
            best = std::min(best, fitOf(textOf(entry), words, phrase, entry.own));
    }
    return fits;
}

QString NameIndex::nearest(const QString &text) const
{
    const qsizetype limit = text.size() < 4 ? 0 : text.size() < 8 ? 1 : 2;
    qsizetype best = limit + 1;
    QString code;
    for (const Entry &entry : m_entries) {
        if (!entry.own)
            continue;
        const qsizetype found = editDistance(text, textOf(entry), limit);
        if (found < best) {
            best = found;
            code = m_codes.at(entry.country);
        }
    }
    return code;
}

qsizetype NameIndex::bytes() const
{
    return m_text.capacity() * qsizetype(sizeof(QChar)) + m_entries.capacity() * qsizetype(sizeof(Entry));
}

QList<NameIndex::Entry>::const_iterator NameIndex::lowerBound(const QString &text) const
{
    return std::lower_bound(m_entries.cbegin(), m_entries.cend(), text,
        [this](const Entry &entry, const QString &wanted) { return textOf(entry).compare(wanted) < 0; });
}

QStringView NameIndex::textOf(const Entry &entry) const
{
    return QStringView(m_text).sliced(entry.offset, entry.length);
}
