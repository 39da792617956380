#pragma once

#include "app/failures/failure.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <unistd.h>

#include <utility>

/// A file descriptor that its destructor closes.
class UniqueFd final
{
public:
    explicit UniqueFd(int number)
        : m_number(number)
    {
    }
    ~UniqueFd()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY(UniqueFd)
    UniqueFd(UniqueFd &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    UniqueFd &operator=(UniqueFd &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// Writes all bytes to the file. Returns errno, or 0.
[[nodiscard]] int writeAll(int descriptor, QByteArrayView bytes);

/// Returns the failure for an errno of a file operation.
[[nodiscard]] Failure diskFailure(int error);
