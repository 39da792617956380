#include "app/sets/manifestfiles.h"

#include "app/countries/countrynames.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"
#include "app/logging/logging.h"
#include "app/sets/manifestjson.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/filereading.h"
#include "app/storage/posixfile.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QStringList>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace {

constexpr auto heading = "# Where these flags come from\n"_L1;

/// Returns the text for a table cell. The title of a source must not create markup.
QString cell(const QString &text)
{
    static const QString special = u"\\`*_[]<>|#"_s;
    const QString line = text.simplified();
    QString escaped;
    for (const QChar c : line) {
        if (special.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

QString linked(const QString &text, const QUrl &url)
{
    return url.isEmpty() ? cell(text) : u"[%1](<%2>)"_s.arg(cell(text), url.toString(QUrl::FullyEncoded));
}

/// Returns the remark in English, like the rest of the file.
QString remarkFor(const WrongPicture &picture)
{
    if (picture.freshness.state == FlagFreshness::State::OtherCountry)
        return u"the flag of %1"_s.arg(countryNameIn(picture.freshness.whose, u"en"_s));
    return u"%1's flag until %2"_s.arg(picture.country, yearOf(picture.freshness.since));
}

QString rowFor(const Manifest &manifest, const SetFlag &sample, qsizetype count)
{
    const Source *source = manifest.sourceOf(sample);
    const QString name = source ? source->title : u"not known"_s;
    const QString licence = sample.licence.isEmpty() ? u"not known"_s : sample.licence;
    return u"| %1 | %2 | %3 |\n"_s.arg(
        cell(name), QString::number(count), linked(licence, source ? source->licenceUrl : QUrl()));
}

struct ManifestFiles
{
    Q_DECLARE_TR_FUNCTIONS(ManifestFiles)
};

Failure withFileName(const char *name, Failure failure)
{
    const QString file = QLatin1StringView(name);
    failure.detail = failure.detail.isEmpty() ? file : withLabel(file, failure.detail);
    return failure;
}

std::optional<Failure> write(const QString &folder, const char *name, const QByteArray &bytes)
{
    const auto written
        = writeAtomically(folder + u'/' + QLatin1StringView(name), bytes, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(withFileName(name, written.error()));
}

std::optional<Failure> writeIfChanged(const QString &folder, const char *name, const QByteArray &bytes)
{
    const auto old = readFileBeneath(folder, QLatin1StringView(name), bytes.size());
    return old && *old == bytes ? std::nullopt : write(folder, name, bytes);
}

bool isSameFile(const QString &one, const QString &other)
{
    std::error_code error;
    return std::filesystem::equivalent(
        QFile::encodeName(one).toStdString(), QFile::encodeName(other).toStdString(), error);
}

bool isSpecialFile(const QString &path)
{
    std::error_code error;
    const auto status = std::filesystem::symlink_status(QFile::encodeName(path).toStdString(), error);
    return !error && std::filesystem::is_other(status);
}

/// Returns 0 or an errno.
int link(const QString &from, const QString &to)
{
    const int result = ::linkat(
        AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD, QFile::encodeName(to).constData(), 0);
    return result == 0 ? 0 : errno;
}

/// For file systems without hard links, and for folders.
std::optional<Failure> copyOrMove(const QString &folder, const QString &file, const QString &as)
{
    const auto bytes = readFileBeneath(folder, file, largestSetFile);
    if (bytes && *bytes) {
        const auto written = writeAtomically(folder + u'/' + as, **bytes, ConflictPolicy::Overwrite);
        return written ? std::nullopt : std::optional(written.error());
    }
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(folder + u'/' + file).toStdString(),
        QFile::encodeName(folder + u'/' + as).toStdString(), error);
    return error ? std::optional(diskFailure(error.value())) : std::nullopt;
}

/// The beginning of a line about a wrong picture of this country.
QString lineBegin(const QString &code)
{
    return u"- %1: "_s.arg(code);
}

/// What ATTRIBUTION.md says about wrong pictures of these countries.
QStringList wrongPictureLines(const QString &folder, const QStringList &codes)
{
    const auto text = readFileBeneath(folder, QLatin1StringView(attributionFileName), largestManifest);
    if (codes.isEmpty() || !text || !*text || !isAttributionText(**text))
        return {};
    QStringList lines = QString::fromUtf8(**text).split(u'\n');
    lines.removeIf([&codes](const QString &line) {
        return std::ranges::none_of(
            codes, [&line](const QString &code) { return line.startsWith(lineBegin(code)); });
    });
    return lines;
}

/// Renders the pictures of the few countries whose flags have changed. If one cannot be rendered now, for
/// example because the program is ending, the present text keeps what it says about that country.
QByteArray attributionTextFor(const QString &folder, const Manifest &manifest)
{
    QList<WrongPicture> wrong;
    QStringList notChecked;
    for (const SetFlag &flag : manifest.flags) {
        const auto freshness = freshnessOfFile(flag.code, folder, flag.fileToShow());
        if (freshness && freshness->isWrong())
            wrong.append({flag.code, flag.country, *freshness});
        else if (freshness && freshness->state == FlagFreshness::State::NotChecked)
            notChecked.append(flag.code);
    }
    return attributionText(manifest, wrong, wrongPictureLines(folder, notChecked));
}

} // namespace

QByteArray attributionText(
    const Manifest &manifest, const QList<WrongPicture> &wrong, const QStringList &kept)
{
    QMap<QStringList, QList<SetFlag>> groups; // by source and licence
    for (const SetFlag &flag : manifest.flags)
        groups[{flag.source, flag.licence}].append(flag);

    QString text = heading + u"\n| source | flags | licence |\n|---|---|---|\n"_s;
    for (const QList<SetFlag> &flags : std::as_const(groups))
        text += rowFor(manifest, flags.first(), flags.size());
    text += u"\nflags.json names source, address, licence and SHA-256 hash of each file.\n"_s;
    QStringList lines = kept;
    for (const WrongPicture &picture : wrong)
        lines.append(lineBegin(picture.code) + cell(remarkFor(picture)));
    lines.removeDuplicates();
    lines.sort();
    if (!lines.isEmpty())
        text += u"\n## Pictures that are not the flag of today\n\n"_s + lines.join(u'\n') + u'\n';
    return text.toUtf8();
}

bool isAttributionText(const QByteArray &text)
{
    return text.startsWith(QByteArrayView(heading.data(), heading.size()));
}

std::optional<Failure> writeManifestFiles(const QString &folder, const Manifest &manifest, QByteArray *hash)
{
    const auto json = readableManifestToJson(manifest);
    if (!json)
        return withFileName(manifestFileName, {FailureKind::Internal, 0, json.error().text});
    if (const auto failure = problemWithManifestSize(json->size()))
        return failure;
    if (const QByteArray newHash = sha256(*json); !hash || *hash != newHash) {
        qCDebug(lcSets) << "writing the manifest of" << folder << "with" << manifest.flags.size() << "flags";
        if (const auto failure = write(folder, manifestFileName, *json))
            return failure;
        if (hash)
            *hash = newHash;
    }
    return writeIfChanged(folder, attributionFileName, attributionTextFor(folder, manifest));
}

FileStamp fileStamp(const QString &path)
{
    struct stat file = {};
    if (::lstat(QFile::encodeName(path).constData(), &file) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
    return {.device = file.st_dev,
        .inode = file.st_ino,
        .size = file.st_size,
        .changed = file.st_ctim.tv_sec * nanoseconds + file.st_ctim.tv_nsec};
}

FileStamp manifestStamp(const QString &folder)
{
    return fileStamp(folder + u'/' + QLatin1StringView(manifestFileName));
}

std::optional<Failure> problemWithManifestSize(qint64 bytes)
{
    if (bytes <= largestManifest)
        return std::nullopt;
    return Failure{FailureKind::WriteFailed, 0,
        ManifestFiles::tr("%1 would be larger than %2")
            .arg(QLatin1StringView(manifestFileName), QLocale().formattedDataSize(largestManifest, 0))};
}

Result<BackedUpFile> backUp(const QString &folder, const QString &file, const QString &suffix)
{
    for (int number = 1;; ++number) {
        BackedUpFile kept{.file = file, .as = u"%1.%2-%3"_s.arg(file, suffix).arg(number)};
        const QString from = folder + u'/' + file;
        const QString to = folder + u'/' + kept.as;
        // A linked pipe or socket would still be in the way under its first name, so it is moved.
        const int error = isSpecialFile(from) ? (QFile::exists(to) ? EEXIST : EPERM) : link(from, to);
        if (error == 0 || (error == EEXIST && !isSpecialFile(from) && isSameFile(from, to)))
            return kept;
        if (error == EEXIST)
            continue;
        if (const auto failure = copyOrMove(folder, file, kept.as))
            return unexpected(*failure);
        return kept;
    }
}

Result<std::optional<BackedUpFile>> backUpForeignAttribution(const QString &folder)
{
    const auto bytes = readFileBeneath(folder, QLatin1StringView(attributionFileName), largestSetFile);
    if (!bytes && bytes.error().kind == FailureKind::TooManyOpen)
        return unexpected(bytes.error());
    if (bytes && (!*bytes || isAttributionText(**bytes)))
        return std::nullopt;
    return backUp(folder, QLatin1StringView(attributionFileName), u"kept"_s);
}
