#pragma once

#include "app/sets/openset.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

class QThreadPool;

/// The set of the batch that runs: opened before its first job, and closed after its last one, on the pool.
/// A batch that writes nothing has none. Belongs to the DownloadQueue; one batch at a time.
class BatchSet final : public QObject
{
    Q_OBJECT

public:
    explicit BatchSet(QThreadPool &pool, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchSet)
    ~BatchSet() override;

    /// `folder` is empty where nothing is written.
    void open(const QString &folder, const BatchSpec &spec);
    /// Once, after opened() or failed().
    void close();

    // What close() does with that which is left undone. Where neither was said, the batches that come after
    // this one are remembered. Either ends opening too, a second later:
    // much may lie in the folder.
    void keepRestForLater() { endWith(PendingPolicy::KeepAll); }
    void forgetRest() { endWith(PendingPolicy::Discard); }
    /// See OpenSet; at once, and the disk follows, before close() does.
    void markDone(const QString &code);

    /// From closed() on: what was in the way of the set's own files.
    [[nodiscard]] const QList<BackedUpFile> &backedUp() const { return m_backedUp; }
    /// Until opened() or failed(), and from close() to closed().
    [[nodiscard]] bool isBusy() const { return m_isOpening || m_isClosing; }
    /// Null while it is not open, and where nothing is written.
    [[nodiscard]] const std::shared_ptr<OpenSet> &openSet() const { return m_set; }

Q_SIGNALS:
    void opened();
    void failed(const Failure &failure);
    void closed(const std::optional<Failure> &problem);

private:
    void endWith(PendingPolicy rest);
    void onOpened();
    void onClosed();

    QThreadPool &m_pool;
    QFutureWatcher<OpenSet::Opened> m_opening;
    QFutureWatcher<std::optional<Failure>> m_closing;
    std::shared_ptr<OpenSet> m_set;
    PendingPolicy m_rest = PendingPolicy::KeepFollowing;
    std::stop_source m_stop; // of opening
    QList<BackedUpFile> m_backedUp;
    QList<QFuture<void>> m_marking; // which close() comes after
    bool m_isOpening = false; // until onOpened(), which may come long after the pool is done
    bool m_isClosing = false; // likewise
};
