#include "app/downloads/freshnesscheck.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <exception>

namespace {

std::optional<FlagFreshness> lookAt(
    const QString &code, const QImage &thumbnail, const QString &path, const CancelToken &cancel) noexcept
{
    try {
        const QFileInfo file(path);
        return thumbnail.isNull() ? freshnessOfFile(code, file.path(), file.fileName(), cancel)
                                  : freshnessOf(code, thumbnail);
    } catch (const std::exception &) {
        return FlagFreshness{.state = FlagFreshness::State::NotChecked}; // it is saved in any case
    }
}

} // namespace

FreshnessCheck::FreshnessCheck(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowestPriority);
}

FreshnessCheck::~FreshnessCheck()
{
    m_pool.clear();
    m_cancel.cancel();
}

void FreshnessCheck::check(const FlagResult &result)
{
    if (!isOnDisk(result.state) || !hasFlagChange(result.country.code)) {
        Q_EMIT checked(result, std::nullopt);
        return;
    }
    ++m_pending;
    auto *watcher = new QFutureWatcher<std::optional<FlagFreshness>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, result] {
        watcher->deleteLater();
        --m_pending;
        Q_EMIT checked(result, watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, &lookAt, result.country.code, result.thumbnail, result.path, m_cancel));
}
