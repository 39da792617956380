#include "ui/grid/modelmessages.h"

#include "app/downloads/samepictures.h"
#include "app/downloads/summarytext.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagtexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct ModelMessages
{
    Q_DECLARE_TR_FUNCTIONS(ModelMessages)
};

QString firstFailure(const FlagModel &model)
{
    const auto failed = std::ranges::find(model.entries(), FlagState::Failed, &FlagEntry::state);
    return failed == model.entries().end() ? QString()
                                           : cellFailure(model.index(int(failed - model.entries().begin())));
}

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

QString failureMessage(const FlagModel &model, const QModelIndex &cell)
{
    const auto failed = std::ranges::count(model.entries(), FlagState::Failed, &FlagEntry::state);
    const QString ofCell = cellFailure(cell);
    const bool isNotFound = cell.data(FlagModel::StateRole).value<FlagState>() == FlagState::NotFound;
    const QString shown = ofCell.isEmpty() ? firstFailure(model) : ofCell;
    if (failed < 2 || isNotFound)
        return shown;
    return joinedSentences({ModelMessages::tr("%n flag(s) failed.", nullptr, int(failed)), shown});
}

bool hasRetryableFailure(const FlagModel &model)
{
    return std::ranges::any_of(model.entries(), [](const FlagEntry &entry) {
        return entry.state == FlagState::Failed && entry.result.failure.kind != FailureKind::ContentMismatch;
    });
}

QString narrowMessage(const FlagModel &model)
{
    const auto narrow = std::ranges::count_if(model.entries(), &FlagEntry::isNarrow);
    return narrow == 0
        ? QString()
        : ModelMessages::tr(
            "%n flag(s) narrower than requested, because pictures are not enlarged.", nullptr, int(narrow));
}

QString keptAlteredMessage(const FlagModel &model)
{
    const auto altered = std::ranges::count_if(
        model.entries(), [](const FlagEntry &entry) { return entry.result.isKeptAltered; });
    return altered == 0
        ? QString()
        : ModelMessages::tr("%n kept file(s) changed since they were saved. Verify (F7) can restore them.",
            nullptr, int(altered));
}

QString wrongPicturesMessage(const FlagModel &model)
{
    constexpr qsizetype few = 3;
    QStringList shown;
    for (const FlagEntry &entry : model.entries()) {
        const QString text = freshnessText(entry.freshness, entry.country.displayName);
        if (!text.isEmpty())
            shown.append(ModelMessages::tr("%1 shows %2", "code, what its picture shows")
                             .arg(entry.country.code, text));
    }
    if (shown.isEmpty() || shown.size() > few)
        return olderPicturesText(shown.size());
    return ModelMessages::tr("Older pictures: %1.").arg(joinedItems(shown));
}

QString samePicturesMessage(const FlagModel &model)
{
    SamePictures pictures;
    for (const FlagEntry &entry : model.entries())
        pictures.count(entry.result);
    return pictures.text();
}

QString faultyFilesMessage(const FlagModel &model)
{
    const auto count = [&model](FileCondition condition) {
        return int(std::ranges::count(model.entries(), condition, &FlagEntry::condition));
    };
    const int gone = count(FileCondition::Gone);
    const int damaged = count(FileCondition::Damaged);
    if (gone == 0 && damaged == 0)
        return {};
    if (damaged == 0)
        return ModelMessages::tr("%n flag(s) of this folder missing.", "their files are gone", gone);
    if (gone == 0)
        return ModelMessages::tr("%n flag(s) of this folder damaged.", nullptr, damaged);
    return ModelMessages::tr("%n flag(s) of this folder missing and %1.", "%1: 2 are damaged", gone)
        .arg(ModelMessages::tr("%n damaged", "continues a sentence", damaged));
}

WaitMessage waitMessage(const FlagModel &model)
{
    const ServerWaits &waits = model.serverWaits();
    const auto longest = waits.longest(SteadyTime::clock::now());
    if (longest.count() == 0)
        return {};
    const QStringList codes = waits.codes();
    const QString who = codes.size() == 1 ? model.countries(codes).constFirst().displayName
                                          : ModelMessages::tr("%n flag(s)", nullptr, int(codes.size()));
    const QString pattern = ModelMessages::tr("%1: %2.", "who: waiting 12 s");
    return {pattern.arg(who, serverWaitText(longest)), pattern.arg(who, untimedWaitText())};
}

QStringList namesOfRestored(const FlagModel &model)
{
    QStringList names;
    for (const FlagEntry &entry : model.entries()) {
        if (entry.isRequested && entry.state == FlagState::Saved && entry.result.ended)
            names.append(entry.country.displayName);
    }
    return names;
}
