#include "ui/files/nameexamples.h"

#include "app/countries/catalogue.h"
#include "app/downloads/renditionpath.h"
#include "app/sources/source.h"

using namespace Qt::StringLiterals;

namespace {
QString shownPaths(const QStringList &paths, const QString &stem)
{
    QStringList shown{paths.first()};
    for (const QString &path : paths.sliced(1))
        shown.append(path.startsWith(stem) ? u'…' + path.sliced(stem.size()) : path);
    return shown.join(u", "_s);
}
} // namespace

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

QList<NameExample> NameExamples::under(const NameTemplate &nameTemplate, const Conversion &conversion) const
{
    QList<NameExample> examples;
    for (const NameParts &parts : m_parts) {
        const QString original = nameTemplate.pathOf(parts);
        QStringList paths;
        if (conversion.keepsOriginal || conversion.renditions.isEmpty())
            paths.append(original);
        for (const RenditionSpec &spec : conversion.renditions)
            paths.append(renditionPath(nameTemplate, parts, spec));
        const QString stem = original.chopped(parts.ending.size() + 1);
        examples.append(
            {.country = parts.country.displayName, .paths = paths, .shown = shownPaths(paths, stem)});
    }
    return examples;
}
