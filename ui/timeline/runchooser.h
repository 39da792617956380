#pragma once

#include "ui/timeline/runhistory.h"

#include <QWidget>

#include <optional>

class QComboBox;

/// Chooses the run that the timeline shows, and another one to compare it with. Emits changed() when the user
/// has chosen. Owned by TimelinePage.
class RunChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit RunChooser(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RunChooser)

    /// Offers these runs. Chooses the one with this id, or keeps what is chosen; emits no signal.
    void setRuns(const QList<TimelineRun> &runs, std::optional<int> chosen = {});

    /// The ids of the runs; 0: none.
    [[nodiscard]] int shown() const;
    [[nodiscard]] int compared() const;

Q_SIGNALS:
    void changed();

private:
    void fillCompared();

    QList<TimelineRun> m_runs;
    QComboBox *m_shown;
    QComboBox *m_compared;
};
