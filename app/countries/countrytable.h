#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The rows of a text that looks like a table, with commas, semicolons or tabs between as many cells in every
/// row; quotation marks keep cells together. Empty if it does not look like one.
[[nodiscard]] QList<QStringList> tableRows(const QString &text);
