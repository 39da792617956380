#include "app/storage/nametemplate.h"

#include "app/countries/catalogue.h"
#include "app/language/wordtable.h"
#include "app/storage/filename.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Returns equal texts for names that are equal on some file system.
QString folded(const QString &name)
{
    return safeStem(name).normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// Returns the names of all countries in a language, without names that two countries share.
QHash<QString, QString> distinctNames(const QString &language)
{
    QHash<QString, QString> names;
    QSet<QString> seen;
    QSet<QString> shared;
    const Catalogue catalogue(language);
    for (const Country &country : catalogue.countries()) {
        const QString name = folded(country.displayName);
        (seen.contains(name) ? shared : seen).insert(name);
        names.insert(country.code, country.displayName);
    }
    names.removeIf([&shared](const auto &entry) { return shared.contains(folded(entry.value())); });
    return names;
}

/// Returns the first name that is usable in a file name: the source's, the catalogue's, or the code.
QString usableName(const NameParts &parts)
{
    for (const QString &candidate : {parts.name, parts.country.name, parts.country.code}) {
        if (QString name = safeStem(candidate); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

NameTemplate::NameTemplate()
    : NameTemplate(*parse(u"{CC}-{country}"_s))
{
}

tl::expected<NameTemplate, QString> NameTemplate::parse(const QString &text)
{
    constexpr qsizetype longest = 1000;
    if (text.size() > longest)
        return tl::unexpected(tr("this is too long; a name has at most %1 characters").arg(longest));
    static const QRegularExpression brace(u"\\{([^{}]*)\\}|[{}]"_s);

    QList<Component> components;
    for (const QString &name : text.split(u'/')) {
        Component component;
        qsizetype behind = 0;
        const auto addLiteral = [&](qsizetype end) {
            if (end > behind)
                component.append({.piece = Piece::Literal, .text = name.sliced(behind, end - behind)});
        };
        for (const auto &match : brace.globalMatch(name)) {
            addLiteral(match.capturedStart());
            behind = match.capturedEnd();
            if (!match.hasCaptured(1))
                return tl::unexpected(
                    tr("the brace %1 has no counterpart; a placeholder is written as in {CC}")
                        .arg(match.captured()));
            auto part = partFor(match.captured(1));
            if (!part)
                return tl::unexpected(part.error());
            component.append(*std::move(part));
        }
        addLiteral(name.size());
        components.append(component);
    }
    if (const QString problem = findProblem(text, components); !problem.isEmpty())
        return tl::unexpected(problem);

    // pathOf() always appends the actual suffix.
    if (text.endsWith(".{ext}"_L1))
        components.last().removeLast();
    return NameTemplate(text, components);
}

NameTemplate::NameTemplate(const QString &text, const QList<Component> &components)
    : m_text(text)
    , m_components(components)
{
}

tl::expected<NameTemplate::Part, QString> NameTemplate::partFor(const QString &placeholder)
{
    static constexpr auto placeholders = wordTable<Piece>({
        {Piece::Literal, {}},
        {Piece::Upper, "CC"_L1},
        {Piece::Lower, "cc"_L1},
        {Piece::Iso3, "iso3"_L1},
        {Piece::Number, "num"_L1},
        {Piece::Name, "country"_L1},
        {Piece::NameInLanguage, {}},
        {Piece::Continent, "continent"_L1},
        {Piece::Source, "source"_L1},
        {Piece::Width, "width"_L1},
        {Piece::Suffix, "ext"_L1},
    });
    if (const auto piece = placeholders.valueOf(placeholder))
        return Part{.piece = *piece};
    if (const QString tag = u"country:"_s; placeholder.startsWith(tag)) {
        const QString language = placeholder.sliced(tag.size());
        if (QLocale(language).language() == QLocale::C)
            return tl::unexpected(
                tr("%1: there are no names in this language; allowed are language tags such as zh or pt-BR")
                    .arg(u'{' + placeholder + u'}'));
        return Part{.piece = Piece::NameInLanguage, .names = distinctNames(language)};
    }
    return tl::unexpected(
        tr("the placeholder %1 is not known; allowed are {CC}, {cc}, {iso3}, {num}, {country}, {country:zh}, "
           "{continent}, {source}, {width} and {ext}")
            .arg(u'{' + placeholder + u'}'));
}

QString NameTemplate::findProblem(const QString &text, const QList<Component> &components)
{
    if (text.startsWith(u'/'))
        return tr("a file's name cannot begin with \"/\"; choose the folder separately");
    for (const QString &name : text.split(u'/')) {
        if (name == "."_L1 || name == ".."_L1 || (name.isEmpty() && !text.isEmpty()))
            return tr("\"%1\" cannot be the name of a folder or file").arg(name);
    }
    if (components.size() > deepestPath)
        return tr("at most %1 folders are allowed in a file's name").arg(deepestPath - 1);
    if (const QString top = text.section(u'/', 0, 0); components.size() > 1 && isReservedSetFile(top))
        return tr("the name %1 is reserved for the set itself").arg(top);
    const bool isUnique = std::ranges::any_of(components, [](const Component &component) {
        return std::ranges::any_of(component, [](const Part &part) {
            return isCode(part.piece) || part.piece == Piece::Name || part.piece == Piece::NameInLanguage;
        });
    });
    if (!isUnique)
        return tr("every flag would get the same name; use at least one of {CC}, {cc}, {iso3}, {num} and "
                  "{country}");
    return {};
}

bool NameTemplate::isCode(Piece piece)
{
    return piece == Piece::Upper || piece == Piece::Lower || piece == Piece::Iso3 || piece == Piece::Number;
}

QString NameTemplate::textFor(const Part &part, const NameParts &parts)
{
    const QString lower = parts.country.code.toLower();
    switch (part.piece) {
    case Piece::Literal:
        return part.text;
    case Piece::Upper:
        return parts.country.code;
    case Piece::Lower:
        return lower;
    case Piece::Iso3:
        return parts.country.iso3.isEmpty() ? lower : parts.country.iso3.toLower();
    case Piece::Number:
        return parts.country.number > 0 ? numericCode(parts.country) : lower;
    case Piece::Name:
        return usableName(parts);
    case Piece::NameInLanguage:
        return part.names.value(parts.country.code, usableName(parts));
    case Piece::Continent:
        return parts.country.continent.isEmpty() ? u"elsewhere"_s : parts.country.continent;
    case Piece::Source:
        return parts.source;
    case Piece::Width:
        return parts.width > 0 ? QString::number(parts.width) : QString();
    case Piece::Suffix:
        return parts.suffix;
    }
    Q_UNREACHABLE();
}

/// Whether no other country can get the same text for this component.
bool NameTemplate::identifiesCountry(const Component &component, const NameParts &parts)
{
    const auto has = [&component](auto isMeant) { return std::ranges::any_of(component, isMeant); };
    if (has([](const Part &part) { return part.piece == Piece::Upper || part.piece == Piece::Lower; }))
        return true;
    if (has([&](const Part &part) {
            return (part.piece == Piece::Iso3 && !parts.country.iso3.isEmpty())
                || (part.piece == Piece::Number && parts.country.number > 0);
        }))
        return true;
    // The id of a source is arbitrary, so another name and id may result in the same text.
    if (has([](const Part &part) { return part.piece == Piece::Source; }))
        return false;
    return has([&parts](const Part &part) {
        if (part.piece == Piece::NameInLanguage)
            return part.names.contains(parts.country.code);
        return part.piece == Piece::Name && !parts.country.name.isEmpty()
            && folded(usableName(parts)) == folded(parts.country.name);
    });
}

bool NameTemplate::isUnique(const NameParts &parts) const
{
    return std::ranges::any_of(
        m_components, [&parts](const Component &component) { return identifiesCountry(component, parts); });
}

QString NameTemplate::pathOf(const NameParts &parts) const
{
    bool needsCode = !isUnique(parts);
    QStringList path;
    for (const Component &component : m_components) {
        QString text;
        for (const Part &part : component)
            text += textFor(part, parts);
        // Cutting may remove the part that makes the name unique, unless the code comes first.
        needsCode |= text.toUtf8().size() > maximalNameBytes
            && !(!component.isEmpty() && isCode(component.first().piece));
        path.append(text);
    }
    const QString name = path.takeLast();
    for (QString &folder : path) {
        const QString safe = safeStem(folder);
        folder = safe.isEmpty() ? u"flags"_s : safe;
    }
    const QString code = needsCode ? u'-' + parts.country.code : QString();
    const qsizetype maximalStemBytes = maximalNameBytes - parts.suffix.size() - 1 - code.size();
    path.append(safeFileName(safeStem(name, maximalStemBytes) + code, parts.suffix));
    // The source's name for a country may be the name of a file that describes the set.
    if (isReservedSetFile(path.first()))
        path.first().prepend("flag-"_L1);
    return path.join(u'/');
}
