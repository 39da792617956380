#pragma once

#include <QWidget>

class ElidedLabel;
class QAction;
class QHBoxLayout;
class QPushButton;
class QToolButton;
class RecentFoldersMenu;

/// Shows the folder for flags, with buttons to change and to open it. Owned by FooterBar. Emits
/// folderChanged() also if the new folder is the same.
class FolderRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FolderRow)

    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder; }

    /// Sets the file name template that the tooltip shows.
    void setNaming(const QString &nameTemplate);

    /// Adds a button for an action on the flags in the folder, after the others.
    void addTool(QAction *action);

    /// The menu of the folders used recently, for the menu bar.
    [[nodiscard]] RecentFoldersMenu *recent() const { return m_recent; }

    /// The width for a path of up to 32 characters, in device-independent pixels.
    [[nodiscard]] int preferredWidth() const;

    /// The folder must not change while a batch saves to it.
    void setChangeable(bool changeable);
    [[nodiscard]] bool isChangeable() const;

    // What the buttons do, for the menu bar.
    void chooseFolder();
    void openFolder();

Q_SIGNALS:
    void folderChanged(const QString &folder);
    /// The folder could not be opened. `text` is for people.
    void openFailed(const QString &text);

private:
    void openRecent();
    void onFolderSelected(const QString &folder);
    void updateToolTip();

    QString m_folder;
    QString m_naming;
    QHBoxLayout *m_layout;
    ElidedLabel *m_path;
    QPushButton *m_change;
    RecentFoldersMenu *m_recent;
    QToolButton *m_recentButton;
};
