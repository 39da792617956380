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
    std::array<FlagResult, 2> flags; ///< Fetched, with a thumbnail, or why there is none
    std::optional<double> distance; ///< see pictureDistance(); empty if a flag is missing
    std::array<std::optional<FlagFreshness>, 2> freshness = {}; ///< of each picture that exists

    [[nodiscard]] const Country &country() const { return flags.front().country; }
};

Q_DECLARE_METATYPE(ComparedFlag)

/// Sorts pairs by descending distance. Pairs with one missing flag follow, then pairs with two. Equal pairs
/// are sorted by code.
[[nodiscard]] bool comesBefore(const ComparedFlag &one, const ComparedFlag &other);

/// Describes one comparison.
struct ComparisonRequest
{
    QList<Country> countries;
    std::array<Source, 2> sources; ///< with valid addresses
    TransferSettings transfer;
    QSize pictureSize; ///< of the thumbnails, in device pixels; not empty
};

/// Fetches the flags of countries from two sources at once and measures how much each pair differs. Writes
/// nothing to the disk. Lives in the thread of its owner and measures in a thread pool. The destructor ends
/// the comparison without a signal.
class Comparison final : public QObject
{
    Q_OBJECT

public:
    explicit Comparison(QObject *parent = nullptr);
    ~Comparison() override;
    Q_DISABLE_COPY_MOVE(Comparison)

    /// Must not be called while a comparison runs.
    void start(const ComparisonRequest &request);
    /// Cancels the comparison. Flags that have not arrived are reported as cancelled.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_done; }

Q_SIGNALS:
    /// Emitted once for each country, when both results exist.
    void compared(const ComparedFlag &flag);
    /// Emitted after the last compared().
    void finished();

private:
    using Side = std::size_t; // 0 or 1

    void onFlagFinished(Side side, const FlagResult &finished);
    void measure(const ComparedFlag &flag);
    void report(const ComparedFlag &flag);
    void finishIfDone();

    QThreadPool m_measurers; // declared first: must outlive the queues
    std::array<DownloadQueue, 2> m_queues;
    std::array<Source, 2> m_sources;
    QHash<QString, FlagResult> m_single; // by code: results without that of the other source
    int m_total = 0;
    int m_done = 0;
    bool m_isRunning = false;
};
