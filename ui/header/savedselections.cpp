#include "ui/header/savedselections.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto arrayKey = "selections"_L1;
constexpr auto nameKey = "name"_L1;
constexpr auto codesKey = "codes"_L1;
} // namespace

QList<SavedSelection> loadSelections()
{
    QSettings settings;
    QList<SavedSelection> selections;
    const int count = settings.beginReadArray(arrayKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        selections.append({settings.value(nameKey).toString(), settings.value(codesKey).toStringList()});
    }
    return selections;
}

void storeSelections(const QList<SavedSelection> &selections)
{
    QSettings settings;
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(selections.size()));
    for (int i = 0; i < selections.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(nameKey, selections.at(i).name);
        settings.setValue(codesKey, selections.at(i).codes);
    }
}

QList<SavedSelection> withSelection(QList<SavedSelection> selections, const SavedSelection &selection)
{
    const auto same = std::find_if(selections.begin(), selections.end(),
        [&selection](const SavedSelection &each) { return each.name == selection.name; });
    if (same == selections.end())
        selections.append(selection);
    else
        *same = selection;
    return selections;
}
