#pragma once

#include "ui/window/windowparts.h"

#include <QObject>

class MenuBar;
class QWidget;

/// What the File menu offers to do with files of flags. Dialogs belong to the window, and so does this.
class FileActions final : public QObject
{
    Q_OBJECT

public:
    FileActions(const WindowParts &parts, MenuBar &menuBar, QWidget &window);
    Q_DISABLE_COPY_MOVE(FileActions)

private:
    void openNames();
    void openExport();
    void showNaming();

    const WindowParts m_parts;
    QWidget &m_window;
};
