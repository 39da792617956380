#include "app/sets/foundflags.h"

#include "app/countries/catalogue.h"
#include "app/storage/filename.h"
#include "app/storage/filereading.h"
#include "app/storage/nametemplate.h"
#include "app/storage/setfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Returns the countries by their codes and names in lower case, as file names contain them.
QHash<QString, Country> countriesByName()
{
    QHash<QString, Country> countries;
    const Catalogue catalogue;
    // Countries come last and replace regions with the same name.
    for (const Country &country : catalogue.extras() + catalogue.countries()) {
        for (const QString &name : {country.code, country.iso3, safeStem(country.name)}) {
            if (!name.isEmpty())
                countries.insert(name.toLower(), country);
        }
    }
    return countries;
}

std::optional<Country> countryForFile(const QString &file, const QHash<QString, Country> &countries)
{
    const QString stem = QFileInfo(file).completeBaseName();
    const QString lastFolder = QFileInfo(QFileInfo(file).path()).fileName();
    // "GB-ENG-England" belongs to England, not to the United Kingdom.
    for (const QString &name :
        {stem, stem.section(u'-', 0, 1), stem.section(u'-', 0, 0), stem.section(u'-', -1), lastFolder}) {
        if (const auto found = countries.constFind(name.toLower()); found != countries.cend())
            return *found;
    }
    return std::nullopt;
}

} // namespace

QStringList filesOfSet(const QString &folder, const std::function<bool()> &isCancelled)
{
    QStringList files;
    // QDir::relativeFilePath() treats a relative path as one in the folder already.
    const QDir root(QFileInfo(folder).absoluteFilePath());
    // Follows links to files only, not to folders.
    QDirIterator entries(root.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext() && !isCancelled()) {
        const QString path = root.relativeFilePath(entries.next());
        if (isSafeRelativePath(path) && !isReservedSetFile(path))
            files.append(path);
    }
    files.sort();
    return files;
}

Manifest manifestOfFoundFlags(const QString &folder, const std::stop_token &stop)
{
    Manifest manifest;
    manifest.nameTemplate = NameTemplate().text();
    const QHash<QString, Country> countries = countriesByName();
    const auto isCancelled = [&stop] { return stop.stop_requested(); };
    for (const QString &file : filesOfSet(folder, isCancelled)) {
        if (isCancelled())
            break;
        // Other files in the folder, however many and large, are not read.
        const auto country = isNamedAsPicture(file) ? countryForFile(file, countries) : std::nullopt;
        if (!country)
            continue;
        const auto bytes = readFileBeneath(folder, file, largestSetFile);
        if (!bytes || !*bytes)
            continue;
        manifest.flags.append(SetFlag{.code = country->code,
            .country = country->name,
            .file = file,
            .sha256 = sha256(**bytes),
            .bytes = (*bytes)->size(),
            .time = QFileInfo(folder + u'/' + file).lastModified().toUTC()});
    }
    std::ranges::sort(manifest.flags, &SetFlag::comesBefore);
    return manifest;
}
