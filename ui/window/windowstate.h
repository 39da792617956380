#pragma once

#include "app/tasks/serialtasks.h"
#include "ui/window/windowsettings.h"

#include <QList>
#include <QObject>
#include <QTimer>

class CountryPane;
class DetailsSplitter;
class FileSettings;
class FlagModel;
class FolderRow;
class HeaderBar;
class QWidget;
class TimelineSplitter;
struct WindowOptions;

/// The parts of the window that hold the user's choices. They outlive every object that gets this struct.
struct WindowParts
{
    FlagModel &model;
    HeaderBar &header;
    CountryPane &countries;
    FolderRow &folder;
    FileSettings &files;
    DetailsSplitter &details;
    TimelineSplitter &timeline;
};

/// Sets the parts to the options, else to the stored settings, else to the defaults.
void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options);

/// The current state of the window, to be stored in the settings.
[[nodiscard]] WindowSettings windowSettingsOf(const QWidget &window, const WindowParts &parts);

/// Stores the state of the window when it changes, so that a crash or a kill does not lose it: rare changes
/// at once, frequent ones such as ticks 0.5 s after the last. Writes on a private thread. Owned by the
/// window.
class StateSaver final : public QObject
{
    Q_OBJECT

public:
    /// Create it after restoreWindow(). `window` becomes the parent.
    StateSaver(const WindowParts &parts, QWidget &window);
    Q_DISABLE_COPY_MOVE(StateSaver)

    void save();
    /// Saves, and waits half a second at most until the settings are written.
    void finish();

private:
    void saveIfTicked(const QList<int> &roles);

    const WindowParts m_parts;
    const QWidget &m_window;
    QTimer m_delay;
    SerialTasks m_disk;
};
