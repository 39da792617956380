#include "ui/files/filesettings.h"

#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"

#include <QAction>

FileSettings::FileSettings(const Catalogue &catalogue, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_window(window)
    , m_action(new QAction(tr("File &names and formats…"), this))
{
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
}

void FileSettings::setRules(const FileRules &rules)
{
    m_rules = rules;
    Q_EMIT rulesChanged(m_rules);
}

void FileSettings::open(const Source &source)
{
    auto *dialog = new NamesDialog(m_rules, NameExamples(m_catalogue, source), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { choose(dialog->rules()); });
    dialog->open();
}

void FileSettings::chooseConflict(ConflictPolicy policy)
{
    FileRules rules = m_rules;
    rules.conflict = policy;
    choose(rules);
}

void FileSettings::choose(const FileRules &rules)
{
    m_chosen = rules;
    setRules(rules);
}
