#pragma once

#include "app/downloads/flagjob.h"
#include "tests/downloads/flagland.h"

#include <QSignalSpy>
#include <QThreadPool>

#include <memory>

/// A FlagJob for DE with all objects that it needs.
struct DownloadFixture
{
    DownloadFixture(const ScriptedServer &server, const QString &folder)
        : request(flagland::request(server, {}, folder))
    {
        transfers.setSettings(request.transfer);
    }

    void begin()
    {
        job = std::make_unique<FlagJob>(flagland::countryOf(QStringLiteral("DE")),
            JobContext{request, request.sources.first(), transfers, savers, names, save, set, known});
        finished = std::make_unique<QSignalSpy>(job.get(), &FlagJob::finished);
        job->start();
    }

    FlagResult result()
    {
        begin();
        if (finished->isEmpty() && !finished->wait(20'000))
            return {};
        return finished->first().first().value<FlagResult>();
    }

    DownloadRequest request;
    QThreadPool savers;
    TransferPool transfers;
    const SharedNames *names = nullptr;
    SaveTask save = saveFlag;
    std::shared_ptr<OpenSet> set;
    std::optional<SetFlag> known;
    std::unique_ptr<FlagJob> job;
    std::unique_ptr<QSignalSpy> finished;
};
