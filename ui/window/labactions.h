#pragma once

#include "ui/window/windowstate.h"

#include <QObject>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class LabWindow;
class QAction;
class RunningActivity;
class SourceRegistry;
class SourcesMenu;

/// What the concurrency lab measures with.
struct LabTargets
{
    const Catalogue &catalogue;
    const SourceRegistry &registry;
    const BuiltinServers &servers;
    const SourcesMenu &sources; ///< knows how requests are sent
    RunningActivity &activity;
};

/// The entry Concurrency lab of the menu View. Opens LabWindow, at most one. Owned by the window, in the GUI
/// thread.
class LabActions final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this object. `window` becomes the parent.
    LabActions(const WindowParts &parts, const LabTargets &targets, QWidget &window);
    Q_DISABLE_COPY_MOVE(LabActions)

    [[nodiscard]] QAction *action() const { return m_action; }

private:
    void open();
    [[nodiscard]] LabWindow *newWindow();

    const WindowParts m_parts;
    const LabTargets m_targets;
    QWidget &m_window;
    QAction *m_action;
    QPointer<LabWindow> m_lab;
};
