#pragma once

#include <QString>

class QFileDialog;
class QWidget;
struct FlagFile;

/// A dialog for the file of a copy with this suffix: "png". It proposes the name of the flag's file in the
/// folder of the latest copy, else in that for pictures, and deletes itself. The caller opens it.
[[nodiscard]] QFileDialog *saveFileDialog(const FlagFile &file, const QString &suffix, QWidget *parent);

/// Remembers the folder of a copy for the next dialog.
void rememberCopyFolder(const QString &path);

/// The folder itself, or the nearest folder above it that exists. A file dialog that starts in a folder that
/// does not exist shows the working directory of the program.
[[nodiscard]] QString nearestFolder(const QString &folder);
