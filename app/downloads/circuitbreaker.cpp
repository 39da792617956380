#include "app/downloads/circuitbreaker.h"

namespace {

bool isUnreachable(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NoNetwork:
    case FailureKind::HostNotFound:
    case FailureKind::ConnectionRefused:
    case FailureKind::Proxy:
    case FailureKind::Tls:
        return true;
    default:
        return false;
    }
}

} // namespace

bool CircuitBreaker::recordResult(const FlagResult &result)
{
    if (result.state == FlagState::Failed && result.failure.kind == FailureKind::RateLimited)
        return true; // it was tried for minutes
    if (result.tries == 0) // nothing was asked
        return false;
    const bool unreachable = result.state == FlagState::Failed && isUnreachable(result.failure.kind);
    m_inARow = unreachable ? m_inARow + 1 : 0;
    return m_inARow >= enough;
}
