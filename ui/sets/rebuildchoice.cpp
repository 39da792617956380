#include "ui/sets/rebuildchoice.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

RebuildChoice::RebuildChoice(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void RebuildChoice::ask(const QString &folder)
{
    auto *dialog = new QFileDialog(&m_window, tr("Rebuild the set of a manifest"), folder,
        tr("Manifests (flags*.json);;JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RebuildChoice::askForFolder);
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void RebuildChoice::askForFolder(const QString &manifest)
{
    m_manifest = manifest;
    const QString own = QFileInfo(manifest).path(); // which would be refused
    auto *dialog = new QFileDialog(&m_window, tr("Save the rebuilt set to"), QFileInfo(own).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &RebuildChoice::take);
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void RebuildChoice::take(const QString &folder)
{
    deleteLater();
    if (QFileInfo(folder).canonicalFilePath() != QFileInfo(QFileInfo(m_manifest).path()).canonicalFilePath())
        Q_EMIT chosen(m_manifest, folder);
    else
        Q_EMIT error(tr("%1 is the folder of the manifest itself. To repair it, choose it as the folder that "
                        "flags are saved to, and verify it; to rebuild the set, choose another folder.")
                         .arg(QDir::toNativeSeparators(folder)));
}
