#pragma once

#include "app/countries/catalogue.h"
#include "app/session/operation.h"
#include "app/tasks/latestjob.h"
#include "ui/sets/setmenu.h"

#include <QObject>

class FlagModel;
class QWidget;
class SetMenu;

/// Asks for the manifest of a set in another folder, then for the folder to rebuild the set in. Emits
/// chosen() or error(). Deletes itself afterwards, and when the user cancels.
class RebuildChoice final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent of this object and of its dialogs.
    explicit RebuildChoice(QWidget &window);
    Q_DISABLE_COPY_MOVE(RebuildChoice)

    /// Opens the file dialog in this folder.
    void askForManifest(const QString &folder);

Q_SIGNALS:
    void chosen(const QString &manifest, const QString &folder);
    /// The folder is that of the manifest. `text` is for people.
    void error(const QString &text);

private:
    void askForFolder(const QString &manifest);
    void onFolderChosen(const QString &folder);

    QWidget &m_window;
    QString m_manifest;
};

/// Reads the summary of the set in the window's folder on the thread pool, and requests the operations on it.
/// Remembers what the latest verification found until the next one, or until the folder changes. Owned by the
/// window.
class SetControl final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent of this object and of its dialogs. `model` and `menu` must outlive it.
    SetControl(const Catalogue &catalogue, const FlagModel &model, SetMenu &menu, QWidget &window);
    Q_DISABLE_COPY_MOVE(SetControl)
    ~SetControl() override = default;

    /// Changes the folder and reads the summary of its set.
    void setFolder(const QString &folder);
    /// Reads the summary again, because a batch may have changed the set. Does nothing during an operation.
    void refresh();
    /// During an operation the summary is not read, and one that is being read is dropped: it would describe
    /// the folder before the flags that the window has received meanwhile. Call refresh() after the end.
    void setOperationRunning(bool isRunning);

    void update();
    /// Opens a dialog that verifies the set and offers to repair it.
    void verify();
    /// Opens a window with the flags that the latest update has changed.
    void showChanges();
    /// Requests the pending work of an interrupted operation.
    void resume();
    void repairCountry(const QString &code) { repair({code}); }

    /// Asks for a manifest and a folder, and requests the same set there.
    void rebuild();

Q_SIGNALS:
    void summaryRead(const SetSummary &summary);
    void operationRequested(const Operation &operation);
    /// The dialog has verified the set and shows the result.
    void verified();
    /// `text` is for people.
    void error(const QString &text);

private:
    void onSummaryRead(const SetSummary &summary);
    void onVerified(const QString &folder, const LatestCheck &check);
    void repair(const QStringList &codes);

    const Catalogue m_catalogue;
    const FlagModel &m_model;
    SetMenu &m_menu;
    QWidget &m_window;
    QString m_folder;
    LatestCheck m_check; // of this folder
    LatestJob<SetSummary> m_reading;
    bool m_isOperationRunning = false;
};
