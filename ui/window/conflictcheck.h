#pragma once

#include "app/session/operation.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QStringList>

class QWidget;

/// Checks in a thread pool whether files of a download exist already, and asks the user what to do with them.
/// A new download replaces a pending one. The window owns it; it lives in the GUI thread.
class ConflictCheck final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent of this object and of the question.
    explicit ConflictCheck(QWidget &window);
    Q_DISABLE_COPY_MOVE(ConflictCheck)
    ~ConflictCheck() override = default;

    void check(const Download &download);

Q_SIGNALS:
    /// Emitted when the download can start, with the user's policy if files exist. Not emitted if the user
    /// cancels.
    void ready(const Download &download);
    void rememberRequested(ConflictPolicy policy);

private:
    void onFound(const QStringList &codes);
    void ask(int existing);
    void decide(ConflictPolicy policy, bool isToBeRemembered);

    QWidget &m_window;
    Download m_download;
    LatestJob<QStringList> m_searching;
};
