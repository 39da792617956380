#include "app/terminal/batchreport.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct VerboseLine
{
    Q_DECLARE_TR_FUNCTIONS(VerboseLine)
};

/// Appends what the other sources of a fallback chain answered.
QString withFallbackText(const QString &line, const FlagResult &result)
{
    const QString story = fallbackText(result);
    return story.isEmpty() ? line : joinedPhrases({line, story});
}

QString savedText(const FlagResult &result)
{
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
        result.ended.value_or(result.queued) - result.queued);
    const QString size = QLocale().formattedDataSize(result.bytes, 1, QLocale::DataSizeSIFormat);
    const QString text = joinedPhrases({QFileInfo(result.path).fileName(), size, elapsedText(taken)});
    return withFallbackText(
        result.nameFromCatalogue ? VerboseLine::tr("%1 (the source has no name for it)").arg(text) : text,
        result);
}

QString failedText(const FlagResult &result)
{
    return withRemark(failureText(result.failure, result.country.displayName), fallbackText(result));
}

QString codeColumn(const QString &code)
{
    return code + u"  "_s;
}

constexpr qsizetype maximalListedCodes = 20; // longer lists are only counted

bool concernsFolder(const Failure &failure)
{
    return failure.kind == FailureKind::FolderDenied || failure.kind == FailureKind::NoSpace
        || failure.kind == FailureKind::FolderInUse || failure.kind == FailureKind::NewerSet;
}

} // namespace

QString verboseLine(const FlagResult &result)
{
    const QString code = codeColumn(result.country.code);
    switch (result.state) {
    case FlagState::Saved:
        return code
            + (result.isChanged ? VerboseLine::tr("%1, changed").arg(savedText(result)) : savedText(result));
    case FlagState::Unchanged:
        return code + VerboseLine::tr("%1 is unchanged").arg(QFileInfo(result.path).fileName());
    case FlagState::Skipped:
        return code + VerboseLine::tr("%1 is there already").arg(QFileInfo(result.path).fileName());
    default:
        return code + failedText(result);
    }
}

QString verboseWaitLine(const QString &code, std::chrono::seconds wait)
{
    return codeColumn(code) + serverWaitText(wait);
}

QStringList closingReport(
    const BatchProgress &progress, const QList<FlagResult> &notSaved, const QString &folder, bool everything)
{
    QStringList lines{summaryText(progress)};
    if (progress.stoppedBy)
        lines.append(
            failureText(*progress.stoppedBy, concernsFolder(*progress.stoppedBy) ? folder : QString()));

    QStringList notFound;
    QList<FlagResult> sorted = notSaved;
    std::ranges::sort(sorted, {}, [](const FlagResult &result) { return result.country.code; });
    for (const FlagResult &result : std::as_const(sorted)) {
        // The cause that ended the whole batch is not repeated for each country.
        const bool isKnown = progress.stoppedBy && progress.stoppedBy->kind == result.failure.kind;
        if (result.state == FlagState::NotFound && result.country.kind != CountryKind::Country)
            lines.append(notSavedText(result));
        else if (result.state == FlagState::NotFound)
            notFound.append(result.country.code);
        else if (result.state == FlagState::Failed && (everything || !isKnown))
            lines.append(failureText(result.failure, result.country.displayName));
    }
    if (!notFound.isEmpty() && (everything || notFound.size() <= maximalListedCodes))
        lines.insert(
            1, QCoreApplication::translate("ClosingReport", "Not found: %1").arg(notFound.join(u' ')));
    for (const BackedUpFile &file : progress.backedUp)
        lines.append(backedUpText(file));
    if (progress.setProblem)
        lines.append(failureText(*progress.setProblem, folder));
    return lines;
}

QString narrowPicturesLine(const QStringList &codes)
{
    QStringList sorted = codes;
    sorted.sort();
    const QString named = codes.size() <= maximalListedCodes ? withLabel({}, sorted.join(u' ')) : QString();
    return QCoreApplication::translate("ClosingReport",
        "Narrower than requested, because pictures are never enlarged: %n flag%1", nullptr, int(codes.size()))
        .arg(named);
}

QString keptAlteredLine(QStringList codes, const QString &folder)
{
    codes.sort();
    return QCoreApplication::translate("ClosingReport",
        "Kept, although the file has changed since it was saved: %1. Restore with: flagfetch --verify %2 "
        "--repair")
        .arg(codes.join(u' '), folder);
}

QString changedFlagsLine(QStringList codes)
{
    codes.sort();
    return QCoreApplication::translate("ClosingReport", "Changed: %1").arg(codes.join(u' '));
}
