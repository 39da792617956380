// The parts of a page of help, as HTML. All take plain text, except for links.
#pragma once

#include <QString>
#include <QStringList>

[[nodiscard]] QString heading(const QString &text);
[[nodiscard]] QString paragraph(const QString &text);
/// A link for HelpWindow::linkActivated().
[[nodiscard]] QString linkTo(const QString &url, const QString &text);
/// A paragraph with a link for each of %1, %2 ... in its text.
[[nodiscard]] QString paragraphWithLinks(const QString &text, const QStringList &links);
[[nodiscard]] QString list(const QStringList &items);
[[nodiscard]] QString numberedList(const QStringList &items);
