#pragma once

#include <QString>
#include <QStringList>

/// Makes the id of a new source from its name: lower-case ASCII letters and digits with hyphens between them.
/// Other scripts are written in Latin letters. "Mein Büro" becomes "mein-buro". Adds a number if `taken`
/// contains the id, in any case. Empty if the name is empty.
[[nodiscard]] QString sourceIdOfName(const QString &name, const QStringList &taken);

/// Returns `id`, or `id` with the first number from 2 that makes it differ from all of `taken`.
[[nodiscard]] QString uniqueSourceId(const QString &id, const QStringList &taken);
