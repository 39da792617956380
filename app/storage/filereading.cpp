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

using Content = std::variant<std::optional<QByteArray>, Failure>;

Content failureOf(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return std::nullopt;
    if (error == ELOOP)
        return Failure{FailureKind::ReadFailed, 0, FileBeneathText::tr("a link stands in the file's place")};
    Failure failure = diskFailure(error);
    if (failure.kind != FailureKind::TooManyOpen)
        failure.kind = FailureKind::ReadFailed;
    return failure;
}

Content readContent(const UniqueFd &file, qint64 maximalBytes)
{
    auto content = contentOf(file, maximalBytes);
    if (auto *bytes = std::get_if<QByteArray>(&content))
        return std::move(*bytes);
    const auto &problem = std::get<RegularFileProblem>(content);
    if (problem.isTooLarge)
        return Failure{FailureKind::TooLarge, 0, {}};
    return problem.isOtherKind
        ? Failure{FailureKind::ReadFailed, 0, FileBeneathText::tr("this is not a file")}
        : failureOf(problem.error);
}

struct TextFile
{
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

TextFileProblem tooLong()
{
    return {TextFile::tr("this is more than 1 MiB; give a file that has nothing but countries")};
}

std::variant<QString, TextFileProblem> decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return TextFileProblem{TextFile::tr("this is no text; give plain text or CSV, in UTF-8")};
    return text;
}

} // namespace

std::variant<QByteArray, RegularFileProblem> contentOf(const UniqueFd &file, qint64 maximalBytes)
{
    struct stat status
    {
    };
    if (::fstat(file.number(), &status) != 0)
        return RegularFileProblem{.error = errno};
    if (!S_ISREG(status.st_mode))
        return RegularFileProblem{.isOtherKind = true};
    if (status.st_size > maximalBytes)
        return RegularFileProblem{.isTooLarge = true};
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, std::size_t(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return RegularFileProblem{.error = errno};
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return bytes;
}

std::variant<QByteArray, GivenFileProblem> readGivenFile(const QString &path, qint64 maximalBytes)
{
    const UniqueFd file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    auto content = file.isOpen() ? contentOf(file, maximalBytes) : RegularFileProblem{.error = errno};
    if (auto *bytes = std::get_if<QByteArray>(&content))
        return std::move(*bytes);
    const auto &problem = std::get<RegularFileProblem>(content);
    if (problem.isOtherKind)
        return GivenFileProblem{GivenFileText::tr("this is not a file")};
    if (problem.isTooLarge)
        return GivenFileProblem{.text = {}, .isTooLarge = true};
    return GivenFileProblem{GivenFileText::tr("the file cannot be read (%1)")
                                .arg(QString::fromStdString(std::generic_category().message(problem.error)))};
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

std::variant<std::optional<QByteArray>, Failure> readFileBeneath(
    const QString &folder, const QString &path, qint64 maximalBytes)
{
    const qsizetype last = path.lastIndexOf(u'/') + 1;
    const UniqueFd place = openFolderBeneath(folder, path.first(last));
    if (!place.isOpen())
        return failureOf(errno);
    const UniqueFd file(::openat(place.number(), QFile::encodeName(path.sliced(last)).constData(),
        O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.isOpen() ? readContent(file, maximalBytes) : failureOf(errno);
}

std::variant<QString, TextFileProblem> readText(QIODevice &device)
{
    QByteArray bytes;
    while (bytes.size() <= longestText) {
        const QByteArray more = device.read(longestText + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > longestText)
        return tooLong();
    return decoded(bytes);
}

std::variant<QString, TextFileProblem> readTextFile(const QString &path)
{
    const auto bytes = readGivenFile(path, longestText);
    if (const auto *problem = std::get_if<GivenFileProblem>(&bytes))
        return problem->isTooLarge ? tooLong() : TextFileProblem{problem->text};
    return decoded(std::get<QByteArray>(bytes));
}
