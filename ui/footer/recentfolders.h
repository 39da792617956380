#pragma once

#include "app/tasks/latestjob.h"
#include "app/tasks/serialtasks.h"

#include <QMenu>
#include <QStringList>

/// The menu of the last ten folders, newest first, which the settings keep. Looks for the folders on the
/// thread pool while it is open, because one of them may be on a network that does not answer. Owned by
/// FolderRow.
class RecentFoldersMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit RecentFoldersMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RecentFoldersMenu)
    ~RecentFoldersMenu() override;

    /// Moves the folder to the top, as the current one. It is an absolute path.
    void add(const QString &folder);

Q_SIGNALS:
    void chosen(const QString &folder);

private:
    void fill();
    void disableMissing(const QStringList &missing);
    void clearList();
    void store();

    QStringList m_folders; // newest first
    QString m_current;
    LatestJob<QStringList> m_missing; // those of m_folders that do not exist
    SerialTasks m_disk;
};

/// The path with the home folder as "~".
[[nodiscard]] QString shownFolder(const QString &folder);
