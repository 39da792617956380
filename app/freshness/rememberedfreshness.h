#pragma once

#include "app/freshness/flagfreshness.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QMutex>
#include <QString>

#include <functional>
#include <future>
#include <optional>

/// Remembers the freshness of pictures, because the same picture is checked for the window or the terminal
/// and again for the set, often at the same time. Thread-safe.
class RememberedFreshness final
{
public:
    /// Checks a picture. Nothing if it could not be drawn; that is not remembered.
    using Check = std::function<std::optional<FlagFreshness>()>;

    /// Returns what an earlier call for the same code and the same bytes found. Waits if another thread is
    /// checking the picture. Else calls `check`, also if the other thread found nothing.
    [[nodiscard]] std::optional<FlagFreshness> get(
        const QString &code, QByteArrayView picture, const Check &check);

private:
    using Shared = std::shared_future<std::optional<FlagFreshness>>;

    QMutex m_mutex;
    QHash<QByteArray, Shared> m_found; // by code and hash
};
