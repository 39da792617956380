#include "ui/sets/setcontrol.h"

#include "ui/sets/changeswindow.h"
#include "ui/sets/setmenu.h"
#include "ui/sets/verifydialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QWidget>

RebuildChoice::RebuildChoice(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void RebuildChoice::askForManifest(const QString &folder)
{
    auto *dialog = new QFileDialog(&m_window, tr("Rebuild from flags.json"), folder,
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
    const QString own = QFileInfo(manifest).path(); // onFolderChosen() refuses this folder
    auto *dialog = new QFileDialog(&m_window, tr("Save the rebuilt set to"), QFileInfo(own).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &RebuildChoice::onFolderChosen);
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void RebuildChoice::onFolderChosen(const QString &folder)
{
    deleteLater();
    if (QFileInfo(folder).canonicalFilePath() != QFileInfo(QFileInfo(m_manifest).path()).canonicalFilePath())
        Q_EMIT chosen(m_manifest, folder);
    else
        Q_EMIT error(tr("%1 is the folder of this flags.json itself. Choose another folder, or open this one "
                        "with Change and repair it with Folder > Verify.")
                         .arg(QDir::toNativeSeparators(folder)));
}

SetControl::SetControl(const Catalogue &catalogue, const FlagModel &model, SetMenu &menu, QWidget &window)
    : QObject(&window)
    , m_catalogue(catalogue)
    , m_model(model)
    , m_menu(menu)
    , m_window(window)
    , m_reading([this](const SetSummary &summary) { onSummaryRead(summary); })
{
    connect(&m_menu, &SetMenu::updateRequested, this, &SetControl::update);
    connect(&m_menu, &SetMenu::verifyRequested, this, &SetControl::verify);
    connect(&m_menu, &SetMenu::rebuildRequested, this, &SetControl::rebuild);
    connect(&m_menu, &SetMenu::changesRequested, this, &SetControl::showChanges);
}

void SetControl::setFolder(const QString &folder)
{
    if (folder != m_folder)
        m_check = {};
    m_folder = folder;
    refresh();
}

void SetControl::setOperationRunning(bool isRunning)
{
    m_isOperationRunning = isRunning;
    if (isRunning)
        m_reading.cancel();
}

void SetControl::refresh()
{
    if (m_isOperationRunning)
        return;
    m_reading.start(
        *QThreadPool::globalInstance(), [folder = m_folder, check = m_check](const std::stop_token &stop) {
            return readSetSummary(folder, check, stop);
        });
}

void SetControl::onVerified(const QString &folder, const LatestCheck &check)
{
    if (folder != m_folder)
        return;
    m_check = check;
    refresh();
    Q_EMIT verified();
}

void SetControl::onSummaryRead(const SetSummary &summary)
{
    m_menu.setSummary(summary);
    Q_EMIT summaryRead(summary);
}

void SetControl::update()
{
    Q_EMIT operationRequested(Update{m_folder, {}});
}

void SetControl::verify()
{
    auto *dialog = new VerifyDialog(m_folder, m_catalogue, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VerifyDialog::verified, this,
        [this, folder = m_folder](const LatestCheck &check) { onVerified(folder, check); });
    connect(dialog, &VerifyDialog::repairRequested, this, &SetControl::repair);
    dialog->open();
}

void SetControl::repair(const QStringList &codes)
{
    Q_EMIT operationRequested(Repair{m_folder, codes});
}

void SetControl::showChanges()
{
    auto *changes = new ChangesWindow(m_model, &m_window);
    changes->setAttribute(Qt::WA_DeleteOnClose);
    changes->open();
}

void SetControl::resume()
{
    Q_EMIT operationRequested(Resume{m_folder});
}

void SetControl::rebuild()
{
    auto *choice = new RebuildChoice(m_window);
    connect(choice, &RebuildChoice::chosen, this, [this](const QString &manifest, const QString &folder) {
        Q_EMIT operationRequested(Rebuild{manifest, folder});
    });
    connect(choice, &RebuildChoice::error, this, &SetControl::error);
    choice->askForManifest(m_folder);
}
