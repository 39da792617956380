#pragma once

#include "app/failures/failure.h"

#include <QFutureWatcher>

#include <exception>
#include <type_traits>

/// The result of a task that has finished. What the task threw, which would end the program in a slot,
/// becomes a failure of kind Internal, or `otherwise` where there is no room for a failure.
template <typename Result>
[[nodiscard]] Result resultOf(const QFutureWatcher<Result> &finished, Result otherwise = {})
{
    QString problem;
    try {
        return finished.result();
    } catch (const std::exception &exception) {
        problem = QString::fromLocal8Bit(exception.what());
    } catch (...) {
        problem.clear();
    }
    if constexpr (std::is_convertible_v<Failure, Result>)
        return Failure{FailureKind::Internal, 0, problem};
    else
        return otherwise;
}
