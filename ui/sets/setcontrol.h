#pragma once

#include "app/countries/catalogue.h"
#include "app/session/operation.h"
#include "ui/sets/setsummary.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

class FlagModel;
class QWidget;
class SetMenu;

/// Knows the set in the folder that the window saves to, and requests operations on it. Reads disks on the
/// pool only.
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
    void look();

    void update();
    /// Opens a dialog that shows what was found, and may request a repair.
    void verify();
    /// Opens a window with the flags that the latest update has changed.
    void showChanges();
    /// Continues what was interrupted.
    void resume();
    /// Lets the person choose a manifest from elsewhere, and a folder for its set.
    void rebuild();

Q_SIGNALS:
    void seen(const SetSummary &summary);
    void operationRequested(const Operation &operation);
    /// For people.
    void error(const QString &text);

private:
    void takeSummary();
    void repair(const QStringList &codes);

    const Catalogue m_catalogue;
    const FlagModel &m_model;
    SetMenu &m_menu;
    QWidget &m_window;
    QString m_folder;
    QFutureWatcher<SetSummary> m_looking;
    std::stop_source m_stopLooking;
};
