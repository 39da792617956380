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

} // namespace

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

} // namespace

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
    connect(&m_looking, &QFutureWatcherBase::finished, this, &SetControl::takeSummary);
    connect(&m_planning, &QFutureWatcherBase::finished, this, &SetControl::takePlan);
}

SetControl::~SetControl()
{
    m_looking.disconnect(this);
    m_planning.disconnect(this);
    m_stopLooking.request_stop();
    m_stopPlanning.request_stop();
}

void SetControl::setFolder(const QString &folder)
{
    m_folder = folder;
    look();
}

void SetControl::look()
{
    m_looking.setFuture(QtConcurrent::run(&readSetSummary, m_folder, restarted(m_stopLooking)));
}

void SetControl::takeSummary()
{
    const SetSummary summary = resultOf(m_looking);
    m_menu.setSummary(summary);
    Q_EMIT seen(summary);
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
    connect(choice, &RebuildChoice::chosen, this, &SetControl::planOf);
    connect(choice, &RebuildChoice::error, this, &SetControl::error);
    choice->ask(m_folder);
}

void SetControl::planOf(const QString &manifest, const QString &folder)
{
    plan(QtConcurrent::run(&planRebuild, manifest, folder, m_catalogue, restarted(m_stopPlanning)), manifest,
        folder);
}

void SetControl::plan(const QFuture<SetPlanOrFailure> &plan, const QString &subject, const QString &folder)
{
    m_subject = subject;
    m_target = folder;
    m_folderThen = m_folder;
    m_planning.setFuture(plan);
}

void SetControl::takePlan()
{
    if (m_folderThen != m_folder) // the person has turned to another one
        return;
    const SetPlanOrFailure result = resultOf(m_planning);
    if (const auto *failure = std::get_if<Failure>(&result)) {
        Q_EMIT error(failureText(*failure, QDir::toNativeSeparators(m_subject)));
        return;
    }
    if (const int replaced = std::get<SetPlan>(result).replaced; replaced > 0)
        askWhetherToReplace(replaced);
    else
        handOn();
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
    replace->setToolTip(tr("Put the flags of the manifest in place of those that are there"));
    connect(replace, &QPushButton::clicked, this, &SetControl::handOn);
    question->open();
}

void SetControl::handOn()
{
    const SetPlanOrFailure result = resultOf(m_planning);
    const auto &plan = std::get<SetPlan>(result);
    Q_EMIT planned(plan, m_target);
    if (!plan.unasked.isEmpty())
        printSkipped(plan.unasked);
    else if (plan.batches.isEmpty())
        Q_EMIT notice(tr("There is nothing to do in %1.").arg(QDir::toNativeSeparators(m_target)));
}

void SetControl::printSkipped(const QStringList &codes)
{
    constexpr qsizetype few = 12;
    const QString which = codes.size() <= few ? u": "_s + codes.join(u' ') : QString();
    Q_EMIT error(tr("%n flag(s) left alone, since nobody knows where they came from%1. Download them again.",
        nullptr, int(codes.size()))
                     .arg(which));
}
