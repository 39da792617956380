#pragma once

#include "app/downloads/downloadqueue.h"

#include <QObject>

/// Requests one country's flag from a source, to show whether the source works and how its flags look. Writes
/// nothing to the disk. Lives in the thread of its owner. The destructor ends the trial without a signal.
class SourceTrial final : public QObject
{
    Q_OBJECT

public:
    explicit SourceTrial(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceTrial)
    ~SourceTrial() override = default;

    /// The source must have valid addresses. A running trial is aborted without a signal.
    void start(const Source &source, const Country &country, const TransferSettings &transfer,
        const QSize &pictureSize);
    void cancel();

Q_SIGNALS:
    /// Emitted once for each trial that was not aborted. A result in state Fetched has a name and a
    /// thumbnail; any other result has a failure.
    void finished(const FlagResult &result);

private:
    std::unique_ptr<DownloadQueue> m_queue; // of the running trial
};
