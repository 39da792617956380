#pragma once

#include "app/downloads/downloadqueue.h"

#include <QHash>
#include <QSet>

#include <algorithm>

/// Records the signals of a DownloadQueue.
class BatchLog final
{
public:
    explicit BatchLog(DownloadQueue &queue)
    {
        QObject::connect(&queue, &DownloadQueue::flagStateChanged, &m_context,
            [this](const QString &code, FlagState state) { states[code] += state; });
        QObject::connect(&queue, &DownloadQueue::flagFinished, &m_context, [this](const FlagResult &result) {
            results += result;
            states[result.country.code] += result.state;
        });
        QObject::connect(&queue, &DownloadQueue::finished, &m_context,
            [this](const BatchProgress &progress) { finished += progress; });
    }

    void clear()
    {
        states.clear();
        results.clear();
        finished.clear();
    }

    /// The codes of results with this state, sorted.
    [[nodiscard]] QStringList countriesWith(FlagState state) const
    {
        QStringList codes;
        for (const FlagResult &result : results) {
            if (result.state == state)
                codes += result.country.code;
        }
        codes.sort();
        return codes;
    }

    /// The result of the country; a default one until it arrives.
    [[nodiscard]] FlagResult resultOf(const QString &code) const
    {
        const auto found = std::ranges::find_if(
            results, [&code](const FlagResult &result) { return result.country.code == code; });
        return found == results.cend() ? FlagResult() : *found;
    }

    /// All states of each country in order, including the final one. The key is the code.
    QHash<QString, QList<FlagState>> states;
    QList<FlagResult> results;
    QList<BatchProgress> finished;

private:
    QObject m_context;
};

/// Whether each country has exactly one result, no state follows it, and the counts agree.
inline bool isConsistent(const BatchLog &log, int total)
{
    QSet<QString> codes;
    for (const FlagResult &result : log.results)
        codes += result.country.code;
    const bool eachEndsOnce = std::ranges::all_of(log.states, [](const QList<FlagState> &states) {
        return std::ranges::count_if(states, [](FlagState state) { return state >= FlagState::Saved; }) == 1
            && states.last() >= FlagState::Saved;
    });
    return codes.size() == total && log.results.size() == total && log.finished.size() == 1
        && log.finished.first().done() == total && log.finished.first().total == total && eachEndsOnce;
}
