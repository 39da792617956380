#include "app/exports/setflags.h"

#include "app/language/joining.h"
#include "app/language/translation.h"
#include "app/sets/foundflags.h"
#include "app/sets/loadedset.h"
#include "app/sources/sourcetexts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SetFlagsText
{
    Q_DECLARE_TR_FUNCTIONS(SetFlags)
};

/// Source and licence, in English unless the texts of the interface are in the language of the export.
QString creditOf(const Source &source, const QString &licence, const QString &language)
{
    if (interfaceLanguage() == interfaceLanguageFor(language))
        return withRemark(displayTitle(source), displayLicence(licence));
    return licence.isEmpty() ? source.title : u"%1 (%2)"_s.arg(source.title, licence);
}

/// The flag's original file, or its widest rendition if the original is not kept.
ExportFlag exportFlag(
    const SetFlag &flag, const Manifest &manifest, const SetChoice &choice, const Catalogue &catalogue)
{
    const Country country = catalogue.countryFor(flag.code);
    ExportFlag exported{.code = country.code,
        .iso3 = country.iso3,
        .number = numericCode(country),
        .name = catalogue.find(flag.code) ? country.displayName : flag.country,
        .continent = country.continent,
        .path = {},
        .file = flag.file,
        .sha256 = QString::fromLatin1(flag.sha256.toHex()),
        .bytes = flag.bytes,
        .source = {},
        .licence = flag.licence,
        .credit = {}};
    if (!flag.isKept && !flag.derived.isEmpty()) {
        const auto widest = std::ranges::max_element(flag.derived, {}, &DerivedFile::width);
        exported.file = widest->file;
        exported.sha256 = QString::fromLatin1(widest->sha256.toHex());
        exported.bytes = widest->bytes;
    }
    exported.path = QDir(choice.folder).filePath(exported.file);
    if (const Source *source = manifest.sourceOf(flag)) {
        Source named = *source;
        if (named.title.isEmpty())
            named.title = named.id;
        exported.source = named.title;
        exported.credit = creditOf(named, flag.licence, choice.language);
    }
    return exported;
}

bool isVector(const ExportFlag &flag)
{
    return flag.file.endsWith(".svg"_L1, Qt::CaseInsensitive);
}

bool isDrawnBetter(const ExportFlag &flag, const ExportFlag &other)
{
    if (isVector(flag) != isVector(other))
        return isVector(flag);
    return flag.bytes.value_or(0) > other.bytes.value_or(0);
}

} // namespace

Result<SetFlags> flagsOfSet(const SetChoice &choice, const std::stop_token &stop)
{
    if (!QDir(choice.folder).exists())
        return unexpected(Failure{FailureKind::NoSet, 0,
            QFileInfo::exists(choice.folder) ? SetFlagsText::tr("this is not a folder")
                                             : SetFlagsText::tr("no such folder")});
    const QString folder = QDir(choice.folder).absolutePath();
    const auto loaded = loadSet(folder, stop);
    if (!loaded)
        return unexpected(loaded.error());
    Manifest manifest = loaded->manifest;
    if (manifest.flags.isEmpty())
        manifest = manifestOfFoundFlags(folder, stop);
    if (stop.stop_requested())
        return unexpected(Failure{FailureKind::Cancelled, 0, {}});
    if (manifest.flags.isEmpty())
        return unexpected(Failure{loaded->isNewer ? FailureKind::NewerSet : FailureKind::NoSet, 0, {}});

    const Catalogue catalogue(choice.language);
    QHash<QString, qsizetype> rank;
    for (const Country &country : catalogue.countries())
        rank.insert(country.code, rank.size());
    SetFlags set{.flags = {}, .damage = loaded->damage};
    const QSet<QString> wanted(choice.codes.cbegin(), choice.codes.cend());
    for (const SetFlag &flag : std::as_const(manifest.flags)) {
        if (wanted.isEmpty() || wanted.contains(flag.code))
            set.flags.append(exportFlag(flag, manifest, choice, catalogue));
    }
    std::ranges::stable_sort(set.flags, {},
        [&](const ExportFlag &flag) { return std::pair(rank.value(flag.code, rank.size()), flag.code); });
    return set;
}

QList<ExportFlag> onePerCountry(const QList<ExportFlag> &flags)
{
    QList<ExportFlag> best;
    QHash<QString, qsizetype> row;
    for (const ExportFlag &flag : flags) {
        const auto found = row.constFind(flag.code);
        if (found == row.constEnd()) {
            row.insert(flag.code, best.size());
            best.append(flag);
        } else if (isDrawnBetter(flag, best.at(*found))) {
            best[*found] = flag;
        }
    }
    return best;
}
