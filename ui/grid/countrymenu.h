#pragma once

#include "app/downloads/flagresult.h"

#include <QMenu>
#include <QPersistentModelIndex>

/// What can be done with one country, as its state allows it. Made to be opened again and again, each time
/// with other entries.
class CountryMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit CountryMenu(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountryMenu)

    /// For a cell of the grid. A download can begin only while no batch runs.
    void open(const QModelIndex &cell, bool isBatchRunning, const QPoint &globalPosition);

Q_SIGNALS:
    void tickRequested(const QModelIndex &cell);
    void downloadRequested(const QString &code);
    void holdRequested(const QString &code);
    void releaseRequested(const QString &code);
    void cancelRequested(const QString &code);
    /// A file or its folder could not be opened; `text` says why, for people.
    void openFailed(const QString &text);

private:
    using CodeSignal = void (CountryMenu::*)(const QString &code);

    void add(const QString &text, CodeSignal request);
    void addTick();
    void addDownload();
    void addSteering();
    void addFile();
    void addFailure();
    void openPath(const QString &path);

    QPersistentModelIndex m_cell;
    QString m_code;
    FlagState m_state = FlagState::NotAsked;
};
