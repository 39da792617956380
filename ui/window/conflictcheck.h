#pragma once

#include "ui/window/batchcontrol.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

class QWidget;

/// Finds out, on the pool, whether files of a batch are there already, and has the person say what becomes of
/// them. An order takes the place of one before that is not settled yet.
class ConflictCheck final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent, and that of the question; the model must outlive it.
    ConflictCheck(const FlagModel &model, QWidget &window);
    Q_DISABLE_COPY_MOVE(ConflictCheck)
    ~ConflictCheck() override;

    void settle(const BatchRequest &request);

Q_SIGNALS:
    /// The order can be carried out as it is now. Does not come if the person cancels.
    void settled(const BatchRequest &request);
    void choiceToBeRemembered(ConflictPolicy policy);

private:
    void takeCodes();
    void ask(int there);
    void decide(ConflictPolicy policy, bool isToBeRemembered);

    const FlagModel &m_model;
    QWidget &m_window;
    BatchRequest m_request;
    QFutureWatcher<QStringList> m_looking;
    std::stop_source m_stop; // of looking
};
