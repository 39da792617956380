#include "app/exports/composing.h"

#include "app/drawing/renderpool.h"
#include "app/storage/filereading.h"

#include <QHash>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace {

const Failure cancelledExport{FailureKind::Cancelled, 0, {}};

/// Attempts to draw the composition until no further picture has to be left out.
class Composing final
{
public:
    Composing(const QList<ExportFlag> &flags, LeftOutPlace place, const ExportControl &control)
        : m_flags(flags)
        , m_place(place)
        , m_control(control)
    {
    }

    /// Nothing if the process was lost and another attempt may succeed, without the picture that caused it.
    [[nodiscard]] std::optional<Result<Composed>> attempt(const RenderRequest &request)
    {
        const auto leased = RenderPool::shared().lease(m_control.cancel);
        if (!leased)
            return unexpected(leased.error());
        m_process = leased->get();
        m_drawn.clear();
        const RenderAnswer started = m_process->ask(request);
        if (const auto *failure = std::get_if<Failure>(&started)) {
            if (mayRetryAfterKill())
                return std::nullopt;
            return unexpected(*failure);
        }
        const auto *start = std::get_if<StartedAnswer>(&started);
        if (!start)
            return unexpected(invalidAnswer());
        const qsizetype end = std::min<qsizetype>(start->first + start->pictures, m_flags.size());
        for (qsizetype number = start->first; number < end; ++number) {
            const auto failure = add(number);
            if (failure && failure->kind == FailureKind::Cancelled)
                return unexpected(*failure);
            if (m_process->isLost())
                return std::nullopt;
            if (!hasAdvanced(number))
                return unexpected(cancelledExport);
        }
        const RenderAnswer finished = m_process->ask(FinishRequest{int(m_drawn.size())});
        if (const auto *result = std::get_if<FinishedAnswer>(&finished))
            return Composed{*start, *result, leftOut(), m_drawn};
        if (mayRetryAfterKill())
            return std::nullopt;
        const auto *failure = std::get_if<Failure>(&finished);
        return unexpected(failure ? *failure : invalidAnswer());
    }

private:
    std::optional<Failure> add(qsizetype number)
    {
        AddRequest request{
            .number = m_place == LeftOutPlace::Closed ? int(m_drawn.size()) : int(number), .bytes = {}};
        const bool isLeftOut = m_failures.contains(number);
        if (!isLeftOut) {
            auto bytes = readPicture(m_flags.at(number).path);
            if (bytes)
                request.bytes = *std::move(bytes);
            else
                m_failures.insert(number, bytes.error());
        }
        if (m_failures.contains(number) && m_place == LeftOutPlace::Closed)
            return std::nullopt;
        const RenderAnswer answer = m_process->ask(request);
        const auto *failure = std::get_if<Failure>(&answer);
        if (failure && !(m_process->isLost() && mayRetryAfterKill()))
            m_failures.insert(number, *failure);
        if (!m_failures.contains(number))
            m_drawn.append(m_flags.at(number));
        return failure ? std::optional(*failure) : std::nullopt;
    }

    /// Once, if another process killed the renderer, so that no picture is the cause.
    [[nodiscard]] bool mayRetryAfterKill()
    {
        return m_process->wasKilledFromOutside() && !std::exchange(m_wasKilled, true);
    }

    [[nodiscard]] bool hasAdvanced(qsizetype number)
    {
        if (number < m_advanced) // drawn again in a later attempt
            return true;
        m_advanced = number + 1;
        return m_control.advance(int(number) + 1, int(m_flags.size()));
    }

    [[nodiscard]] QList<LeftOutFlag> leftOut() const
    {
        QList<LeftOutFlag> leftOut;
        for (qsizetype number = 0; number < m_flags.size(); ++number) {
            if (const auto failure = m_failures.constFind(number); failure != m_failures.cend())
                leftOut.append({m_flags.at(number).code, m_flags.at(number).name, *failure});
        }
        return leftOut;
    }

    const QList<ExportFlag> &m_flags;
    const LeftOutPlace m_place;
    const ExportControl &m_control;
    RenderLease *m_process = nullptr; // of the current attempt
    QHash<qsizetype, Failure> m_failures; // by the flag's number; kept between attempts
    QList<ExportFlag> m_drawn;
    qsizetype m_advanced = 0;
    bool m_wasKilled = false;
};

} // namespace

Result<QByteArray> readPicture(const QString &path)
{
    constexpr qint64 maximalBytes = 16 << 20;
    auto content = readRegularFile(path, maximalBytes);
    if (content && content->isEmpty()) // which an AddRequest means for a picture that is left out
        return unexpected(Failure{FailureKind::Truncated, 0, {}});
    if (content)
        return *std::move(content);
    const RegularFileProblem &problem = content.error();
    if (problem.isTooLarge)
        return unexpected(Failure{FailureKind::TooLarge, 0, {}});
    if (problem.isOtherKind)
        return unexpected(Failure{FailureKind::ReadFailed, 0, {}});
    if (problem.error == ENOENT)
        return unexpected(Failure{FailureKind::NotFound, 0, {}});
    return unexpected(Failure{
        FailureKind::ReadFailed, 0, QString::fromStdString(std::generic_category().message(problem.error))});
}

Result<Composed> compose(const RenderRequest &request, const QList<ExportFlag> &flags, LeftOutPlace place,
    const ExportControl &control)
{
    Composing composing(flags, place, control);
    // Terminates, because each attempt leaves out one more picture or has used the retry after a kill.
    for (;;) {
        if (auto outcome = composing.attempt(request))
            return *std::move(outcome);
    }
}
