#pragma once

#include "app/tasks/serialtasks.h"
#include "ui/preferences/preferencespage.h"
#include "ui/window/windowrun.h"
#include "ui/window/windowstate.h"

#include <QObject>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class DownloadCommands;
class MenuBar;
class PreferencesDialog;
class SourcesMenu;
class QWidget;

/// What else the preferences apply to. Each outlives the window's PreferencesControl.
struct PreferenceTargets
{
    MenuBar &menuBar;
    DownloadCommands &commands;
    SourcesMenu &sources;
    BuiltinServers &servers;
    const Catalogue &catalogue;
};

/// The entry Preferences of the File menu and its dialog. Applies the stored preferences when it is created,
/// and those that the user changes when the dialog is accepted: to the next operation where they concern
/// requests, at once otherwise, and the language at the next start. What the command line sets stays for this
/// run. Writes on a private thread. Owned by the window, in the GUI thread.
class PreferencesControl final : public QObject
{
    Q_OBJECT

public:
    /// Create it after restoreWindow(). `window` becomes the parent.
    PreferencesControl(const WindowParts &parts, const PreferenceTargets &targets,
        const WindowOptions &options, QWidget &window);
    Q_DISABLE_COPY_MOVE(PreferencesControl)
    ~PreferencesControl() override;

    void open();

Q_SIGNALS:
    /// A success message for people.
    void notice(const QString &text);

private:
    void addAction();
    [[nodiscard]] PreferenceValues currentValues();
    void accept(const PreferenceValues &before, const PreferenceValues &values);
    void apply(const Preferences &before, const Preferences &preferences);
    void applyTransfer(const Preferences &preferences);
    void applyFaults(const Preferences &preferences);
    void applyFiles(const FileRules &rules);
    void store(const Preferences &preferences);
    void storeFaults();
    [[nodiscard]] bool isGiven(const QString &option) const { return m_options.given.contains(option); }

    const WindowParts m_parts;
    const PreferenceTargets m_targets;
    const WindowOptions m_options;
    QWidget &m_window;
    QPointer<PreferencesDialog> m_dialog;
    SerialTasks m_disk;
};
