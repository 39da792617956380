#pragma once

#include "ui/window/windowmemory.h"

#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

class CountryPane;
class FileSettings;
class FlagModel;
class FolderRow;
class HeaderBar;
class QWidget;
struct WindowOptions;

/// The parts of the window in which people choose. They outlive whoever is handed them.
struct WindowParts
{
    FlagModel &model;
    HeaderBar &header;
    CountryPane &countries;
    FolderRow &folder;
    FileSettings &files;
};

/// Sets the parts to what the options ask for, else to what was remembered, else to the defaults.
void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options);

/// What the next time begins with.
[[nodiscard]] WindowMemory memoryOf(const QWidget &window, const WindowParts &parts);

/// Remembers what a person chooses in the window even if the program never gets to close it: decisions at
/// once, and what changes by the click, as ticks do, a moment after the last one. Nobody waits for the disk.
class StateSaver final : public QObject
{
    Q_OBJECT

public:
    /// To be made once the parts are as they were remembered. `window` becomes the parent.
    StateSaver(const WindowParts &parts, QWidget &window);
    Q_DISABLE_COPY_MOVE(StateSaver)

    void save();
    /// Returns when all is on the disk.
    void finish();

private:
    void saveIfTicked(const QList<int> &roles);

    const WindowParts m_parts;
    const QWidget &m_window;
    QTimer m_delay;
    QThreadPool m_disk; // of one thread: what is newer is stored later
};
