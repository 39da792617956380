#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Countries that a person has saved under a name.
struct SavedSelection
{
    QString name;
    QStringList codes;

    friend bool operator==(const SavedSelection &, const SavedSelection &) = default;
};

/// From and to the settings of the application, in the order in which they were saved.
[[nodiscard]] QList<SavedSelection> loadSelections();
void storeSelections(const QList<SavedSelection> &selections);

/// With this one at the end, or in the place of the one with its name.
[[nodiscard]] QList<SavedSelection> withSelection(
    QList<SavedSelection> selections, const SavedSelection &selection);
