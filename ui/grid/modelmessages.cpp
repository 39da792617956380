#include "ui/grid/modelmessages.h"

#include "app/downloads/summarytext.h"
#include "app/freshness/flagfreshness.h"
#include "ui/grid/flagmodel.h"

#include <QCoreApplication>

namespace {

struct ModelMessages
{
    Q_DECLARE_TR_FUNCTIONS(ModelMessages)
};

} // namespace

QString cellFailure(const QModelIndex &cell)
{
    const auto state = cell.data(FlagModel::StateRole).value<FlagState>();
    if (state != FlagState::Failed && state != FlagState::NotFound)
        return {};
    auto result = cell.data(FlagModel::ResultRole).value<FlagResult>();
    result.country.displayName = cell.data(Qt::DisplayRole).toString();
    return notSavedText(result);
}

QString firstFailure(const FlagModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex cell = model.index(row);
        if (cell.data(FlagModel::StateRole).value<FlagState>() == FlagState::Failed)
            return cellFailure(cell);
    }
    return {};
}

bool hasRetryableFailure(const FlagModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex cell = model.index(row);
        if (cell.data(FlagModel::StateRole).value<FlagState>() == FlagState::Failed
            && cell.data(FlagModel::ResultRole).value<FlagResult>().failure.kind
                != FailureKind::ContentMismatch)
            return true;
    }
    return false;
}

QString narrowMessage(const FlagModel &model)
{
    int narrow = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        narrow += model.index(row).data(FlagModel::NarrowRole).toBool() ? 1 : 0;
    return narrow == 0
        ? QString()
        : ModelMessages::tr(
            "%n flag(s) narrower than requested, because pictures are not enlarged.", nullptr, narrow);
}

QString wrongPicturesMessage(const FlagModel &model)
{
    constexpr qsizetype few = 3;
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row).data(FlagModel::WrongPictureRole).toString();
        if (!text.isEmpty())
            shown.append(ModelMessages::tr("%1 shows %2", "code, what its picture shows")
                             .arg(model.index(row).data(FlagModel::CodeRole).toString(), text));
    }
    if (shown.isEmpty() || shown.size() > few)
        return olderPicturesText(shown.size());
    return ModelMessages::tr("Older pictures: %1.").arg(shown.join(u", "));
}

QString waitMessage(const FlagModel &model)
{
    const ServerWaits &waits = model.serverWaits();
    const auto longest = waits.longest(SteadyTime::clock::now());
    if (longest.count() == 0)
        return {};
    const QStringList codes = waits.codes();
    const QString who = codes.size() == 1 ? model.countries(codes).constFirst().displayName
                                          : ModelMessages::tr("%n flag(s)", nullptr, int(codes.size()));
    return ModelMessages::tr("%1: %2.", "who: waiting 12 s").arg(who, serverWaitText(longest));
}
