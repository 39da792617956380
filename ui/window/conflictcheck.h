#pragma once

#include "app/downloads/existingflags.h"
#include "app/downloads/flagresult.h"
#include "app/session/operation.h"
#include "app/tasks/latestjob.h"

#include <QList>
#include <QObject>

#include <optional>

class QWidget;

/// Checks in a thread pool whether files of a download exist already, and asks the user what to do with them.
/// What the user keeps leaves the download, so that nothing is requested for it, whichever source the file is
/// from. A new download replaces a pending one. The window owns it; it lives in the GUI thread.
class ConflictCheck final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent of this object and of the question.
    explicit ConflictCheck(QWidget &window);
    Q_DISABLE_COPY_MOVE(ConflictCheck)
    ~ConflictCheck() override = default;

    /// Asks only if the user has not decided what to do: without a policy.
    void check(const Download &download, const std::optional<ConflictPolicy> &policy);

Q_SIGNALS:
    /// Emitted when the download can start, with the user's policy if files exist. `kept` are the results of
    /// countries that have left it; all of them may have. Not emitted if the user cancels.
    void ready(const Download &download, const QList<FlagResult> &kept);
    void rememberRequested(ConflictPolicy policy);

private:
    void onFound(const QList<ExistingFlag> &flags);
    void ask(int existing);
    void decide(ConflictPolicy policy, bool isToBeRemembered);
    [[nodiscard]] QList<FlagResult> takeKept();

    QWidget &m_window;
    Download m_download;
    std::optional<ConflictPolicy> m_policy;
    QList<ExistingFlag> m_existing;
    LatestJob<QList<ExistingFlag>> m_searching;
};
