#pragma once

#include "app/countries/catalogue.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

/// How well something that a person typed fits a country, best first. Own names are the English one, the one
/// in the person's language, the native one, and what people call it otherwise; the others are foreign.
enum class NameFit : quint8 {
    Exact,
    ForeignExact,
    Prefix,
    ForeignPrefix,
    WordPrefix, ///< a word in the name begins with it
    ForeignWordPrefix,
    Substring,
    ForeignSubstring,
    None,
};

/// Names by their words in any order, without articles; the code is empty for what several countries have.
struct NameKeys
{
    QHash<QString, QString> own;
    QHash<QString, QString> foreign;
    QHash<QString, QString>
        withoutGovernment; ///< own names of countries without "republic", "democratic" and the like
};

/// All names of all countries, folded, for searching. A value: copies share their data, and it may go from
/// thread to thread.
class NameIndex final
{
public:
    NameIndex() = default;

    /// Codes that a folded text names in full, in the order of codes(); own names before foreign ones.
    [[nodiscard]] QStringList named(const QString &text) const;

    /// The same of own names alone.
    [[nodiscard]] QStringList namedOwn(const QString &text) const;

    struct Beginning
    {
        QString code;
        QString rest; ///< of the name
        bool own = false;
    };

    /// The names that begin with the folded text, in the order of their texts.
    [[nodiscard]] QList<Beginning> beginnings(const QString &text) const;

    /// Calls with each folded name, the code that it belongs to, and whether it is an own name.
    void forEachName(const std::function<void(const QString &, const QString &, bool)> &use) const;

    /// Whether some name begins with the folded text.
    [[nodiscard]] bool hasBeginning(const QString &text) const;

    /// Made when it is first asked for, in tens of milliseconds where names are in all languages; copies
    /// share it.
    [[nodiscard]] const NameKeys &keys() const;

    /// How each of codes() fits: the words must all be in one name; a name that has them side by side, as
    /// they were typed, counts as a prefix or whole.
    [[nodiscard]] std::vector<NameFit> fits(const QStringList &words) const;

    /// Whose own name is spelled so much like the folded text that it may be meant; empty if none is.
    [[nodiscard]] QString nearest(const QString &text) const;

    /// As the catalogue sorts its countries, the extras behind them.
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

    /// The first that is not before the text.
    [[nodiscard]] QList<Entry>::const_iterator lowerBound(const QString &text) const;
    [[nodiscard]] QStringView textOf(const Entry &entry) const;

    struct LazyKeys
    {
        std::once_flag made;
        NameKeys keys;
    };

    std::shared_ptr<LazyKeys> m_keys = std::make_shared<LazyKeys>();
    QStringList m_codes;
    QString m_text; // all names, one behind the other
    QList<Entry> m_entries; // sorted by text
};

/// English, display, native and other common names: enough until all languages are at hand, in a millisecond
/// or two once ICU is warm.
[[nodiscard]] NameIndex ownNames(const Catalogue &catalogue);

/// These, and the names in every language of ICU. Takes a tenth of a second: for the pool.
[[nodiscard]] NameIndex namesInAllLanguages(const Catalogue &catalogue);
