#pragma once

#include "app/downloads/batchprogress.h"
#include "app/downloads/freshnesscheck.h"
#include "app/downloads/setplan.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "ui/window/windowoptions.h"

#include <QHash>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTimer>

class BuiltinServers;
class DownloadQueue;
class FlagModel;

/// What holds for any batch of the window.
struct BatchTerms
{
    QHash<QString, int> limits; ///< requests in flight, by source, where it is not its own limit
    QSize pictureBox; ///< in device pixels
};

/// What a person has chosen when they press Download.
struct BatchRequest
{
    QStringList codes; ///< of countries of the model
    QList<Source> sources; ///< in the order in which they are asked
    SaveOptions save;
    Conversion conversion;
    BatchTerms terms;
};

/// Turns what a person asks for into a batch of the queue, and leads what the queue reports into the model.
class BatchControl final : public QObject
{
    Q_OBJECT

public:
    /// Everything handed over by reference must outlive the control.
    BatchControl(
        DownloadQueue &queue, BuiltinServers &servers, FlagModel &model, const WindowOptions &options);
    Q_DISABLE_COPY_MOVE(BatchControl)

    /// Begins a batch, or emits problem(). Only while idle.
    void start(const BatchRequest &request);
    /// Likewise with the batches of a plan, one after the other, as if they were one.
    void start(const SetPlan &plan, const BatchTerms &terms);
    /// What of the latest plan asks for these countries; empty if the latest batch was no plan's.
    [[nodiscard]] SetPlan latestPlanFor(const QStringList &codes) const;
    /// There is no latest plan any more.
    void forgetLatestPlan() { m_plan = {}; }

    // These have no effect while nothing runs.
    void cancel();
    /// As cancel(), but the folder remembers what is missing.
    void interrupt();
    /// Lets what is under way finish, and starts nothing new.
    void pause();
    /// Goes on with a batch that was paused, or has paused by itself.
    void resume();
    void setLimit(int limit);

    // For one country, where its state allows it.
    void hold(const QString &code);
    void release(const QString &code);
    void cancelCountry(const QString &code);

    [[nodiscard]] bool isRunning() const;
    /// Whom the batch that runs asks, in their order; of a set they need not be those that a person has
    /// chosen.
    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    void started();
    /// Some ten times a second while a batch runs, so that its clock can be shown.
    void ticked();
    /// progress() says whether the batch is paused now, and why.
    void pauseChanged();
    /// The batch could not begin, or one reason ended all of it; `text` is for people.
    void error(const QString &text);
    void finished(const BatchProgress &progress);

private:
    [[nodiscard]] QList<Source> addressed(const BatchRequest &request, QStringList &refusals);
    void begin(const QList<DownloadRequest> &batches);
    void startNext();
    void cancelComing();
    void end(const BatchProgress &progress);
    void reportErrors(const BatchProgress &progress);

    DownloadQueue &m_queue;
    BuiltinServers &m_servers;
    FlagModel &m_model;
    const WindowOptions m_options;
    QTimer m_clock;
    FreshnessCheck m_freshness;
    QList<Source> m_sources;
    SetPlan m_plan; // of the latest batches
    QList<DownloadRequest> m_rest; // of the batches that belong together, those to come
    BatchProgress m_ended; // of those before
    bool m_cancelsNext = false; // cancel() was called between two batches
};
