#include "ui/details/savefiledialog.h"

#include "ui/desktop/fileexport.h"
#include "ui/details/flagfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr auto copyFolderKey = "copy/folder"_L1;

struct SaveFileText
{
    Q_DECLARE_TR_FUNCTIONS(SaveFileText)
};

QString startFolder()
{
    const QString latest = QSettings().value(copyFolderKey).toString();
    if (!latest.isEmpty() && QFileInfo(latest).isDir())
        return latest;
    return nearestFolder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
}

QString typeOf(const QString &suffix)
{
    if (suffix == "png"_L1)
        return SaveFileText::tr("PNG image (*.png)");
    if (suffix == "webp"_L1)
        return SaveFileText::tr("WebP image (*.webp)");
    return SaveFileText::tr("%1 image (*.%2)", "format, suffix").arg(suffix.toUpper(), suffix);
}

} // namespace

QFileDialog *saveFileDialog(const FlagFile &file, const QString &suffix, QWidget *parent)
{
    const QString name = QFileInfo(file.path).completeBaseName() + u'.' + suffix;
    auto *dialog = new QFileDialog(parent, SaveFileText::tr("Save a copy: %1").arg(file.name),
        QDir(startFolder()).filePath(name), typeOf(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    return dialog;
}

void rememberCopyFolder(const QString &path)
{
    QSettings().setValue(copyFolderKey, QFileInfo(path).absolutePath());
}
