#include "ui/footer/recentfolders.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto foldersKey = "download/recentFolders"_L1;
constexpr qsizetype mostFolders = 10;

QStringList readFolders()
{
    QStringList folders = QSettings().value(foldersKey).toStringList();
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    folders.removeDuplicates();
    return folders.first(std::min(folders.size(), mostFolders));
}

QStringList missingOf(const QStringList &folders)
{
    QStringList missing;
    for (const QString &folder : folders) {
        if (!QFileInfo(folder).isDir())
            missing.append(folder);
    }
    return missing;
}

/// "&1 ~/Flags". The tenth has the key 0. The path is isolated, so that a menu in a mirrored layout writes it
/// from left to right.
QString entryText(qsizetype row, const QString &folder)
{
    return u"&%1 \u2066%2\u2069"_s.arg(
        QString::number((row + 1) % mostFolders), shownFolder(folder).replace(u'&', u"&&"_s));
}

} // namespace

RecentFoldersMenu::RecentFoldersMenu(QWidget *parent)
    : QMenu(tr("&Recent folders"), parent)
    , m_folders(readFolders())
    , m_missing([this](const QStringList &missing) { disableMissing(missing); })
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentFoldersMenu::fill);
    fill(); // a menu without entries does not open
}

RecentFoldersMenu::~RecentFoldersMenu() = default;

void RecentFoldersMenu::add(const QString &folder)
{
    m_current = folder;
    if (m_folders.value(0) == folder)
        return;
    m_folders.removeAll(folder);
    m_folders.prepend(folder);
    if (m_folders.size() > mostFolders)
        m_folders.removeLast();
    store();
}

void RecentFoldersMenu::fill()
{
    clear();
    for (qsizetype row = 0; row < m_folders.size(); ++row) {
        const QString folder = m_folders.at(row);
        QAction *entry = addAction(entryText(row, folder), this, [this, folder] { Q_EMIT chosen(folder); });
        entry->setData(folder);
        entry->setToolTip(QDir::toNativeSeparators(folder));
        entry->setCheckable(true);
        entry->setChecked(folder == m_current);
    }
    addSeparator();
    QAction *clearing = addAction(tr("&Clear list"), this, &RecentFoldersMenu::clearList);
    clearing->setToolTip(tr("Forget these folders. Their files stay."));
    clearing->setEnabled(!m_folders.isEmpty());
    m_missing.start(*QThreadPool::globalInstance(), [folders = m_folders] { return missingOf(folders); });
}

void RecentFoldersMenu::disableMissing(const QStringList &missing)
{
    const auto entries = actions();
    for (QAction *entry : entries) {
        const QString folder = entry->data().toString();
        if (folder.isEmpty() || !missing.contains(folder) || !entry->isEnabled())
            continue;
        entry->setEnabled(false);
        entry->setText(tr("%1 (does not exist)").arg(entry->text()));
        entry->setToolTip(
            tr("%1 does not exist. It was removed or renamed, or its drive is not connected.").arg(folder));
    }
}

void RecentFoldersMenu::clearList()
{
    m_folders.clear();
    store();
}

void RecentFoldersMenu::store()
{
    m_disk.start([folders = m_folders] {
        QSettings settings;
        if (folders.isEmpty())
            settings.remove(foldersKey);
        else
            settings.setValue(foldersKey, folders);
    });
}

QString shownFolder(const QString &folder)
{
    const QString home = QDir::homePath();
    const bool inHome = folder.startsWith(home + u'/');
    return QDir::toNativeSeparators(inHome ? u'~' + folder.mid(home.size()) : folder);
}
