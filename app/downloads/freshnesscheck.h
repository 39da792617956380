#pragma once

#include "app/downloads/flagresult.h"
#include "app/drawing/canceltoken.h"
#include "app/freshness/flagfreshness.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

/// Looks at the pictures of a batch after they are saved, one after the other on a thread of low priority, so
/// that no download waits for it. Belongs to the object that shows the results. Destroying it ends it without
/// a signal.
class FreshnessCheck final : public QObject
{
    Q_OBJECT

public:
    explicit FreshnessCheck(QObject *parent = nullptr);
    ~FreshnessCheck() override;
    Q_DISABLE_COPY_MOVE(FreshnessCheck)

    /// Emits checked(), within the call where there is nothing to look at: the flag is not on disk, or the
    /// country's flag has not changed. The thumbnail is looked at where the result has one, else the file.
    void check(const FlagResult &result);

    /// How many results wait for their signal.
    [[nodiscard]] int countPending() const { return m_pending; }

Q_SIGNALS:
    /// Once for each check(). `freshness` is nothing where there was nothing to look at.
    void checked(const FlagResult &result, const std::optional<FlagFreshness> &freshness);

private:
    QThreadPool m_pool;
    const CancelToken m_cancel = CancelToken::make();
    int m_pending = 0;
};
