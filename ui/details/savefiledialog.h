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
