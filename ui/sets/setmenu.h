#pragma once

#include "ui/sets/setsummary.h"

#include <QMenu>

/// The menu of operations on the set in the folder. The tooltip of a disabled entry is its blocked reason.
/// Owned by the window.
class SetMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit SetMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SetMenu)

    void setSummary(const SetSummary &summary);
    void setBatchRunning(bool running);
    /// The number of flags that the latest update changed.
    void setChangedFlags(int count);

    [[nodiscard]] QAction *update() const { return m_update; }
    [[nodiscard]] QAction *verify() const { return m_verify; }

Q_SIGNALS:
    void updateRequested();
    void verifyRequested();
    void rebuildRequested();
    void changesRequested();

private:
    void refresh();

    SetSummary m_summary;
    bool m_isBatchRunning = false;
    int m_changedFlags = 0;
    QAction *m_update;
    QAction *m_verify;
    QAction *m_rebuild;
    QAction *m_changes;
};
