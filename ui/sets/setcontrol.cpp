#include "ui/sets/setcontrol.h"

#include "app/failures/taskresult.h"
#include "ui/sets/changeswindow.h"
#include "ui/sets/rebuildchoice.h"
#include "ui/sets/setmenu.h"
#include "ui/sets/verifydialog.h"

#include <QWidget>
#include <QtConcurrentRun>

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
}

SetControl::~SetControl()
{
    m_looking.disconnect(this);
    m_stopLooking.request_stop();
}

void SetControl::setFolder(const QString &folder)
{
    m_folder = folder;
    look();
}

void SetControl::look()
{
    m_stopLooking.request_stop();
    m_stopLooking = {};
    m_looking.setFuture(QtConcurrent::run(&readSetSummary, m_folder, m_stopLooking.get_token()));
}

void SetControl::takeSummary()
{
    const SetSummary summary = resultOf(m_looking);
    m_menu.setSummary(summary);
    Q_EMIT seen(summary);
}

void SetControl::update()
{
    Q_EMIT operationRequested(Update{m_folder, {}});
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
    choice->ask(m_folder);
}
