#include "ui/timeline/runhistory.h"

#include "app/language/joining.h"
#include "ui/timeline/figuretext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct RunTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunTexts)
};

/// The wall clock at a moment of the other clock.
QDateTime dateOf(SteadyTime moment)
{
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyTime::clock::now() - moment);
    return QDateTime::currentDateTime().addMSecs(-ago.count());
}

QString sourcesOf(const TimelineRun &run)
{
    QStringList ids;
    for (const RequestRecord &request : run.timeline->requests()) {
        if (!ids.contains(request.sourceId))
            ids.append(request.sourceId);
    }
    QStringList titles;
    for (const QString &id : ids)
        titles.append(run.titles.value(id, id));
    return joinedClauses(titles); // a title may have a comma
}

QString textOf(const TimelineRun &run)
{
    const Timeline &timeline = *run.timeline;
    QStringList parts{run.startedAt.toString(u"HH:mm:ss"_s), sourcesOf(run)};
    if (timeline.hasEnded())
        parts.append(RunTexts::tr("%n flag(s)", nullptr, countriesIn(timeline)));
    if (timeline.limit() > 0)
        parts.append(RunTexts::tr("limit %1").arg(QLocale().toString(timeline.limit())));
    if (timeline.hasEnded()) {
        const TimelineFigures figures = figuresOf(timeline, timeline.started());
        parts.append(shortDuration(figures.elapsed));
        if (figures.wasLoopBlocked) // the speed-up is unknown
            parts.append(RunTexts::tr("loop blocked %1 ms")
                             .arg(QLocale().toString(qint64(timeline.loopBlocks().first().wanted.count()))));
        else
            parts.append(timesFaster(figures.speedUp()));
    } else {
        parts.prepend(RunTexts::tr("running", "a run"));
    }
    parts.removeAll(QString());
    return joinedPhrases(parts);
}

} // namespace

bool RunHistory::update(const RequestChanges &changes, const QHash<QString, QString> &titles)
{
    const bool isNew = m_runs.isEmpty() || m_runs.first().id != changes.run;
    if (isNew && changes.changed.isEmpty())
        return false;
    if (isNew) {
        m_runs.prepend({.id = changes.run,
            .titles = {},
            .startedAt = dateOf(changes.started),
            .timeline = std::make_shared<Timeline>()});
        while (m_runs.size() > most)
            m_runs.removeLast();
    }
    TimelineRun &run = m_runs.first();
    const bool hadEnded = run.timeline->hasEnded();
    run.titles.insert(titles);
    run.timeline->update(changes);
    if (isNew || (!hadEnded && run.timeline->hasEnded()))
        run.text = textOf(run);
    return isNew;
}

const TimelineRun *RunHistory::find(int id) const
{
    const auto found = std::ranges::find(m_runs, id, &TimelineRun::id);
    return found == m_runs.end() ? nullptr : &*found;
}

int countriesIn(const Timeline &timeline)
{
    QSet<QString> codes;
    for (const RequestRecord &request : timeline.requests()) {
        if (request.part != RequestPart::Names)
            codes.insert(request.code);
    }
    return int(codes.size());
}
