#pragma once

#include "app/tasks/latestjob.h"

#include <QObject>
#include <QString>
#include <QStringList>

/// Shows files in the file manager of the desktop, which selects them (org.freedesktop.FileManager1). Where
/// no file manager offers that, opens the folder instead. Connects to the session bus at the first request,
/// on the global thread pool, because a bus that does not answer blocks its caller; nothing here waits. Lives
/// in the GUI thread.
class FileManager final : public QObject
{
    Q_OBJECT

public:
    explicit FileManager(QObject *parent = nullptr);
    ~FileManager() override;
    Q_DISABLE_COPY_MOVE(FileManager)

    /// `path` is absolute.
    void show(const QString &path);

Q_SIGNALS:
    /// Neither the file manager nor another program shows the folder. `text` is for people.
    void error(const QString &text);

private:
    enum class State {
        Unused,
        Connecting,
        Connected,
        Absent,
    };

    void onConnected(bool isConnected);
    void requestItem(const QString &path);
    void openFolderOf(const QString &path);

    const QString m_name; // of the connection in this process
    State m_state = State::Unused;
    QStringList m_waiting; // while connecting
    LatestJob<bool> m_connecting;
};
