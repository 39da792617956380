#include "app/storage/filebeneath.h"

#include "app/sources/plaintext.h"
#include "app/storage/diskfailure.h"
#include "app/storage/regularfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct FolderFileText
{
    Q_DECLARE_TR_FUNCTIONS(FolderFile)
};

using Content = std::variant<std::optional<QByteArray>, Failure>;

Content failureOf(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return std::nullopt;
    if (error == ELOOP)
        return Failure{FailureKind::ReadFailed, 0, FolderFileText::tr("a link stands in the file's place")};
    Failure failure = diskFailure(error);
    if (failure.kind != FailureKind::TooManyOpen)
        failure.kind = FailureKind::ReadFailed;
    return failure;
}

Content contentFrom(const UniqueFd &file, qint64 maximalBytes)
{
    auto content = contentOf(file, maximalBytes);
    if (auto *bytes = std::get_if<QByteArray>(&content))
        return std::move(*bytes);
    const auto &problem = std::get<RegularFileProblem>(content);
    if (problem.isTooLarge)
        return Failure{FailureKind::TooLarge, 0, {}};
    return problem.isOtherKind ? Failure{FailureKind::ReadFailed, 0, FolderFileText::tr("this is not a file")}
                               : failureOf(problem.error);
}

} // namespace

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
    // The folder itself may be reached through links: it was named by the person.
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
    return file.isOpen() ? contentFrom(file, maximalBytes) : failureOf(errno);
}
