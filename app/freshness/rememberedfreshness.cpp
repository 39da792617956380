#include "app/freshness/rememberedfreshness.h"

#include "app/storage/setfiles.h"

#include <QMutexLocker>
#include <QScopeGuard>

std::optional<FlagFreshness> RememberedFreshness::get(
    const QString &code, QByteArrayView picture, const Check &check)
{
    constexpr qsizetype mostPictures = 4096; // about a megabyte
    const QByteArray key = code.toLatin1() + sha256(picture);
    std::promise<std::optional<FlagFreshness>> promise;
    Shared earlier;
    {
        const QMutexLocker locker(&m_mutex);
        earlier = m_found.value(key);
        if (!earlier.valid()) {
            if (m_found.size() >= mostPictures)
                m_found.clear();
            m_found.insert(key, promise.get_future().share());
        }
    }
    if (earlier.valid()) {
        const auto &found = earlier.get();
        return found ? found : check();
    }
    std::optional<FlagFreshness> found;
    {
        // Also if check() throws, because other threads wait. Before the return, which moves `found`.
        const auto publish = qScopeGuard([&] {
            if (!found) {
                const QMutexLocker locker(&m_mutex);
                m_found.remove(key);
            }
            promise.set_value(found);
        });
        found = check();
    }
    return found;
}
