#include "ui/exports/titlefield.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "ui/look/textwidgets.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto titleKey = "export/title"_L1;
constexpr auto countriesKey = "export/titleCountries"_L1;

QString titleOfPreset(const QString &id)
{
    const QHash<QString, QString> titles{
        {u"twenty"_s, TitleField::tr("Flags of the twenty most populous countries")},
        {u"un"_s, TitleField::tr("Flags of the members of the UN")},
        {u"eu"_s, TitleField::tr("Flags of the European Union")},
        {u"g20"_s, TitleField::tr("Flags of the G20")},
        {u"africa"_s, TitleField::tr("Flags of Africa")},
        {u"americas"_s, TitleField::tr("Flags of the Americas")},
        {u"antarctica"_s, TitleField::tr("Flags of Antarctica")},
        {u"asia"_s, TitleField::tr("Flags of Asia")},
        {u"europe"_s, TitleField::tr("Flags of Europe")},
        {u"oceania"_s, TitleField::tr("Flags of Oceania")},
    };
    return titles.value(id);
}

} // namespace

QString proposedTitle(const QStringList &codes)
{
    const Catalogue catalogue;
    QStringList sorted = codes;
    sorted.sort();
    QList<Preset> presets = groupPresets(catalogue) + continentPresets(catalogue) + memberPresets(catalogue);
    for (Preset &preset : presets) {
        preset.codes.sort();
        if (preset.codes == sorted)
            return titleOfPreset(preset.id.section(u'-', 0, 0));
    }
    const bool hasAll = std::ranges::all_of(catalogue.countries(),
        [&sorted](const Country &country) { return std::ranges::binary_search(sorted, country.code); });
    return hasAll ? TitleField::tr("Flags of the world") : QString();
}

TitleField::TitleField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("none"));
    keepPlaceholderReadable(this);
}

void TitleField::setCountries(QStringList codes)
{
    codes.sort();
    if (codes == m_codes)
        return;
    keepOwnTitle();
    m_codes = codes;
    const auto own = m_ownTitles.constFind(codes);
    setText(own == m_ownTitles.cend() ? proposedTitle(codes) : *own);
    setCursorPosition(0);
}

void TitleField::keepOwnTitle()
{
    if (m_codes.isEmpty())
        return;
    if (text() == proposedTitle(m_codes))
        m_ownTitles.remove(m_codes);
    else
        m_ownTitles.insert(m_codes, text());
}

void TitleField::save(QSettings &settings)
{
    keepOwnTitle();
    const auto own = m_ownTitles.constFind(m_codes);
    if (own == m_ownTitles.cend()) {
        settings.remove(titleKey);
        settings.remove(countriesKey);
        return;
    }
    settings.setValue(titleKey, *own);
    settings.setValue(countriesKey, m_codes);
}

void TitleField::restore(const QSettings &settings)
{
    const QStringList codes = settings.value(countriesKey).toStringList();
    if (!codes.isEmpty())
        m_ownTitles.insert(codes, settings.value(titleKey).toString());
}
