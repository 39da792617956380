#pragma once

#include "app/downloads/downloadqueue.h"

#include <QObject>

/// Asks a source for one country's flag without touching the disk: so a person sees whether it works, and
/// how its flags look. Destroying it ends the trial without a signal.
class SourceTrial final : public QObject
{
    Q_OBJECT

public:
    explicit SourceTrial(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceTrial)
    ~SourceTrial() override = default;

    /// The source has addresses that can be asked. A trial that runs is given up for the new one.
    void start(const Source &source, const Country &country, const TransferSettings &transfer,
        const QSize &pictureSize);
    void giveUp();

Q_SIGNALS:
    /// Once for each trial that was not given up: Saved, with name and thumbnail, or why not.
    void finished(const FlagResult &result);

private:
    std::unique_ptr<DownloadQueue> m_queue; // of the trial that runs
};
