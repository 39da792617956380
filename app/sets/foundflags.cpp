#include "app/sets/foundflags.h"

#include "app/countries/catalogue.h"
#include "app/storage/filebeneath.h"
#include "app/storage/filename.h"
#include "app/storage/nametemplate.h"
#include "app/storage/setfiles.h"
#include "app/storage/sha256.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Countries by what a file may be called after them, in lower case.
QHash<QString, Country> countriesByName()
{
    QHash<QString, Country> countries;
    const Catalogue catalogue;
    // Countries last: theirs is a name that a part has, too.
    for (const Country &country : catalogue.extras() + catalogue.countries()) {
        for (const QString &name : {country.code, country.iso3, safeStem(country.name)}) {
            if (!name.isEmpty())
                countries.insert(name.toLower(), country);
        }
    }
    return countries;
}

std::optional<Country> countryOf(const QString &file, const QHash<QString, Country> &countries)
{
    const QString stem = QFileInfo(file).completeBaseName();
    const QString lastFolder = QFileInfo(QFileInfo(file).path()).fileName();
    // "GB-ENG-England" is England's, not the United Kingdom's.
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
    // QDir takes a path that is not absolute for one in the folder already.
    const QDir root(QFileInfo(folder).absoluteFilePath());
    // Links to folders are not followed; links to files are.
    QDirIterator entries(root.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext() && !isCancelled()) {
        const QString path = root.relativeFilePath(entries.next());
        if (isSafeRelativePath(path) && !isSetsOwnFile(path))
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
        // Whatever else lies in the folder, and however much, need not be read.
        const auto country = isNamedAsPicture(file) ? countryOf(file, countries) : std::nullopt;
        if (!country)
            continue;
        const auto read = readFileBeneath(folder, file, largestSetFile);
        const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
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
