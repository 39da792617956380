#pragma once

#include "app/failures/failure.h"

#include <QMenu>
#include <QString>

#include <optional>
#include <stop_token>

/// A short description of the set in a folder, for the window.
struct SetSummary
{
    /// What is left of an interrupted batch.
    struct PendingWork
    {
        int missing = 0; ///< flags
        int total = 0;
    };

    QString folder = {};
    int flags = 0; ///< 0: there is no set
    std::optional<PendingWork> pending = {};
    bool isNewer = false; ///< written by a later version of the program
    QString damage = {}; ///< why the manifest is invalid; else empty
    std::optional<Failure> failure = {}; ///< why the set could not be read, for example a damaged journal

    [[nodiscard]] bool isSet() const { return flags > 0; }
    /// Why the set cannot be written or is damaged, for people. Empty if it is fine.
    [[nodiscard]] QString problem() const;
    /// The pending work, for people: "12 of 40 flags are still missing here." Empty if there is none.
    [[nodiscard]] QString pendingWorkText() const;
};

/// Reads the summary of the set in a folder. Blocks on the disk, so call it on the thread pool.
[[nodiscard]] SetSummary readSetSummary(const QString &folder, const std::stop_token &stop = {});

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
