#include "ui/grid/cellfailure.h"

#include "app/downloads/sourcestory.h"
#include "ui/grid/flagmodel.h"

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

bool hasPassingFailure(const FlagModel &model)
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
