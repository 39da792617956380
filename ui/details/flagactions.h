#pragma once

#include "ui/desktop/filemanager.h"
#include "ui/details/picturecopies.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

/// What people do with the file of the current flag. The details and the menu of a country show the same
/// actions, so their texts and keys agree. They are enabled while the flag is on disk. The keys work in the
/// widgets of bindKeys(). Owned by the window.
class FlagActions final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent of this object and of its dialogs.
    explicit FlagActions(QWidget &window);
    Q_DISABLE_COPY_MOVE(FlagActions)

    void setFile(const std::optional<FlagFile> &file);

    [[nodiscard]] QAction *open() const { return m_open; }
    [[nodiscard]] QAction *showInFolder() const { return m_showInFolder; }
    [[nodiscard]] QAction *copyPicture() const { return m_copyPicture; }
    // Submenus with a choice of widths.
    [[nodiscard]] QAction *copyPng() const;
    [[nodiscard]] QAction *savePng() const;
    [[nodiscard]] QAction *saveCopy() const { return m_saveCopy; }
    [[nodiscard]] QAction *copyPath() const { return m_copyPath; }
    [[nodiscard]] QAction *copyLink() const { return m_copyLink; }
    /// In the order of a menu.
    [[nodiscard]] QList<QAction *> all() const;

    /// Makes the keys of the actions work in a widget and its children.
    void bindKeys(QWidget &widget) const;

Q_SIGNALS:
    // For people.
    void notice(const QString &text);
    void error(const QString &text);

private:
    [[nodiscard]] QAction *add(const QString &text, void (FlagActions::*run)());
    void addWidths(QMenu &menu, void (FlagActions::*run)(int width));
    [[nodiscard]] bool isFileThere();
    void openFile();
    void showFile();
    void copyPictureNow();
    void copyPngNow(int width);
    void savePngAs(int width);
    void askForCopy();
    void copyPathNow();
    void copyLinkNow();

    QWidget &m_window;
    FileManager m_fileManager;
    PictureCopies m_copies;
    std::optional<FlagFile> m_file;
    QMenu *m_png;
    QMenu *m_savePng;
    QAction *m_usualPng = nullptr; // the entry with a key
    QAction *m_open;
    QAction *m_showInFolder;
    QAction *m_copyPicture;
    QAction *m_saveCopy;
    QAction *m_copyPath;
    QAction *m_copyLink;
};
