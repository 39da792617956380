#include "ui/footer/folderrow.h"

#include "ui/desktop/fileexport.h"
#include "ui/desktop/openurl.h"
#include "ui/details/actionbutton.h"
#include "ui/footer/recentfolders.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

FolderRow::FolderRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_path(new ElidedLabel(Qt::ElideMiddle))
    , m_change(new QPushButton(tr("Chan&ge…")))
    , m_recent(new RecentFoldersMenu(this))
    , m_recentButton(new QToolButton)
{
    m_change->setToolTip(tr("Choose the folder that flags are saved to"));
    m_change->setAccessibleName(tr("Change the folder"));
    // Not setMenu(), which adds a second arrow.
    m_recentButton->setArrowType(Qt::DownArrow);
    m_recentButton->setAutoRaise(true);
    m_recentButton->setFocusPolicy(Qt::StrongFocus);
    m_recentButton->setToolTip(tr("Folders used recently"));
    m_recentButton->setAccessibleName(tr("Recent folders"));
    auto *open = new QPushButton(tr("&Open folder"));
    open->setToolTip(tr("Show the folder in the file manager"));
    open->setAccessibleName(tr("Open the folder"));

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(CellMetrics::unit);
    m_layout->addWidget(new QLabel(tr("Saving to")));
    m_layout->addWidget(m_path);
    m_layout->addWidget(m_change);
    m_layout->addWidget(m_recentButton);
    m_layout->addWidget(open);
    m_layout->addStretch();

    connect(m_change, &QPushButton::clicked, this, &FolderRow::chooseFolder);
    connect(m_recentButton, &QToolButton::clicked, this, &FolderRow::openRecent);
    connect(m_recent, &RecentFoldersMenu::chosen, this, &FolderRow::onFolderSelected);
    connect(open, &QPushButton::clicked, this, &FolderRow::openFolder);
}

void FolderRow::setFolder(const QString &folder)
{
    m_folder = QDir::cleanPath(QDir(folder).absolutePath());
    m_path->setText(shownFolder(m_folder));
    updateToolTip();
    m_recent->add(m_folder);
    Q_EMIT folderChanged(m_folder);
}

void FolderRow::addTool(QAction *action)
{
    auto *button = new ActionButton(action);
    // A click does not take the focus: the batch that it starts disables the button, and the focus would move
    // on.
    button->setFocusPolicy(Qt::TabFocus);
    m_layout->insertWidget(m_layout->count() - 1, button); // before the stretch
}

void FolderRow::setNaming(const QString &nameTemplate)
{
    m_naming = nameTemplate;
    updateToolTip();
}

int FolderRow::preferredWidth() const
{
    constexpr int preferredLetters = 32;
    const int path = m_path->sizeHint().width();
    return sizeHint().width() - path + std::min(path, preferredLetters * fontMetrics().averageCharWidth());
}

void FolderRow::setChangeable(bool changeable)
{
    m_change->setEnabled(changeable);
    m_recentButton->setEnabled(changeable);
    m_recent->menuAction()->setEnabled(changeable);
}

bool FolderRow::isChangeable() const
{
    return m_change->isEnabled();
}

void FolderRow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save flags to"), nearestFolder(m_folder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderRow::onFolderSelected);
    dialog->open();
}

void FolderRow::openRecent()
{
    m_recent->popup(m_recentButton->mapToGlobal(QPoint(0, m_recentButton->height())));
}

void FolderRow::onFolderSelected(const QString &folder)
{
    if (isChangeable()) // no batch has started in the meantime
        setFolder(folder);
}

void FolderRow::openFolder()
{
    const QString path = QDir::toNativeSeparators(m_folder);
    if (!QFileInfo(m_folder).isDir())
        return Q_EMIT openFailed(tr("%1 does not exist yet. The first download creates it.").arg(path));
    openOnDesktop(QUrl::fromLocalFile(m_folder), *this, [this, path] {
        Q_EMIT openFailed(tr("No program can open folders. The flags are in %1.").arg(path));
    });
}

void FolderRow::updateToolTip()
{
    QStringList lines{QDir::toNativeSeparators(m_folder)};
    if (!m_naming.isEmpty())
        lines.append(tr("Files are named %1").arg(m_naming));
    m_path->setToolTip(lines.join(u'\n'));
}
