#pragma once

#include <QObject>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class MenuBar;
class QAction;
class QWidget;
class RunningActivity;
class ThreeWaysWindow;

/// The entry Three ways of the menu Help. Opens ThreeWaysWindow, at most one. Owned by the window, in the GUI
/// thread.
class LessonActions final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this object. The lesson links to `timeline`. `window` becomes the parent.
    LessonActions(const Catalogue &catalogue, const BuiltinServers &servers, RunningActivity &activity,
        MenuBar &menuBar, QAction *timeline, QWidget &window);
    Q_DISABLE_COPY_MOVE(LessonActions)

private:
    void openThreeWays();

    const Catalogue &m_catalogue;
    const BuiltinServers &m_servers;
    RunningActivity &m_activity;
    QWidget &m_window;
    QPointer<ThreeWaysWindow> m_threeWays;
};
