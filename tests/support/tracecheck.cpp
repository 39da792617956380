#include "tests/support/tracecheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

using Track = std::pair<int, int>; // pid and tid

Track trackOf(const QJsonObject &event)
{
    return {event.value(u"pid"_s).toInt(-1), event.value(u"tid"_s).toInt(-1)};
}

QString shown(const QJsonObject &event)
{
    return QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

bool isWholeNumber(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() >= 0 && value.toDouble() == double(value.toInteger(-1));
}

bool hasMembersOfItsPhase(const QJsonObject &event)
{
    const QString phase = event.value(u"ph"_s).toString();
    const QString name = event.value(u"name"_s).toString();
    QStringList members{u"args"_s, u"name"_s, u"ph"_s, u"pid"_s, u"tid"_s};
    if (phase != "M"_L1)
        members += u"ts"_s;
    if (phase == "X"_L1)
        members += u"dur"_s;
    if (phase == "i"_L1)
        members += u"s"_s;
    members.sort();
    const bool isKnown = QStringList{u"M"_s, u"X"_s, u"i"_s, u"C"_s}.contains(phase);
    const bool isMark = phase != "i"_L1 || event.value(u"s"_s) == u"t"_s;
    const bool isCount = phase != "C"_L1
        || (event.value(u"args"_s).toObject().size() == 1
            && isWholeNumber(event.value(u"args"_s).toObject().begin().value()));
    const bool areNumbers = std::ranges::all_of(
        QStringList{u"pid"_s, u"tid"_s, u"ts"_s, u"dur"_s}, [&event](const QString &member) {
            return !event.contains(member) || isWholeNumber(event.value(member));
        });
    return isKnown && !name.isEmpty() && event.value(u"args"_s).isObject() && event.keys() == members
        && areNumbers && isMark && isCount;
}

/// Follows the slices of one track, which come with parents before children.
class SliceStack final
{
public:
    /// Whether the slice lies in those that are open or after them.
    [[nodiscard]] bool add(const QJsonObject &slice)
    {
        const qint64 begin = slice.value(u"ts"_s).toInteger();
        const qint64 end = begin + slice.value(u"dur"_s).toInteger();
        while (!m_open.empty() && m_open.back().second <= begin && !contains(m_open.back(), begin, end))
            m_open.pop_back();
        const bool fits = m_open.empty() ? begin >= m_latestRoot : contains(m_open.back(), begin, end);
        if (m_open.empty())
            m_latestRoot = end;
        m_open.emplace_back(begin, end);
        return fits;
    }

private:
    using Span = std::pair<qint64, qint64>;

    static bool contains(const Span &outer, qint64 begin, qint64 end)
    {
        return outer.first <= begin && end <= outer.second;
    }

    std::vector<Span> m_open;
    qint64 m_latestRoot = 0; // end of the latest slice without a parent
};

QString overlapIn(QList<QJsonObject> slices)
{
    std::ranges::stable_sort(slices, [](const QJsonObject &one, const QJsonObject &other) {
        const qint64 begin = one.value(u"ts"_s).toInteger();
        const qint64 otherBegin = other.value(u"ts"_s).toInteger();
        return begin != otherBegin ? begin < otherBegin
                                   : one.value(u"dur"_s).toInteger() > other.value(u"dur"_s).toInteger();
    });
    SliceStack stack;
    for (const QJsonObject &slice : std::as_const(slices)) {
        if (!stack.add(slice))
            return u"this slice overlaps another one of its track: "_s + shown(slice);
    }
    return {};
}

} // namespace

QList<QJsonObject> eventsOf(const QByteArray &json, const QString &phase)
{
    QList<QJsonObject> events;
    const QJsonArray all = QJsonDocument::fromJson(json).object().value(u"traceEvents"_s).toArray();
    for (const QJsonValue &value : all) {
        if (value.toObject().value(u"ph"_s) == phase)
            events += value.toObject();
    }
    return events;
}

QString problemInTrace(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.object().value(u"traceEvents"_s).isArray()
        || document.object().value(u"displayTimeUnit"_s) != u"ms"_s)
        return u"this is no trace"_s;
    std::map<Track, QList<QJsonObject>> slices;
    std::map<QString, qint64> counters; // the latest time
    QSet<Track> named;
    QSet<Track> used;
    const QJsonArray all = document.object().value(u"traceEvents"_s).toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject event = value.toObject();
        if (!hasMembersOfItsPhase(event))
            return u"members are missing, wrong or unknown: "_s + shown(event);
        const QString phase = event.value(u"ph"_s).toString();
        const QString name = event.value(u"name"_s).toString();
        const auto [group, track] = trackOf(event);
        if (phase == "X"_L1)
            slices[{group, track}] += event;
        if (phase == "X"_L1 || phase == "i"_L1)
            used << Track(group, track) << Track(group, 0);
        if (phase == "M"_L1 && (name == "thread_name"_L1 || name == "process_name"_L1))
            named << Track(group, track);
        if (phase == "C"_L1) {
            const qint64 at = event.value(u"ts"_s).toInteger();
            if (counters.contains(name) && at < counters[name])
                return u"this count comes too late: "_s + shown(event);
            counters[name] = at;
        }
    }
    if (!named.contains(used))
        return u"a track has no name"_s;
    for (const auto &[track, events] : slices) {
        if (const QString problem = overlapIn(events); !problem.isEmpty())
            return problem;
    }
    return {};
}
