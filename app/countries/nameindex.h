#pragma once

#include "app/countries/catalogue.h"
#include "app/countries/lazyvalue.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

/// How well a typed text fits a country, best first. Own names are the English name, the name in the user's
/// language, the native name and common aliases; all other names are foreign.
enum class NameFit : quint8 {
    Exact,
    ForeignExact,
    Prefix,
    ForeignPrefix,
    WordPrefix, ///< a word of the name begins with the text
    ForeignWordPrefix,
    Substring,
    ForeignSubstring,
    None,
};

/// Codes by the words of names in any order, without articles. The code is empty if several countries match.
struct NameKeys
{
    QHash<QString, QString> own;
    QHash<QString, QString> foreign;
    /// Own names of countries without "republic", "democratic" and similar words.
    QHash<QString, QString> withoutGovernment;
};

/// All names of all countries, folded, for searching. A value: copies share their data and may be passed
/// between threads.
class NameIndex final
{
public:
    NameIndex() = default;

    /// Codes with exactly this folded name, in the order of codes(). If own names match, foreign names are
    /// ignored.
    [[nodiscard]] QStringList codesNamed(const QString &text) const;

    /// Like codesNamed(), but only with own names.
    [[nodiscard]] QStringList codesWithOwnName(const QString &text) const;

    struct Beginning
    {
        QString code;
        QString rest; ///< of the name, after the searched text
        bool own = false;
    };

    /// The names that begin with the folded text, sorted.
    [[nodiscard]] QList<Beginning> beginnings(const QString &text) const;

    /// Calls `use` for each folded name with its code and whether it is an own name.
    void forEachName(
        const std::function<void(const QString &name, const QString &code, bool own)> &use) const;

    /// Whether any name begins with the folded text.
    [[nodiscard]] bool hasBeginning(const QString &text) const;

    /// Built on first use and shared by copies. Takes tens of milliseconds for names in all languages.
    [[nodiscard]] const NameKeys &keys() const;

    /// The best fit of each of codes(). All words must occur in one name. Exact and Prefix require them in
    /// the order in which they were typed.
    [[nodiscard]] std::vector<NameFit> fits(const QStringList &words) const;

    /// The code whose own name has the most similar spelling to the folded text; empty if none is similar.
    [[nodiscard]] QString nearest(const QString &text) const;

    /// In the order of the catalogue: countries, then extras.
    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] qsizetype nameCount() const { return m_entries.size(); }
    [[nodiscard]] qsizetype bytes() const;

private:
    friend class NameCollector;

    struct Entry
    {
        quint32 offset = 0; // into m_text
        quint16 length = 0;
        quint16 country = 0; // in m_codes
        bool own = false;
    };

    /// The first entry that does not sort before the text.
    [[nodiscard]] QList<Entry>::const_iterator lowerBound(const QString &text) const;
    [[nodiscard]] QStringView textOf(const Entry &entry) const;

    std::shared_ptr<const LazyValue<NameKeys>> m_keys = std::make_shared<LazyValue<NameKeys>>();
    QStringList m_codes;
    QString m_text; // all names, concatenated
    QList<Entry> m_entries; // sorted by text
};

/// English, display and native names and aliases, for use until namesInAllLanguages() is ready. Takes one or
/// two milliseconds once ICU has loaded its data.
[[nodiscard]] NameIndex ownNames(const Catalogue &catalogue);

/// Adds the names in every language of ICU. Takes 0.1 s, so call it on the pool. Returns an empty index soon
/// after a stop is requested.
[[nodiscard]] NameIndex namesInAllLanguages(const Catalogue &catalogue, const std::stop_token &stop = {});
