#include "app/downloads/sourcestory.h"

#include "app/failures/failuretext.h"

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
