#include "ui/grid/flagtexts.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"
#include "ui/grid/flagentry.h"
#include "ui/look/stateappearance.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

namespace {

struct FlagTexts
{
    Q_DECLARE_TR_FUNCTIONS(FlagTexts)
};

/// One line for each source that was requested before the last one.
QStringList otherAnswers(const FlagResult &result)
{
    QStringList lines;
    for (const SourceAnswer &answer : result.earlier)
        lines.append(FlagTexts::tr("%1: %2", "source: why it did not give the flag")
                         .arg(answer.sourceTitle, failureCause(answer.failure)));
    return lines;
}

QString fileLine(const QString &path, qint64 bytes)
{
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return FlagTexts::tr("%1, %2", "file, size").arg(QFileInfo(path).fileName(), size);
}

/// One line for each saved file; the first names the source.
QStringList savedLines(const FlagResult &result)
{
    QStringList lines;
    if (result.isOriginalKept || result.derived.isEmpty())
        lines.append(fileLine(result.path, result.bytes));
    for (const DerivedPicture &picture : result.derived)
        lines.append(fileLine(picture.path, picture.bytes));
    if (!result.sourceTitle.isEmpty()) // it is not known of files that were found without a manifest
        lines.first()
            = FlagTexts::tr("%1, from %2", "file and size, source").arg(lines.first(), result.sourceTitle);
    return lines;
}

/// One line for each file that has fewer pixels than requested.
QStringList narrowLines(const FlagResult &result)
{
    QStringList lines;
    for (const DerivedPicture &picture : result.derived) {
        if (picture.isSmallerThanRequested())
            lines.append(
                FlagTexts::tr("%1 has %2 pixels, narrower than requested: the source's picture has no "
                              "more, and pictures are not enlarged.")
                    .arg(QFileInfo(picture.path).fileName(), QLocale().toString(picture.size.width())));
    }
    return lines;
}

QStringList fileLines(const FlagEntry &entry)
{
    const FlagResult &result = entry.result;
    const QString file = QFileInfo(result.path).fileName();
    if (entry.state == FlagState::Skipped)
        return {FlagTexts::tr("%1 already exists and was kept.").arg(file)};
    if (entry.state == FlagState::Unchanged)
        return {FlagTexts::tr("%1 is unchanged at the source.").arg(file)};
    QStringList lines = savedLines(result) + narrowLines(result);
    if (result.isChanged)
        lines.append(
            FlagTexts::tr("The folder had another picture before. Folder > Show changes shows both."));
    lines += otherAnswers(result);
    if (result.nameFromCatalogue)
        lines.append(FlagTexts::tr("The source has no name for it. The name comes from this program."));
    return lines;
}

/// What is wrong with the file, and what to do. Empty if nothing is.
QString faultLine(const FlagEntry &entry)
{
    const bool isNamed = !entry.faultyFile.isEmpty() || !entry.saved;
    const QString file = QFileInfo(isNamed ? entry.faultyFile : entry.saved->path).fileName();
    if (entry.condition() == FileCondition::Gone)
        return FlagTexts::tr("The file %1 is gone. Repair restores it.").arg(file);
    if (entry.condition() == FileCondition::Whole && !entry.isDrawable)
        return FlagTexts::tr("The file is as it was saved, but it cannot be drawn.");
    if (entry.condition() != FileCondition::Damaged)
        return {};
    return entry.canBeRepaired()
        ? FlagTexts::tr("%1 is damaged or was changed. Repair restores it.").arg(file)
        : FlagTexts::tr("%1 is damaged. Download the flag again.").arg(file);
}

} // namespace

QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait)
{
    const Country &country = entry.country;
    QStringList lines{country.displayName == country.code
            ? country.code
            : FlagTexts::tr("%1 (%2)", "country, code").arg(country.displayName, country.code)};
    if (serverWait.count() > 0)
        lines += serverWaitText(serverWait);
    if (const QString fault = faultLine(entry); !fault.isEmpty())
        lines += fault;
    switch (entry.state) {
    case FlagState::Saved:
        if (isFault(entry.condition())) // the lines of the file are about the one that was saved
            break;
        [[fallthrough]];
    case FlagState::Unchanged:
    case FlagState::Skipped:
        lines += fileLines(entry);
        if (const QString shown = freshnessText(entry.freshness, country.displayName); !shown.isEmpty())
            lines += FlagTexts::tr("The picture shows %1.").arg(shown);
        break;
    case FlagState::NotFound:
    case FlagState::Failed:
        lines += notSavedText(entry.result);
        lines += otherAnswers(entry.result);
        if (entry.condition() == FileCondition::Whole)
            lines += FlagTexts::tr("The folder still has the flag that was saved before.");
        break;
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
    case FlagState::Fetched:
    case FlagState::Cancelled:
        break;
    }
    return lines.join(u'\n');
}

QString untimedWaitText()
{
    return FlagTexts::tr("waiting because the server limits requests");
}

QString flagAccessibleText(const FlagEntry &entry, bool waitsForServer)
{
    QStringList parts{entry.country.displayName, entry.country.code};
    if (waitsForServer)
        parts.append(untimedWaitText());
    else if (showsFault(entry.state, entry.condition()))
        parts.append(faultWord(entry.condition()));
    else if (const QString word = entry.result.isChanged ? changedWord() : stateWord(entry.state);
             !word.isEmpty())
        parts.append(word);
    if (entry.isNarrow())
        parts.append(FlagTexts::tr("narrower than requested"));
    if (const QString shown = freshnessText(entry.freshness, entry.country.displayName); !shown.isEmpty())
        parts.append(shown);
    if (entry.state == FlagState::Saved && !entry.result.earlier.isEmpty())
        parts.append(FlagTexts::tr("from %1", "source").arg(entry.result.sourceTitle));
    return joinedPhrases(parts);
}
