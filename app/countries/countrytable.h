#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The rows of a text that looks like a table, with tabs, bars, semicolons or commas between as many cells in
/// every row; quotation marks keep cells together. Empty if it does not look like one. The bars around a row
/// of Markdown and the line below its head are no cells.
[[nodiscard]] QList<QStringList> tableRows(const QString &text);
