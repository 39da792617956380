#include "app/downloads/summarytext.h"

#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/sources/sourcelist.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longSilence = 5s; // people wonder what happens; ordinary servers answer sooner

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

/// Returns a text for each nonzero count, except that of the downloaded flags.
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
    return asSentence(joinedPhrases(QStringList{downloaded} + otherCounts(progress)));
}

QString repairText(const BatchProgress &progress, const QStringList &names)
{
    constexpr qsizetype few = 3;
    const QString shown = joinedItems(names.first(std::min(few, names.size())));
    const auto more = int(names.size() - few);
    const QString all
        = more > 0 ? SummaryText::tr("%1 and %n more", "names of countries", more).arg(shown) : shown;
    const QString repaired = SummaryText::tr("%n file(s) repaired: %1.", nullptr, progress.saved).arg(all);
    const QStringList others = otherCounts(progress);
    return joinedSentences({repaired, others.isEmpty() ? QString() : asSentence(joinedPhrases(others))});
}

QString progressText(const BatchProgress &progress)
{
    const QLocale locale;
    const QString there = SummaryText::tr("%1 of %2")
                              .arg(locale.toString(progress.onDisk()), locale.toString(progress.total));
    QStringList parts = QStringList{there} + otherCounts(progress);
    if (progress.silence >= longSilence)
        parts.append(SummaryText::tr("no response for %1 s", "from a server")
                         .arg(locale.toString(qlonglong(progress.silence / 1s))));
    return parts.join(u" \u2013 "_s);
}

QString backedUpText(const BackedUpFile &kept)
{
    if (kept.problem.isEmpty())
        return SummaryText::tr("The folder's %1 was not written by this program. It was backed up as %2.")
            .arg(kept.file, kept.as);
    return SummaryText::tr("The folder's %1 is damaged. It was backed up as %2 (%3), and a new one "
                           "was created from the files.")
        .arg(kept.file, kept.as, kept.problem);
}

QString elapsedText(std::chrono::milliseconds elapsed)
{
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return SummaryText::tr("%1 s", "seconds").arg(QLocale().toString(seconds, 'f', 2));
}

QString serverWaitText(std::chrono::seconds wait)
{
    return SummaryText::tr("waiting %1 s because the server limits requests")
        .arg(QLocale().toString(qlonglong(wait.count())));
}

namespace {

struct FallbackText
{
    Q_DECLARE_TR_FUNCTIONS(FallbackText)
};

} // namespace

QString fallbackText(const FlagResult &result)
{
    if (result.earlier.isEmpty())
        return {};
    QStringList answers;
    for (const SourceAnswer &answer : result.earlier)
        answers.append(FallbackText::tr("%1: %2", "source: why it did not give the flag")
                           .arg(answer.sourceTitle, failureCause(answer.failure)));
    const QString others = joinedClauses(answers);
    const bool isThere = result.state == FlagState::Saved || result.state == FlagState::Skipped;
    if (isThere)
        return FallbackText::tr("from %1 (%2)").arg(result.sourceTitle, others);
    return result.sourceTitle.isEmpty()
        ? others
        : FallbackText::tr("requested from %1; %2").arg(result.sourceTitle, others);
}

QString notSavedText(const FlagResult &result)
{
    const Country &country = result.country;
    if (result.state != FlagState::NotFound || country.kind == CountryKind::Country)
        return failureText(result.failure, country.displayName);
    const QString what = FallbackText::tr("%1 (%2): %3 does not have this flag.", "name, code, source")
                             .arg(country.displayName, country.code, result.sourceTitle);
    const QString sources = SourceList::shippedIdsText(country.code);
    if (sources.isEmpty())
        return what;
    return joinedSentences(
        {what, FallbackText::tr("It is available from %1.", "ids of sources").arg(sources)});
}

namespace {

struct ServedCountsText
{
    Q_DECLARE_TR_FUNCTIONS(ServedCountsText)
};

} // namespace

void ServedCounts::count(const FlagResult &result)
{
    if (result.state != FlagState::Saved)
        return;
    auto served = std::ranges::find(m_served, result.sourceTitle, &Served::title);
    if (served == m_served.end())
        served = m_served.insert(m_served.end(), {result.sourceTitle, 0});
    ++served->flags;
}

QString ServedCounts::text() const
{
    QList<Served> sorted = m_served;
    std::ranges::stable_sort(sorted, std::greater(), &Served::flags);
    QStringList parts;
    for (const Served &served : sorted)
        parts.append(ServedCountsText::tr("%1 from %2", "number of flags, source")
                         .arg(QString::number(served.flags), served.title));
    return joinedPhrases(parts);
}
