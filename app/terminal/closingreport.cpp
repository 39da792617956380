#include "app/terminal/closingreport.h"

#include "app/downloads/sourcestory.h"
#include "app/downloads/summarytext.h"
#include "app/failures/failuretext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool isOfFolder(const Failure &failure)
{
    return failure.kind == FailureKind::FolderDenied || failure.kind == FailureKind::NoSpace
        || failure.kind == FailureKind::FolderInUse || failure.kind == FailureKind::NewerSet;
}

} // namespace

QStringList closingReport(
    const BatchProgress &progress, const QList<FlagResult> &notSaved, const QString &folder, bool everything)
{
    constexpr qsizetype few = 20;

    QStringList lines{summaryText(progress)};
    if (progress.stoppedBy)
        lines.append(failureText(*progress.stoppedBy, isOfFolder(*progress.stoppedBy) ? folder : QString()));

    QStringList notFound;
    QList<FlagResult> sorted = notSaved;
    std::ranges::sort(sorted, {}, [](const FlagResult &result) { return result.country.code; });
    for (const FlagResult &result : std::as_const(sorted)) {
        // One cause that ended the whole batch need not be said again for each country.
        const bool said = progress.stoppedBy && progress.stoppedBy->kind == result.failure.kind;
        if (result.state == FlagState::NotFound && result.country.kind != CountryKind::Country)
            lines.append(notSavedText(result));
        else if (result.state == FlagState::NotFound)
            notFound.append(result.country.code);
        else if (result.state == FlagState::Failed && (everything || !said))
            lines.append(failureText(result.failure, result.country.displayName));
    }
    if (!notFound.isEmpty() && (everything || notFound.size() <= few))
        lines.insert(
            1, QCoreApplication::translate("ClosingReport", "Not found: %1").arg(notFound.join(u' ')));
    for (const BackedUpFile &kept : progress.backedUp)
        lines.append(backedUpText(kept));
    if (progress.setProblem)
        lines.append(failureText(*progress.setProblem, folder));
    return lines;
}

QString narrowPicturesLine(const QStringList &codes)
{
    constexpr qsizetype few = 20;
    QStringList sorted = codes;
    sorted.sort();
    const QString named = codes.size() <= few ? u": "_s + sorted.join(u' ') : QString();
    return QCoreApplication::translate("ClosingReport",
        "Narrower than asked for, because the source's picture is, and none is enlarged: %n flag%1", nullptr,
        int(codes.size()))
        .arg(named);
}

QString changedFlagsLine(QStringList codes)
{
    codes.sort();
    return QCoreApplication::translate("ClosingReport", "Changed: %1").arg(codes.join(u' '));
}
