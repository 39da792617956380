#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/freshness/flagfreshness.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <array>
#include <optional>

/// One country's flags from two sources.
struct ComparedFlag
{
    std::array<FlagResult, 2> flags; ///< Saved, with a thumbnail, or why there is none
    std::optional<double> distance; ///< as pictureDistance() has it; nothing unless both are there
    std::array<std::optional<FlagFreshness>, 2> freshness = {}; ///< of the pictures that are there

    [[nodiscard]] const Country &country() const { return flags.front().country; }
};

Q_DECLARE_METATYPE(ComparedFlag)

/// Those that differ most first, then those that one source lacks, then those that both lack; by code where
/// that is the same.
[[nodiscard]] bool comesBefore(const ComparedFlag &one, const ComparedFlag &other);

/// What is to be compared.
struct ComparisonRequest
{
    QList<Country> countries;
    std::array<Source, 2> sources; ///< with addresses that can be asked
    TransferSettings transfer;
    QSize pictureSize; ///< of the thumbnails, in device pixels; not empty
};

/// Fetches the flags of countries from two sources at once, without touching the disk, and says how
/// different each pair looks. Destroying it ends the comparison without a signal.
class Comparison final : public QObject
{
    Q_OBJECT

public:
    explicit Comparison(QObject *parent = nullptr);
    ~Comparison() override;
    Q_DISABLE_COPY_MOVE(Comparison)

    /// Only while it does not run.
    void start(const ComparisonRequest &request);
    /// Countries of which a flag is missing yet are told as cancelled.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_done; }

Q_SIGNALS:
    /// Once for each country, as they come.
    void compared(const ComparedFlag &flag);
    /// Last.
    void finished();

private:
    using Side = std::size_t; // 0 or 1

    void takeFlag(Side side, const FlagResult &result);
    [[nodiscard]] FlagResult withTrueReason(Side side, FlagResult result) const;
    void measure(const ComparedFlag &flag);
    void tell(const ComparedFlag &flag);
    void finishIfDone();

    QThreadPool m_measurers; // outlives what feeds it
    std::array<DownloadQueue, 2> m_queues;
    QHash<QString, FlagResult> m_single; // by code: the other source has not answered yet
    int m_total = 0;
    int m_done = 0;
    bool m_isRunning = false;
};
