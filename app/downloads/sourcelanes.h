#pragma once

#include "app/downloads/sourcelane.h"

#include <memory>
#include <span>
#include <vector>

/// The lanes of a batch, one for each of its sources and in their order. Deals the countries out to them,
/// and shares among them what there is only one of: descriptors, and memory for what the disk has not taken
/// yet. What follows from a result is for the DownloadQueue to say.
class SourceLanes final : public QObject
{
    Q_OBJECT

public:
    using Lanes = std::span<const std::unique_ptr<SourceLane>>;

    /// `savers` and `save` outlive it.
    SourceLanes(QThreadPool &savers, const SaveTask &save, QObject *parent = nullptr);
    ~SourceLanes() override;
    Q_DISABLE_COPY_MOVE(SourceLanes)

    /// A new batch: each country waits where its flag came from, if that is known, else in the first lane.
    /// `request` outlives the batch.
    void begin(const DownloadRequest &request);
    /// For every lane, before the first job.
    void useSet(const std::shared_ptr<OpenSet> &set, const QHash<QString, SetFlag> &known);
    /// As many as connections and memory allow.
    void startJobs();

    /// Who is asked when `lane` does not have a flag, in the order of the sources.
    [[nodiscard]] Lanes behind(const SourceLane &lane) const;
    [[nodiscard]] bool areAllGone() const;
    [[nodiscard]] qsizetype waiting() const;

    /// See SourceLane; of the lane that has the country.
    void takeBackWaitingJobs();
    bool hold(const QString &code);
    bool release(const QString &code);
    [[nodiscard]] std::optional<Country> take(const QString &code);
    /// In the order of the codes, whichever lanes they come from.
    [[nodiscard]] QList<Country> takeAll();

    /// Of the first lane.
    void setLimit(int limit);

Q_SIGNALS:
    // As SourceLane's.
    void moreWanted();
    void downloading(const QString &code);
    void heldBack(const QString &code, std::chrono::milliseconds duration);
    void ended(SourceLane *lane, const FlagResult &result, bool isHopeless);
    void namesFailed(SourceLane *lane, const Failure &failure);

private:
    [[nodiscard]] Lanes ofThisBatch() const;
    [[nodiscard]] std::unique_ptr<SourceLane> newLane();
    void dealOut();
    [[nodiscard]] TransferSettings settingsFor(const Source &source) const;
    [[nodiscard]] int limitWithinDescriptors() const;
    [[nodiscard]] qint64 unsavedBytes() const;

    QThreadPool &m_savers;
    const SaveTask &m_save;
    const DownloadRequest *m_request = nullptr; // of the batch that runs
    std::vector<std::unique_ptr<SourceLane>> m_lanes; // more than there are sources, after batches of more
};
