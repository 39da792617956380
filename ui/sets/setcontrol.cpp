#include "ui/sets/setcontrol.h"

#include "app/failures/failuretext.h"
#include "app/failures/taskresult.h"
#include "ui/sets/changeswindow.h"
#include "ui/sets/setmenu.h"
#include "ui/sets/verifydialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

/// Stops the task that has a token of the source, and returns a token for the next task.
std::stop_token restarted(std::stop_source &source)
{
    source.request_stop();
    source = {};
    return source.get_token();
}

} // namespace

RebuildChoice::RebuildChoice(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void RebuildChoice::askForManifest(const QString &folder)
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
        Q_EMIT error(tr("%1 is the folder of the manifest itself. Choose another folder, or open this one "
                        "with Change and repair it with Set > Verify.")
                         .arg(QDir::toNativeSeparators(folder)));
}

SetControl::SetControl(const Catalogue &catalogue, const FlagModel &model, SetMenu &menu, QWidget &window)
    : QObject(&window)
    , m_catalogue(catalogue)
    , m_model(model)
    , m_menu(menu)
    , m_window(window)
{
    connect(&m_menu, &SetMenu::updateRequested, this, &SetControl::update);
    connect(&m_menu, &SetMenu::verifyRequested, this, &SetControl::verify);
    connect(&m_menu, &SetMenu::rebuildRequested, this, &SetControl::rebuild);
    connect(&m_menu, &SetMenu::changesRequested, this, &SetControl::showChanges);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &SetControl::onSummaryRead);
    connect(&m_planning, &QFutureWatcherBase::finished, this, &SetControl::onPlanReady);
}

SetControl::~SetControl()
{
    m_reading.disconnect(this);
    m_planning.disconnect(this);
    m_stopReading.request_stop();
    m_stopPlanning.request_stop();
}

void SetControl::setFolder(const QString &folder)
{
    m_folder = folder;
    refresh();
}

void SetControl::refresh()
{
    m_reading.setFuture(QtConcurrent::run(&readSetSummary, m_folder, restarted(m_stopReading)));
}

void SetControl::onSummaryRead()
{
    const SetSummary summary = resultOf(m_reading);
    m_menu.setSummary(summary);
    Q_EMIT summaryRead(summary);
}

void SetControl::update()
{
    plan(QtConcurrent::run(&planUpdate, m_folder, QStringList(), m_catalogue, restarted(m_stopPlanning)),
        m_folder, m_folder);
}

void SetControl::verify()
{
    auto *dialog = new VerifyDialog(m_folder, m_catalogue, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VerifyDialog::repairRequested, this, &SetControl::repair);
    dialog->open();
}

void SetControl::repair(const QStringList &codes)
{
    plan(QtConcurrent::run(&planRepair, m_folder, codes, m_catalogue, restarted(m_stopPlanning)), m_folder,
        m_folder);
}

void SetControl::showChanges()
{
    auto *changes = new ChangesWindow(m_model, &m_window);
    changes->setAttribute(Qt::WA_DeleteOnClose);
    changes->open();
}

void SetControl::resume()
{
    plan(
        QtConcurrent::run(&planResume, m_folder, m_catalogue, restarted(m_stopPlanning)), m_folder, m_folder);
}

void SetControl::rebuild()
{
    auto *choice = new RebuildChoice(m_window);
    connect(choice, &RebuildChoice::chosen, this, &SetControl::planRebuildOf);
    connect(choice, &RebuildChoice::error, this, &SetControl::error);
    choice->askForManifest(m_folder);
}

void SetControl::planRebuildOf(const QString &manifest, const QString &folder)
{
    plan(QtConcurrent::run(&planRebuild, manifest, folder, m_catalogue, restarted(m_stopPlanning)), manifest,
        folder);
}

void SetControl::plan(const QFuture<SetPlanOrFailure> &plan, const QString &subject, const QString &folder)
{
    m_subject = subject;
    m_target = folder;
    m_folderAtStart = m_folder;
    m_planning.setFuture(plan);
}

void SetControl::onPlanReady()
{
    if (m_folderAtStart != m_folder) // the user has changed the folder
        return;
    const SetPlanOrFailure result = resultOf(m_planning);
    if (const auto *failure = std::get_if<Failure>(&result)) {
        Q_EMIT error(failureText(*failure, QDir::toNativeSeparators(m_subject)));
        return;
    }
    if (const int replaced = std::get<SetPlan>(result).replaced; replaced > 0)
        askWhetherToReplace(replaced);
    else
        applyPlan();
}

void SetControl::askWhetherToReplace(int flags)
{
    const QString place = QDir::toNativeSeparators(m_target);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Flags of another set"),
        tr("%1 has a set of flags already, and %n of them would be replaced.", nullptr, flags).arg(place),
        QMessageBox::Cancel, &m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    QPushButton *replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    replace->setToolTip(tr("Replace the existing flags with those of the manifest"));
    connect(replace, &QPushButton::clicked, this, &SetControl::applyPlan);
    question->open();
}

void SetControl::applyPlan()
{
    const SetPlanOrFailure result = resultOf(m_planning);
    const auto &plan = std::get<SetPlan>(result);
    Q_EMIT planned(plan, m_target);
    if (!plan.unasked.isEmpty())
        reportSkipped(plan.unasked);
    else if (plan.batches.isEmpty())
        Q_EMIT notice(tr("There is nothing to do in %1.").arg(QDir::toNativeSeparators(m_target)));
}

void SetControl::reportSkipped(const QStringList &codes)
{
    constexpr qsizetype few = 12;
    const QString which = codes.size() <= few ? u": "_s + codes.join(u' ') : QString();
    Q_EMIT error(tr("%n flag(s) skipped, because their source is unknown%1. Download them again.", nullptr,
        int(codes.size()))
                     .arg(which));
}
