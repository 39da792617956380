#include "app/drawing/canceltoken.h"

#include "app/storage/posixfile.h"

#include <sys/eventfd.h>

#include <atomic>
#include <tuple>

struct CancelToken::State
{
    std::atomic_bool isCancelled = false;
    UniqueFd event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
};

CancelToken CancelToken::make()
{
    CancelToken token;
    token.m_state = std::make_shared<State>();
    return token;
}

void CancelToken::cancel() const
{
    if (!m_state)
        return;
    m_state->isCancelled = true;
    std::ignore = ::eventfd_write(m_state->event.number(), 1);
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->isCancelled;
}

int CancelToken::descriptor() const
{
    return m_state ? m_state->event.number() : -1;
}
