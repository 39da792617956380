#include "ui/flagtooltip.h"

#include "app/failures/failuretext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {
struct FlagToolTip
{
    Q_DECLARE_TR_FUNCTIONS(FlagToolTip)
};

QStringList fileLines(FlagState state, const FlagResult &result, const QString &sourceTitle)
{
    const QString file = QFileInfo(result.path).fileName();
    if (state == FlagState::Skipped)
        return {FlagToolTip::tr("%1 was there already and was kept.").arg(file)};
    const QString size = QLocale().formattedDataSize(result.bytes, 1, QLocale::DataSizeTraditionalFormat);
    QStringList lines{FlagToolTip::tr("%1, %2, from %3").arg(file, size, sourceTitle)};
    if (result.nameFromCatalogue)
        lines.append(FlagToolTip::tr("The source had no name for it; the name is this program's own."));
    return lines;
}
} // namespace

QString flagToolTip(
    const Country &country, FlagState state, const FlagResult &result, const QString &sourceTitle)
{
    QStringList lines{country.displayName == country.code
            ? country.code
            : FlagToolTip::tr("%1 (%2)", "country, code").arg(country.displayName, country.code)};
    switch (state) {
    case FlagState::Saved:
    case FlagState::Skipped:
        lines += fileLines(state, result, sourceTitle);
        break;
    case FlagState::NotFound:
    case FlagState::Failed:
        lines += failureText(result.failure, country.displayName);
        break;
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::Held:
    case FlagState::Downloading:
    case FlagState::Cancelled:
        break;
    }
    return lines.join(u'\n');
}
