#include "app/storage/givenfile.h"

#include "app/storage/regularfile.h"
#include "app/storage/uniquefd.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>

#include <cerrno>
#include <system_error>

namespace {

struct GivenFileText
{
    Q_DECLARE_TR_FUNCTIONS(GivenFile)
};

} // namespace

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
