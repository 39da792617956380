// The parts of a page of help, as HTML. All take plain text.
#pragma once

#include <QString>
#include <QStringList>

[[nodiscard]] QString heading(const QString &text);
[[nodiscard]] QString paragraph(const QString &text);
[[nodiscard]] QString list(const QStringList &items);
[[nodiscard]] QString numberedList(const QStringList &items);
