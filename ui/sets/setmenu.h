#pragma once

#include "app/failures/failure.h"

#include <QMenu>
#include <QString>

#include <optional>
#include <stop_token>

/// What the window needs to know of the set in the folder that it saves to.
struct SetSummary
{
    /// A batch that did not come to its end.
    struct PendingWork
    {
        int missing = 0; ///< flags
        int total = 0;
    };

    QString folder = {};
    int flags = 0; ///< none: there is no set
    std::optional<PendingWork> pending = {};
    bool isNewer = false; ///< written by a later version of the program
    QString damage = {}; ///< why its manifest cannot be understood; else empty
    std::optional<Failure> failure = {}; ///< why the set could not be read, such as a damaged journal

    [[nodiscard]] bool isSet() const { return flags > 0; }
    /// Why the set cannot be written to, or how it differs from what was saved; empty if all is well.
    [[nodiscard]] QString problem() const;
    /// What an interrupted batch has left to do: "12 of 40 flags are still missing here."; empty if nothing.
    [[nodiscard]] QString pendingWorkText() const;
};

/// For the pool: blocks on the disk.
[[nodiscard]] SetSummary readSetSummary(const QString &folder, const std::stop_token &stop = {});

/// What can be done with the set in the folder, as far as there is one. Says of what cannot be done why.
class SetMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit SetMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SetMenu)

    void setSummary(const SetSummary &summary);
    void setBatchRunning(bool running);
    /// Flags that the latest update has changed.
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
