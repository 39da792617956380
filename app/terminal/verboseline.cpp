#include "app/terminal/verboseline.h"

#include "app/downloads/sourcestory.h"
#include "app/downloads/summarytext.h"
#include "app/failures/failuretext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct VerboseLine
{
    Q_DECLARE_TR_FUNCTIONS(VerboseLine)
};

/// Who else was asked stands behind the line.
QString withStory(const QString &line, const FlagResult &result)
{
    const QString story = sourceStory(result);
    return story.isEmpty() ? line : u"%1, %2"_s.arg(line, story);
}

QString savedText(const FlagResult &result)
{
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
        result.ended.value_or(result.queued) - result.queued);
    const QString size = QLocale().formattedDataSize(result.bytes, 1, QLocale::DataSizeSIFormat);
    const QString text = u"%1, %2, %3"_s.arg(QFileInfo(result.path).fileName(), size, elapsedText(taken));
    return withStory(
        result.nameFromCatalogue ? VerboseLine::tr("%1 (the source has no name for it)").arg(text) : text,
        result);
}

QString failedText(const FlagResult &result)
{
    const QString text = failureText(result.failure, result.country.displayName);
    const QString story = sourceStory(result);
    return story.isEmpty() ? text : u"%1 (%2)"_s.arg(text, story);
}

QString codeColumn(const QString &code)
{
    return code + u"  "_s;
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
