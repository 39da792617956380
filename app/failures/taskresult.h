#pragma once

#include "app/failures/failure.h"

#include <QFutureWatcher>

#include <exception>
#include <type_traits>

/// The result of a finished task. An exception of the task, which would terminate the program if it left a
/// slot, becomes a failure of kind Internal, or `otherwise` if Result cannot hold a Failure.
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
