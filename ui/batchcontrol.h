#pragma once

#include "app/downloads/batchprogress.h"
#include "app/sources/source.h"
#include "ui/windowoptions.h"

#include <QObject>
#include <QSize>
#include <QTimer>

class BuiltinServers;
class DownloadQueue;
class FlagModel;

/// Turns what a person asks for into a batch of the queue, and leads what the queue reports into the model.
class BatchControl final : public QObject
{
    Q_OBJECT

public:
    /// Everything handed over by reference must outlive the control.
    BatchControl(
        DownloadQueue &queue, BuiltinServers &servers, FlagModel &model, const WindowOptions &options);
    Q_DISABLE_COPY_MOVE(BatchControl)

    /// Begins a batch with these countries of the model, or emits problem(). Only while idle.
    void start(
        const QStringList &codes, const Source &source, const QString &folder, const QSize &pictureBox);
    void cancel();
    /// Goes on with a batch that has paused.
    void resume();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] BatchProgress progress() const;

Q_SIGNALS:
    void started();
    /// Some ten times a second while a batch runs, so that its clock can be shown.
    void ticked();
    /// progress() says whether the batch is paused now, and why.
    void pauseChanged();
    /// The batch could not begin, or one reason ended all of it; `text` is for people.
    void problem(const QString &text);
    void finished(const BatchProgress &progress);

private:
    void end(const BatchProgress &progress);

    DownloadQueue &m_queue;
    BuiltinServers &m_servers;
    FlagModel &m_model;
    const WindowOptions m_options;
    QTimer m_clock;
};
