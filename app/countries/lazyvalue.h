#pragma once

#include <QtGlobal>

#include <mutex>

/// A value that is made when it is first needed, by the thread that needs it; other threads wait meanwhile.
/// It does not change afterwards. Cannot be copied: copies of its owner share it through a pointer.
template <typename T>
class LazyValue final
{
public:
    LazyValue() = default;
    Q_DISABLE_COPY_MOVE(LazyValue)
    ~LazyValue() = default;

    /// `make` returns the value.
    template <typename Make>
    [[nodiscard]] const T &get(const Make &make) const
    {
        std::call_once(m_made, [&] { m_value = make(); });
        return m_value;
    }

private:
    mutable std::once_flag m_made;
    mutable T m_value;
};
