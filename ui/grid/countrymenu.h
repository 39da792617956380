#pragma once

#include "app/downloads/flagresult.h"

#include <QMenu>
#include <QPersistentModelIndex>

/// The context menu of one country. Each open() fills it with the actions that the state of the country
/// allows. Owned by the window.
class CountryMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit CountryMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountryMenu)

    /// What can be done with the current flag, whatever its state. Each open() shows those that are enabled.
    void setFlagActions(const QList<QAction *> &actions) { m_flagActions = actions; }

    /// Opens the menu for a cell of the grid. Offers a download only while no batch runs.
    void open(const QModelIndex &cell, bool isBatchRunning, const QPoint &globalPosition);

Q_SIGNALS:
    void tickRequested(const QModelIndex &cell);
    void downloadRequested(const QString &code);
    void repairRequested(const QString &code);
    void holdRequested(const QString &code);
    void releaseRequested(const QString &code);
    void cancelRequested(const QString &code);

private:
    using CodeSignal = void (CountryMenu::*)(const QString &code);

    void add(const QString &text, CodeSignal request);
    void addTick();
    void addDownload();
    void addSteering();
    void addFlagActions();
    void addFailure();

    QList<QAction *> m_flagActions;
    QPersistentModelIndex m_cell;
    QString m_code;
    FlagState m_state = FlagState::NotAsked;
};
