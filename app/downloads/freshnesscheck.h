#pragma once

#include "app/downloads/flagresult.h"
#include "app/drawing/canceltoken.h"
#include "app/freshness/flagfreshness.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

/// Checks whether saved pictures show a country's current flag. Checks one picture at a time in one thread of
/// lowest priority, so that it does not delay downloads. The object that shows the results owns it and
/// receives its signals in its own thread. The destructor ends all checks without a signal.
class FreshnessCheck final : public QObject
{
    Q_OBJECT

public:
    explicit FreshnessCheck(QObject *parent = nullptr);
    ~FreshnessCheck() override;
    Q_DISABLE_COPY_MOVE(FreshnessCheck)

    /// Starts a check, which ends with checked(). If the flag is not on disk or the country's flag has never
    /// changed, emits checked() before it returns. Uses the thumbnail of the result, or the file without one.
    void check(const FlagResult &result);

    /// Returns the number of results whose checked() is pending.
    [[nodiscard]] int countPending() const { return m_pending; }

Q_SIGNALS:
    /// Emitted once for each check(). `freshness` is empty if no picture had to be checked.
    void checked(const FlagResult &result, const std::optional<FlagFreshness> &freshness);

private:
    QThreadPool m_pool;
    const CancelToken m_cancel = CancelToken::make();
    int m_pending = 0;
};
