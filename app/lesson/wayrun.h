#pragma once

#include "app/countries/country.h"
#include "app/downloads/downloadqueue.h"
#include "app/lesson/processsampler.h"
#include "app/timeline/requestlog.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <chrono>
#include <memory>
#include <optional>

/// The ways to download flags that the exercise compares.
enum class Way {
    OneAtATime, ///< the next request starts when the one before has ended
    Threads, ///< a thread for each flag in progress, which blocks while it waits
    EventLoop, ///< many requests at once in one event loop, which never blocks
};

/// The flags that a way downloads, in memory and from a built-in source.
struct WayRequest
{
    QList<Country> countries;
    Source source; ///< a built-in one, with its address
    int atOnce = 20; ///< threads of Way::Threads, requests in flight of Way::EventLoop
};

/// What a way took.
struct WayResult
{
    Way way = Way::OneAtATime;
    QMap<QString, QByteArray> fetched = {}; ///< the SHA-256 of each checked picture, by the code
    int failed = 0; ///< failed or not found
    bool wasCancelled = false;
    std::chrono::nanoseconds elapsed{0};
    ProcessSampler::Usage usage = {}; ///< of the whole process meanwhile
    int checkingThreads = 0; ///< threads that have checked pictures
    std::optional<Failure> failure = {}; ///< why nothing was requested at all
};

Q_DECLARE_METATYPE(WayResult)

/// Downloads the flags in one way and records the requests in a log. Lives in the thread of its owner, which
/// must have an event loop. The destructor cancels the run without a signal and waits for its threads:
/// those that wait for the server end at once, and one that checks a picture ends after this check.
class WayRun final : public QObject
{
    Q_OBJECT

public:
    WayRun(Way way, WayRequest request, std::shared_ptr<RequestLog> log, QObject *parent = nullptr);
    ~WayRun() override;
    Q_DISABLE_COPY_MOVE(WayRun)

    /// Call once.
    void start();
    /// finished() follows as soon as the checks of pictures that have begun have ended.
    void cancel();

Q_SIGNALS:
    /// The last signal, emitted exactly once. The threads of the run may be ending still.
    void finished(const WayResult &result);

private:
    void startQueue(int limit);
    void startThreads();
    void count(const QString &code, const SavedFlag &flag);
    void finish();

    const WayRequest m_request;
    const std::shared_ptr<RequestLog> m_log;
    const CancelToken m_cancel = CancelToken::make(); ///< of Way::Threads
    WayResult m_result;
    SteadyTime m_startedAt;
    ProcessSampler m_sampler;
    QSet<const QThread *> m_checking; ///< have checked pictures
    int m_running = 0; ///< flags of Way::Threads that have no result yet
    std::optional<QThreadPool> m_threads; ///< of Way::Threads
    std::optional<DownloadQueue> m_queue; ///< of the other two
};
