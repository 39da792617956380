#pragma once

#include <QWidget>

class ElidedLabel;
class QAction;
class QHBoxLayout;
class QPushButton;

/// Says where flags are saved, and lets a person choose another folder or look into it.
class FolderRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FolderRow)

    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder; }

    /// How files are named there, as the tooltip says.
    void setNaming(const QString &nameTemplate);

    /// A quiet button behind the others, for what can be done with the flags there.
    void addTool(QAction *action);

    /// What it needs for a path of usual length, or for this one if that is shorter.
    [[nodiscard]] int preferredWidth() const;

    /// The folder must not change while a batch saves to it.
    void setChangeable(bool changeable);

Q_SIGNALS:
    void folderChanged(const QString &folder);
    /// The folder could not be shown; `text` says why, for people.
    void openFailed(const QString &text);

private:
    void chooseFolder();
    void onFolderSelected(const QString &folder);
    void openFolder();
    void updateToolTip();

    QString m_folder;
    QString m_naming;
    QHBoxLayout *m_layout;
    ElidedLabel *m_path;
    QPushButton *m_change;
};
