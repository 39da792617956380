#include "app/timeline/traceevents.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString &text)
{
    const bool needsEscapes = std::ranges::any_of(
        text, [](QChar character) { return character < u' ' || character == u'"' || character == u'\\'; });
    if (!needsEscapes)
        return '"' + text.toUtf8() + '"';
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

JsonText eventOf(
    const QString &phase, const TraceTrack &track, const QString &name, const JsonText &arguments)
{
    return JsonText()
        .add("ph", phase)
        .add("pid", track.group)
        .add("tid", track.number)
        .add("name", name)
        .add("args", arguments);
}

} // namespace

JsonText::JsonText()
{
    constexpr qsizetype usualSize = 250;
    m_text.reserve(usualSize);
    m_text += '{';
}

void JsonText::appendTo(QByteArray &text) const
{
    text += m_text;
    text += '}';
}

void JsonText::addName(const char *name)
{
    m_text += m_text.size() > 1 ? ",\"" : "\"";
    m_text += name;
    m_text += "\":";
}

JsonText &JsonText::add(const char *name, const QString &text)
{
    addName(name);
    m_text += quoted(text);
    return *this;
}

JsonText &JsonText::add(const char *name, qint64 number)
{
    addName(name);
    m_text += QByteArray::number(number);
    return *this;
}

JsonText &JsonText::add(const char *name, const JsonText &object)
{
    addName(name);
    object.appendTo(m_text);
    return *this;
}

void TraceEvents::addSlice(
    const TraceTrack &track, const QString &name, SteadyTime begin, SteadyTime end, const JsonText &arguments)
{
    append(eventOf(u"X"_s, track, name, arguments)
               .add("ts", microseconds(begin))
               .add("dur", microseconds(end) - microseconds(begin)));
}

void TraceEvents::addMark(
    const TraceTrack &track, const QString &name, SteadyTime at, const JsonText &arguments)
{
    append(eventOf(u"i"_s, track, name, arguments)
               .add("ts", microseconds(at))
               .add("s", u"t"_s)); // only in this track
}

void TraceEvents::addCount(int group, const QString &name, SteadyTime at, int count)
{
    append(eventOf(u"C"_s, {group, 0}, name, JsonText().add("requests", count)).add("ts", microseconds(at)));
}

void TraceEvents::nameGroup(int group, const QString &name)
{
    append(eventOf(u"M"_s, {group, 0}, u"process_name"_s, JsonText().add("name", name)));
    append(eventOf(u"M"_s, {group, 0}, u"process_sort_index"_s, JsonText().add("sort_index", group)));
}

void TraceEvents::nameTrack(const TraceTrack &track, const QString &name)
{
    append(eventOf(u"M"_s, track, u"thread_name"_s, JsonText().add("name", name)));
    append(eventOf(u"M"_s, track, u"thread_sort_index"_s, JsonText().add("sort_index", track.number)));
}

QByteArray TraceEvents::json() const
{
    return "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[" + m_events + "\n]}\n";
}

void TraceEvents::append(const JsonText &event)
{
    m_events += m_events.isEmpty() ? "\n" : ",\n";
    event.appendTo(m_events);
}

qint64 TraceEvents::microseconds(SteadyTime at) const
{
    return std::chrono::floor<std::chrono::microseconds>(at - m_start).count();
}
