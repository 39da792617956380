#include "app/storage/filereading.h"

#include "app/sources/untrustedtext.h"
#include "app/storage/posixfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QIODevice>
#include <QStringDecoder>
#include <QStringList>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct GivenFileText
{
    Q_DECLARE_TR_FUNCTIONS(GivenFile)
};

struct FileBeneathText
{
    Q_DECLARE_TR_FUNCTIONS(FolderFile)
};

/// Returns nothing for a file that does not exist.
Result<std::optional<QByteArray>> contentAfterError(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return std::nullopt;
    if (error == ELOOP)
        return unexpected(Failure{
            FailureKind::ReadFailed, 0, FileBeneathText::tr("a symbolic link is in the file's place")});
    Failure failure = diskFailure(error);
    if (failure.kind != FailureKind::TooManyOpen)
        failure.kind = FailureKind::ReadFailed;
    return unexpected(failure);
}

Result<std::optional<QByteArray>> readContent(const UniqueFd &file, qint64 maximalBytes)
{
    auto content = contentOf(file, maximalBytes);
    if (content)
        return *std::move(content);
    if (content.error().isTooLarge)
        return unexpected(Failure{FailureKind::TooLarge, 0, {}});
    if (content.error().isOtherKind)
        return unexpected(Failure{FailureKind::ReadFailed, 0, FileBeneathText::tr("this is not a file")});
    return contentAfterError(content.error().error);
}

struct TextFile
{
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

TextFileProblem tooLong()
{
    return {TextFile::tr("this is larger than 1 MiB; give a text with countries only")};
}

tl::expected<QString, TextFileProblem> decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return unexpected(
            TextFileProblem{TextFile::tr("this is not text; give plain text or CSV, in UTF-8")});
    return text;
}

} // namespace

tl::expected<QByteArray, RegularFileProblem> contentOf(const UniqueFd &file, qint64 maximalBytes)
{
    struct stat status
    {
    };
    if (::fstat(file.number(), &status) != 0)
        return unexpected(RegularFileProblem{.error = errno});
    if (!S_ISREG(status.st_mode))
        return unexpected(RegularFileProblem{.isOtherKind = true});
    if (status.st_size > maximalBytes)
        return unexpected(RegularFileProblem{.isTooLarge = true});
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, std::size_t(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unexpected(RegularFileProblem{.error = errno});
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return bytes;
}

tl::expected<QByteArray, RegularFileProblem> readRegularFile(const QString &path, qint64 maximalBytes)
{
    const UniqueFd file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return unexpected(RegularFileProblem{.error = errno});
    return contentOf(file, maximalBytes);
}

tl::expected<QByteArray, GivenFileProblem> readGivenFile(const QString &path, qint64 maximalBytes)
{
    auto content = readRegularFile(path, maximalBytes);
    if (content)
        return *std::move(content);
    const RegularFileProblem &problem = content.error();
    if (problem.isOtherKind)
        return unexpected(GivenFileProblem{GivenFileText::tr("this is not a file")});
    if (problem.isTooLarge)
        return unexpected(GivenFileProblem{.text = {}, .isTooLarge = true});
    const QString reason = QString::fromStdString(std::generic_category().message(problem.error));
    return unexpected(GivenFileProblem{GivenFileText::tr("the file cannot be read (%1)").arg(reason)});
}

bool isSafeRelativePath(const QString &path)
{
    constexpr qsizetype longest = 255;
    const QStringList parts = path.split(u'/');
    return parts.size() <= deepestPath && std::ranges::all_of(parts, [](const QString &part) {
        return !part.isEmpty() && !part.startsWith(u'.') && part.toUtf8().size() <= longest
            && plainText(part) == part && !part.contains(u'\\');
    });
}

UniqueFd openFolderBeneath(const QString &folder, const QString &path)
{
    // Links are allowed in the path of the folder itself, because the user named it.
    UniqueFd place(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (!place.isOpen())
            break;
        place = UniqueFd(::openat(place.number(), QFile::encodeName(part).constData(),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    }
    return place;
}

Result<std::optional<QByteArray>> readFileBeneath(
    const QString &folder, const QString &path, qint64 maximalBytes)
{
    const qsizetype last = path.lastIndexOf(u'/') + 1;
    const UniqueFd place = openFolderBeneath(folder, path.first(last));
    if (!place.isOpen())
        return contentAfterError(errno);
    const UniqueFd file(::openat(place.number(), QFile::encodeName(path.sliced(last)).constData(),
        O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.isOpen() ? readContent(file, maximalBytes) : contentAfterError(errno);
}

tl::expected<QString, TextFileProblem> readText(QIODevice &device)
{
    QByteArray bytes;
    while (bytes.size() <= longestText) {
        const QByteArray more = device.read(longestText + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > longestText)
        return unexpected(tooLong());
    return decoded(bytes);
}

tl::expected<QString, TextFileProblem> readTextFile(const QString &path)
{
    const auto bytes = readGivenFile(path, longestText);
    if (!bytes)
        return unexpected(bytes.error().isTooLarge ? tooLong() : TextFileProblem{bytes.error().text});
    return decoded(*bytes);
}
