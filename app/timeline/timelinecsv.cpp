#include "app/timeline/timelinecsv.h"

#include "app/language/csvline.h"
#include "app/timeline/requestoutcome.h"

using namespace Qt::StringLiterals;

namespace {

const QStringList &headings()
{
    static const QStringList names{u"request"_s, u"code"_s, u"part"_s, u"source"_s, u"url"_s, u"result"_s,
        u"queued_ms"_s, u"try"_s, u"sent_ms"_s, u"connection"_s, u"first_byte_ms"_s, u"ended_ms"_s,
        u"status"_s, u"outcome"_s, u"bytes"_s, u"work_queued_ms"_s, u"work_started_ms"_s, u"checked_ms"_s,
        u"work_ended_ms"_s, u"thread"_s};
    return names;
}

/// Milliseconds since the start of the run, to the microsecond.
class RunTime final
{
public:
    explicit RunTime(SteadyTime start)
        : m_start(start)
    {
    }

    [[nodiscard]] QString text(const std::optional<SteadyTime> &at) const
    {
        if (!at)
            return {};
        return QString::number(std::chrono::duration<double, std::milli>(*at - m_start).count(), 'f', 3);
    }

private:
    SteadyTime m_start;
};

QStringList tryFields(const RequestRecord &request, qsizetype number, const RunTime &time)
{
    if (number >= request.tries.size())
        return {{}, {}, {}, {}, {}, {}, {}};
    const RequestTry &one = request.tries.at(number);
    return {QString::number(number + 1), time.text(one.sent), one.isNewConnection ? u"new"_s : u"reused"_s,
        time.text(one.firstByte), time.text(one.ended),
        one.status == 0 ? QString() : QString::number(one.status), tryWord(request, number)};
}

/// They belong to the last try.
QStringList contentFields(const RequestRecord &request, const RunTime &time)
{
    const bool isReceived = request.ended && !request.failure && !request.wasCancelled;
    QStringList fields{isReceived ? QString::number(request.bytes) : QString()};
    if (!request.work)
        return fields + QStringList{{}, {}, {}, {}, {}};
    const PoolWork &work = *request.work;
    return fields
        + QStringList{time.text(work.queued), time.text(work.started), time.text(work.checked),
            time.text(work.ended), work.thread < 0 ? QString() : QString::number(work.thread)};
}

} // namespace

QByteArray timelineCsv(const Timeline &timeline)
{
    const RunTime time(timeline.started());
    QString text = csvLine(headings());
    for (int number = 0; const RequestRecord &request : timeline.requests()) {
        const QStringList common{QString::number(number++), request.code, partWord(request.part),
            request.sourceId, request.url, resultWord(request), time.text(request.queued)};
        const qsizetype last = std::max<qsizetype>(request.tries.size(), 1) - 1;
        for (qsizetype one = 0; one <= last; ++one) {
            const QStringList content
                = one == last ? contentFields(request, time) : QStringList{{}, {}, {}, {}, {}, {}};
            text += csvLine(common + tryFields(request, one, time) + content);
        }
    }
    return text.toUtf8();
}
