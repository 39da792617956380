#pragma once

#include "app/tasks/steadytime.h"

#include <QByteArray>
#include <QString>

/// A JSON object that is written from its first member to its last. QJsonObject would take several times as
/// long, and a trace has thousands of them.
class JsonText final
{
public:
    JsonText();
    JsonText &add(const char *name, const QString &text);
    JsonText &add(const char *name, qint64 number);
    JsonText &add(const char *name, const JsonText &object);
    void appendTo(QByteArray &text) const;

private:
    void addName(const char *name);

    QByteArray m_text; // without the last bracket
};

struct TraceTrack
{
    int group; ///< "pid" of the format, from 1
    int number; ///< "tid", from 1; 0 for what belongs to the group as a whole
};

/// Collects the events of one trace in the Trace Event Format. Times are whole microseconds since the start
/// of the run: both ends of a slice are rounded down, so slices that do not overlap still do not.
class TraceEvents final
{
public:
    explicit TraceEvents(SteadyTime start)
        : m_start(start)
    {
    }

    void addSlice(const TraceTrack &track, const QString &name, SteadyTime begin, SteadyTime end,
        const JsonText &arguments = {});
    void addMark(const TraceTrack &track, const QString &name, SteadyTime at, const JsonText &arguments = {});
    void addCount(int group, const QString &name, SteadyTime at, int count);
    void nameGroup(int group, const QString &name);
    void nameTrack(const TraceTrack &track, const QString &name);

    /// The whole trace, with one event in a line.
    [[nodiscard]] QByteArray json() const;

private:
    void append(const JsonText &event);
    [[nodiscard]] qint64 microseconds(SteadyTime at) const;

    const SteadyTime m_start;
    QByteArray m_events;
};
