#pragma once

#include "app/timeline/timeline.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

/// A run that the timeline can show.
struct TimelineRun
{
    int id; ///< as in RequestChanges
    QHash<QString, QString> titles; ///< of its sources, by id
    QDateTime startedAt;
    std::shared_ptr<Timeline> timeline; ///< grows until it has ended
    /// Distinguishes runs: "14:03:22, Built-in, 20 flags, limit 30, 9.12 s, 11.8 times", with "loop blocked
    /// 200 ms" at the end if it was. Written at the begin and at the end of the run.
    QString text = {};
};

/// The latest run and those before it since the start of the program. A value; runs without a request are
/// left out.
class RunHistory final
{
public:
    static constexpr int most = 10;

    /// Takes in what has changed. `titles` has the titles of sources by their id; those of other runs are
    /// harmless. Returns whether a run begins with it.
    bool update(const RequestChanges &changes, const QHash<QString, QString> &titles);

    /// The latest one first.
    [[nodiscard]] const QList<TimelineRun> &runs() const { return m_runs; }
    /// Null if it is not kept any more.
    [[nodiscard]] const TimelineRun *find(int id) const;

private:
    QList<TimelineRun> m_runs;
};

/// How many countries have a request in it.
[[nodiscard]] int countriesIn(const Timeline &timeline);
