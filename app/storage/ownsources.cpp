#include "app/storage/ownsources.h"

#include "app/language/joining.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/filereading.h"
#include "app/storage/posixfile.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximalBytes = 1 << 20;

struct OwnSourcesText
{
    Q_DECLARE_TR_FUNCTIONS(OwnSourcesText)
};

OwnSources unreadable(const QString &problem)
{
    OwnSources sources;
    sources.problems.append(problem);
    sources.isUnreadable = true;
    return sources;
}

/// Renames "sources.json" to "sources.json.unusable", "sources.json.unusable-2" and so on.
std::optional<Failure> backUp(const QString &path)
{
    QString name = path + u".unusable"_s;
    for (int number = 2; QFileInfo::exists(name) || QFileInfo(name).isSymLink(); ++number)
        name = u"%1.unusable-%2"_s.arg(path, QString::number(number));
    if (std::rename(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0)
        return diskFailure(errno);
    return std::nullopt;
}

/// Returns the file that a link points to, so that a change does not replace the link.
QString linkTarget(const QString &path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    return target.isEmpty() ? path : target;
}

} // namespace

QString ownSourcesPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/flagfetch/sources.json"_s;
}

tl::expected<QByteArray, QString> readSourcesBytes(const QString &path)
{
    auto bytes = readGivenFile(path, maximalBytes);
    if (bytes)
        return *std::move(bytes);
    return unexpected(bytes.error().isTooLarge
            ? OwnSourcesText::tr("the file is too large for a list of sources, which has at most %1")
                  .arg(QLocale().formattedDataSize(maximalBytes, 0, QLocale::DataSizeSIFormat))
            : bytes.error().text);
}

OwnSources readOwnSources(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    const QString shown = shownAddress(path);
    const auto bytes = readSourcesBytes(path);
    if (!bytes)
        return unreadable(withLabel(shown, bytes.error()));
    auto file = SourcesFile::fromJson(*bytes, shown);
    if (!file)
        return unreadable(file.error().text);
    OwnSources sources;
    sources.file = *std::move(file);
    sources.problems = sources.file.problems();
    return sources;
}

Result<OwnSources> changeOwnSources(const QString &path, const SourceChange &change)
{
    if (const auto failure = prepareOutputFolder(QFileInfo(path).path()))
        return unexpected(*failure);
    OwnSources sources = readOwnSources(path);
    if (sources.isUnreadable) {
        if (const auto failure = backUp(path))
            return unexpected(*failure);
        sources = {};
    }
    if (change.entry.isEmpty())
        sources.file.remove(change.replacedId);
    else
        sources.file.put(change.entry, change.replacedId);
    const auto written = writeAtomically(linkTarget(path), sources.file.toJson(), ConflictPolicy::Overwrite);
    if (!written)
        return unexpected(written.error());
    sources.problems = sources.file.problems();
    return sources;
}
