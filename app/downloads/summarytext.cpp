#include "app/downloads/summarytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

/// Each count beside the downloaded ones that is not zero, in words.
QStringList otherCounts(const BatchProgress &progress)
{
    QStringList counts;
    if (progress.changed > 0)
        counts.append(SummaryText::tr("%n changed", nullptr, progress.changed));
    if (progress.unchanged > 0)
        counts.append(SummaryText::tr("%n unchanged", nullptr, progress.unchanged));
    if (progress.skipped > 0)
        counts.append(SummaryText::tr("%n already there", nullptr, progress.skipped));
    if (progress.notFound > 0)
        counts.append(SummaryText::tr("%n not found", nullptr, progress.notFound));
    if (progress.failed > 0)
        counts.append(SummaryText::tr("%n failed", nullptr, progress.failed));
    if (progress.cancelled > 0)
        counts.append(SummaryText::tr("%n cancelled", nullptr, progress.cancelled));
    return counts;
}

} // namespace

QString summaryText(const BatchProgress &progress)
{
    const QString downloaded = SummaryText::tr("%n flag(s) downloaded in %1", nullptr, progress.saved)
                                   .arg(elapsedText(progress.elapsed));
    return (QStringList{downloaded} + otherCounts(progress)).join(u", "_s) + u'.';
}

QString progressText(const BatchProgress &progress)
{
    const QLocale locale;
    const QString there
        = SummaryText::tr("%1 of %2")
              .arg(locale.toString(progress.saved + progress.unchanged), locale.toString(progress.total));
    return (QStringList{there} + otherCounts(progress)).join(u" \u2013 "_s);
}

QString backedUpText(const BackedUpFile &kept)
{
    if (kept.problem.isEmpty())
        return SummaryText::tr("The folder's %1 was not written by this program. It was kept as %2.")
            .arg(kept.file, kept.as);
    return SummaryText::tr("The folder's %1 could not be understood. It was kept as %2 (%3), and a new one "
                           "was made from the files.")
        .arg(kept.file, kept.as, kept.problem);
}

QString elapsedText(std::chrono::milliseconds elapsed)
{
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return SummaryText::tr("%1 s", "seconds").arg(QLocale().toString(seconds, 'f', 2));
}

QString serverWaitText(std::chrono::seconds wait)
{
    return SummaryText::tr("waiting %1 s because the server asked for it")
        .arg(QLocale().toString(qlonglong(wait.count())));
}
