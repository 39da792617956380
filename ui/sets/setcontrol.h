#pragma once

#include "app/downloads/setplan.h"
#include "ui/sets/setmenu.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

class FlagModel;
class QWidget;
class SetMenu;

/// Asks for the manifest of a set from elsewhere, then for the folder to make the same set in. Deletes itself
/// when both are known, or when the person gives up.
class RebuildChoice final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window, as its dialogs do.
    explicit RebuildChoice(QWidget &window);
    Q_DISABLE_COPY_MOVE(RebuildChoice)

    /// Begins in this folder.
    void askForManifest(const QString &folder);

Q_SIGNALS:
    void chosen(const QString &manifest, const QString &folder);
    /// For people: the two do not go together.
    void error(const QString &text);

private:
    void askForFolder(const QString &manifest);
    void onFolderChosen(const QString &folder);

    QWidget &m_window;
    QString m_manifest;
};

/// Knows the set in the folder that the window saves to, and plans what a person wants done with it. Reads
/// disks on the pool only; what is asked for meanwhile takes the place of what was asked before.
class SetControl final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent, and that of the dialogs; model and menu must outlive it.
    SetControl(const Catalogue &catalogue, const FlagModel &model, SetMenu &menu, QWidget &window);
    Q_DISABLE_COPY_MOVE(SetControl)
    ~SetControl() override;

    /// At the set of another folder.
    void setFolder(const QString &folder);
    /// At the same one again: a batch may have changed it.
    void refresh();

    void update();
    /// Opens a dialog that tells what was found, and may ask for a repair.
    void verify();
    /// Opens a window with the flags that the latest update has changed.
    void showChanges();
    /// Goes on with the batch that was interrupted.
    void resume();

    /// Asks for a manifest from elsewhere and a folder, and makes its set there.
    void rebuild();

Q_SIGNALS:
    void summaryRead(const SetSummary &summary);
    /// For the set in this folder, for the window to save to from here on.
    void planned(const SetPlan &plan, const QString &folder);
    // For people.
    void notice(const QString &text);
    void error(const QString &text);

private:
    void onSummaryRead();
    void repair(const QStringList &codes);
    void planRebuildOf(const QString &manifest, const QString &folder);
    void plan(const QFuture<SetPlanOrFailure> &plan, const QString &subject, const QString &folder);
    void onPlanReady();
    void askWhetherToReplace(int flags);
    void applyPlan();
    void reportSkipped(const QStringList &codes);

    const Catalogue m_catalogue;
    const FlagModel &m_model;
    SetMenu &m_menu;
    QWidget &m_window;
    QString m_folder;
    QFutureWatcher<SetSummary> m_reading;
    QFutureWatcher<SetPlanOrFailure> m_planning;
    std::stop_source m_stopReading;
    std::stop_source m_stopPlanning;
    QString m_subject; // what the plan was made from
    QString m_target; // where it is to be carried out
    QString m_folderAtStart; // m_folder when the plan was asked for
};
