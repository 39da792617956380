#include "app/downloads/sourcestory.h"

#include "app/failures/failure.h"
#include "app/sources/sourcelist.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct SourceStory
{
    Q_DECLARE_TR_FUNCTIONS(SourceStory)
};

} // namespace

QString sourceStory(const FlagResult &result)
{
    if (result.earlier.isEmpty())
        return {};
    QStringList answers;
    for (const SourceAnswer &answer : result.earlier)
        answers.append(SourceStory::tr("%1: %2", "source: why it did not give the flag")
                           .arg(answer.sourceTitle, failureCause(answer.failure)));
    const QString others = answers.join(QStringLiteral("; "));
    const bool isThere = result.state == FlagState::Saved || result.state == FlagState::Skipped;
    if (isThere)
        return SourceStory::tr("from %1 (%2)").arg(result.sourceTitle, others);
    return result.sourceTitle.isEmpty() ? others
                                        : SourceStory::tr("asked %1; %2").arg(result.sourceTitle, others);
}

QString notSavedText(const FlagResult &result)
{
    const Country &country = result.country;
    if (result.state != FlagState::NotFound || country.kind == CountryKind::Country)
        return failureText(result.failure, country.displayName);
    const QString what = SourceStory::tr("%1 (%2): %3 does not have this flag.", "name, code, source")
                             .arg(country.displayName, country.code, result.sourceTitle);
    const QString sources = SourceList::shippedIdsText(country.code);
    return sources.isEmpty()
        ? what
        : what + QLatin1Char(' ') + SourceStory::tr("It can be had from %1.", "ids of sources").arg(sources);
}
