#include "app/exports/exportflag.h"

#include "app/language/joining.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ExportText)
};

/// Why a flag is missing. The causes differ from those of a download, because the picture is a local file.
QString leftOutReason(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::NotFound:
        return ExportText::tr("the file is missing");
    case FailureKind::TooLarge:
        return ExportText::tr("the picture is too large");
    case FailureKind::Truncated:
        return ExportText::tr("the file ends too early");
    case FailureKind::BlankPicture:
        return ExportText::tr("the picture shows nothing");
    case FailureKind::NotAPicture:
        return ExportText::tr("the file is not a readable picture");
    case FailureKind::DrawingTooSlow:
    case FailureKind::DrawingTooLarge:
    case FailureKind::DrawingFailed:
        return failureCause(failure);
    default:
        return failure.detail.isEmpty() ? ExportText::tr("the file cannot be read") : failure.detail;
    }
}

} // namespace

bool hasSuffix(const QString &fileName, QLatin1StringView suffix)
{
    return fileName.endsWith(suffix, Qt::CaseInsensitive)
        && QFileInfo(fileName).fileName().size() > suffix.size();
}

QString exportFailureText(const Failure &failure, const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (failure.kind == FailureKind::Cancelled)
        return ExportText::tr("The export was cancelled. Existing files are unchanged.");
    if (failure.kind == FailureKind::TooLarge)
        return ExportText::tr("%1: the result would be too large (%2). Choose fewer flags, or smaller ones.")
            .arg(shown, failure.detail);
    return failureText(failure, shown);
}

QString damagedSetText(const QString &folder, const QString &damage)
{
    return ExportText::tr(
        "%1: flags.json is damaged (%2). The flags are exported without their sources and licences.")
        .arg(folder, damage);
}

QString leftOutText(const QList<LeftOutFlag> &leftOut)
{
    if (leftOut.isEmpty())
        return {};
    constexpr qsizetype named = 3;
    QStringList reasons;
    for (const LeftOutFlag &flag : leftOut.first(std::min(named, leftOut.size())))
        reasons.append(ExportText::tr("%1: %2", "country: what is wrong with its file")
                           .arg(flag.name.isEmpty() ? flag.code : flag.name, leftOutReason(flag.failure)));
    if (leftOut.size() > named)
        reasons.append(ExportText::tr("and %n more", nullptr, int(leftOut.size() - named)));
    return ExportText::tr("Without %n flag: %1. Download it again.", nullptr, int(leftOut.size()))
        .arg(joinedClauses(reasons));
}

QString creditsOf(const QList<ExportFlag> &flags)
{
    QStringList credits;
    for (const ExportFlag &flag : flags) {
        if (!flag.credit.isEmpty() && !credits.contains(flag.credit))
            credits.append(flag.credit);
    }
    return credits.join(u" · ");
}
