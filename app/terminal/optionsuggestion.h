#pragma once

#include <QString>
#include <QStringList>

/// The long name of the option that was probably meant: by another word for it, such as "folder" for
/// "output", or by a name that is spelled similarly. Empty if there is none.
[[nodiscard]] QString suggestedOption(const QString &unknown, const QStringList &longNames);
