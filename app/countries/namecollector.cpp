#include "app/countries/countrydata.h"
#include "app/countries/countrynames.h"
#include "app/countries/latinname.h"
#include "app/countries/nameindex.h"
#include "app/countries/namewords.h"

#include <QHash>
#include <QSet>

#include <unicode/locdspnm.h>
#include <unicode/locid.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

bool isLatin(const QString &name)
{
    return std::ranges::all_of(foldedText(name), [](QChar c) { return c < QChar(0x80); });
}

} // namespace

/// Collects the names of all countries and builds the index. A friend of NameIndex.
class NameCollector final
{
public:
    explicit NameCollector(const Catalogue &catalogue);

    void addOwnNames();
    void addNamesInAllLanguages(const std::stop_token &stop);
    [[nodiscard]] NameIndex index() const;

private:
    void addExtraNames();
    void addTranslatedExtraNames();
    void addShortNames(const std::stop_token &stop);
    void addTransliterations(const std::stop_token &stop);
    void add(qsizetype country, const QString &name, bool own);

    [[nodiscard]] bool isKnownToIcu(qsizetype country) const;

    const Catalogue &m_catalogue;
    QList<Country> m_countries; // with extras
    QList<QHash<QString, bool>> m_names; // by country: folded name, and whether it is an own name
    QSet<QString> m_countryNames; // folded names of countries; parts are not found by these
};

NameCollector::NameCollector(const Catalogue &catalogue)
    : m_catalogue(catalogue)
    , m_countries(catalogue.countries() + catalogue.extras())
    , m_names(m_countries.size())
{
}

void NameCollector::addOwnNames()
{
    const IsoNames iso = isoNames();
    for (qsizetype i = 0; i < m_countries.size(); ++i) {
        const Country &country = m_countries.at(i);
        add(i, country.name, true);
        add(i, country.displayName, true);
        if (country.kind == CountryKind::Country)
            add(i, nativeName(country.code), true);
        const QStringList aliases = m_catalogue.facts().aliases.value(country.code);
        for (const QString &alias : aliases + iso.own.value(country.code))
            add(i, alias, true);
    }
    // Translated names that list the parts of a country, such as "Bonaire, Sint Eustatius und Saba", must
    // name the country and not its parts, even in an index of own names only.
    for (qsizetype i = 0; i < m_catalogue.countries().size(); ++i) {
        const QString &code = m_countries.at(i).code;
        const QStringList own = iso.own.value(code);
        const bool hasParts = std::ranges::any_of(
            m_catalogue.extras(), [&code](const Country &extra) { return extra.parent == code; });
        const bool listsThem
            = std::ranges::any_of(own, [](const QString &name) { return name.contains(u", "_s); });
        if (hasParts && listsThem) {
            for (const QString &name : iso.translated.value(code))
                add(i, name, false);
        }
    }
    addExtraNames();
}

void NameCollector::addExtraNames()
{
    const QList<ExtraFacts> &extras = m_catalogue.extraFacts();
    QHash<QString, const ExtraFacts *> factsOfCode;
    for (const ExtraFacts &extra : extras)
        factsOfCode.insert(extra.code, &extra);
    for (qsizetype i = m_catalogue.countries().size(); i < m_countries.size(); ++i) {
        const ExtraFacts *facts = factsOfCode.value(m_countries.at(i).code);
        add(i, m_countries.at(i).displayName, true);
        for (const QString &name : facts->names.value(u"en"_s))
            add(i, name, true);
    }
}

void NameCollector::addTranslatedExtraNames()
{
    const auto translated = translatedPartNames();
    qsizetype country = m_catalogue.countries().size();
    QHash<QString, qsizetype> rowOfCode;
    for (; country < m_countries.size(); ++country) {
        rowOfCode.insert(m_countries.at(country).code, country);
        for (const auto &names : translated)
            add(country, names.value(m_countries.at(country).code), false);
    }
    for (const ExtraFacts &extra : m_catalogue.extraFacts()) {
        for (const QStringList &names : extra.names) {
            for (const QString &name : names)
                add(rowOfCode.value(extra.code), name, false);
        }
    }
}

/// ICU has no names of parts of countries and of most organisations.
bool NameCollector::isKnownToIcu(qsizetype country) const
{
    const QString &code = m_countries.at(country).code;
    return m_countries.at(country).kind == CountryKind::Country || code == "EU"_L1 || code == "UN"_L1;
}

void NameCollector::addNamesInAllLanguages(const std::stop_token &stop)
{
    std::vector<icu::Locale> places;
    for (const Country &country : std::as_const(m_countries))
        places.emplace_back("", country.code.toLatin1().constData());
    QSet<QString> seen; // unfolded, because folding is slow
    int32_t count = 0;
    const icu::Locale *locales = icu::Locale::getAvailableLocales(count);
    for (int32_t language = 0; language < count && !stop.stop_requested(); ++language) {
        // Skip country-specific locales: they have nearly the same names and take four times as long.
        if (*locales[language].getCountry() != '\0')
            continue;
        for (qsizetype i = 0; i < m_countries.size(); ++i) {
            if (!isKnownToIcu(i))
                continue;
            icu::UnicodeString icuName;
            places[static_cast<std::size_t>(i)].getDisplayCountry(locales[language], icuName);
            const QString name = QString::fromUtf16(icuName.getBuffer(), icuName.length());
            if (name == m_countries.at(i).code || seen.contains(m_countries.at(i).code + name))
                continue;
            seen.insert(m_countries.at(i).code + name);
            add(i, name, false);
        }
    }
    if (stop.stop_requested())
        return;
    const IsoNames iso = isoNames();
    for (qsizetype i = 0; i < m_countries.size(); ++i) {
        const QStringList names = iso.translated.value(m_countries.at(i).code);
        for (const QString &name : names)
            add(i, name, false);
    }
    addTranslatedExtraNames();
    addShortNames(stop);
    addTransliterations(stop);
}

/// Adds short names such as "USA" in all languages.
void NameCollector::addShortNames(const std::stop_token &stop)
{
    int32_t count = 0;
    const icu::Locale *locales = icu::Locale::getAvailableLocales(count);
    std::array context{UDISPCTX_LENGTH_SHORT};
    for (int32_t language = 0; language < count && !stop.stop_requested(); ++language) {
        if (*locales[language].getCountry() != '\0')
            continue;
        const std::unique_ptr<const icu::LocaleDisplayNames> names(
            icu::LocaleDisplayNames::createInstance(locales[language], context.data(), context.size()));
        for (qsizetype i = 0; i < m_countries.size(); ++i) {
            const QString &code = m_countries.at(i).code;
            if (!m_catalogue.facts().shortNames.contains(code))
                continue;
            icu::UnicodeString name;
            names->regionDisplayName(code.toLatin1().constData(), name);
            add(i, QString::fromUtf16(name.getBuffer(), name.length()), false);
        }
    }
}

/// Adds native names and those of the catalogue's language in Latin letters: "zhong guo", "zhongguo",
/// "rossia". Not the names of all languages, because these would take half a second.
void NameCollector::addTransliterations(const std::stop_token &stop)
{
    for (qsizetype i = 0; i < m_countries.size() && !stop.stop_requested(); ++i) {
        const Country &country = m_countries.at(i);
        QStringList names;
        if (!isLatin(country.displayName))
            names.append(country.displayName);
        if (country.kind == CountryKind::Country)
            names.append(nativeName(country.code));
        for (const QString &name : std::as_const(names)) {
            const QString latin = latinName(name);
            add(i, latin, false);
            add(i, QString(latin).remove(u' '), false);
        }
    }
}

NameIndex NameCollector::index() const
{
    NameIndex index;
    for (const Country &country : m_countries)
        index.m_codes.append(country.code);
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const auto &names = m_names.at(i);
        for (auto name = names.begin(); name != names.end(); ++name) {
            index.m_entries.append({static_cast<quint32>(index.m_text.size()),
                static_cast<quint16>(name.key().size()), static_cast<quint16>(i), name.value()});
            index.m_text += name.key();
        }
    }
    std::sort(index.m_entries.begin(), index.m_entries.end(), [&index](const auto &left, const auto &right) {
        const int order = index.textOf(left).compare(index.textOf(right));
        return order != 0 ? order < 0 : left.country < right.country;
    });
    index.m_text.squeeze();
    index.m_entries.squeeze();
    return index;
}

void NameCollector::add(qsizetype country, const QString &name, bool own)
{
    const QString folded = foldedText(name);
    if (folded.isEmpty() || folded.size() > std::numeric_limits<quint16>::max())
        return;
    // "Georgia" is the country. The state in the US is found by its code or a longer name.
    if (m_countries.at(country).kind == CountryKind::Country)
        m_countryNames.insert(folded);
    else if (m_countryNames.contains(folded))
        return;
    bool &isOwn = m_names[country][folded];
    isOwn = isOwn || own;
}

NameIndex ownNames(const Catalogue &catalogue)
{
    NameCollector collector(catalogue);
    collector.addOwnNames();
    return collector.index();
}

NameIndex namesInAllLanguages(const Catalogue &catalogue, const std::stop_token &stop)
{
    NameCollector collector(catalogue);
    collector.addOwnNames();
    collector.addNamesInAllLanguages(stop);
    return stop.stop_requested() ? NameIndex() : collector.index();
}
