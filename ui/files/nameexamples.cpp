#include "ui/files/nameexamples.h"

#include "app/countries/catalogue.h"
#include "app/sources/source.h"

using namespace Qt::StringLiterals;

NameExamples::NameExamples(const Catalogue &catalogue, const Source &source)
{
    constexpr int someWidth = 640;
    for (const QString &code : {u"JP"_s, u"CI"_s, u"CD"_s}) {
        const Country country = catalogue.countryFor(code);
        m_parts.append({.country = country,
            .name = country.name,
            .source = source.id,
            .width = source.width > 0 ? source.width : someWidth,
            .ending = source.format.isEmpty() ? u"png"_s : source.format});
    }
}

QList<NameExample> NameExamples::under(const NameTemplate &nameTemplate) const
{
    QList<NameExample> examples;
    for (const NameParts &parts : m_parts)
        examples.append({.country = parts.country.displayName, .path = nameTemplate.pathOf(parts)});
    return examples;
}
