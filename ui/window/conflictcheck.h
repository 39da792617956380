#pragma once

#include "app/session/operation.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <stop_token>

class QWidget;

/// Looks on the pool whether files of a download exist already, and asks the person what to do with them. A
/// new download replaces one that is not settled yet.
class ConflictCheck final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent, and that of the question.
    explicit ConflictCheck(QWidget &window);
    Q_DISABLE_COPY_MOVE(ConflictCheck)
    ~ConflictCheck() override;

    void settle(const Download &download);

Q_SIGNALS:
    /// With the policy of the person, if it was needed. Does not come if the person cancels.
    void settled(const Download &download);
    void choiceToBeRemembered(ConflictPolicy policy);

private:
    void takeCodes();
    void ask(int existing);
    void decide(ConflictPolicy policy, bool isToBeRemembered);

    QWidget &m_window;
    Download m_download;
    QFutureWatcher<QStringList> m_looking;
    std::stop_source m_stop; // of looking
};
