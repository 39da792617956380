#include "app/lesson/threadedflag.h"

#include "app/lesson/blockingget.h"
#include "app/saving/checkedflag.h"
#include "app/timeline/recordedrequest.h"

#include <QCryptographicHash>
#include <QUrl>

#include <optional>
#include <utility>

namespace {

RecordedRequest recorded(const ThreadedFlag &flag, const QUrl &url, RequestPart part)
{
    return {flag.log,
        {.code = flag.country.code,
            .part = part,
            .sourceId = flag.source.id,
            .url = flag.source.storableUrl(url),
            .queued = SteadyTime::clock::now()}};
}

Result<QByteArray> getRecorded(const ThreadedFlag &flag, const QUrl &url, const RecordedRequest &record)
{
    record.addTry();
    record.setNewConnection();
    const auto body = blockingGet(
        url, {.cancel = flag.cancel, .onHeader = [&record](int status) { record.setFirstByte(status); }});
    if (body)
        record.finish(body->size());
    else if (body.error().kind == FailureKind::Cancelled)
        record.cancel();
    else
        record.fail(body.error());
    return body;
}

SavedFlag endedBy(const Failure &failure)
{
    SavedFlag flag;
    flag.failure = failure;
    if (failure.kind == FailureKind::NotFound)
        flag.state = FlagState::NotFound;
    else if (failure.kind == FailureKind::Cancelled)
        flag.state = FlagState::Cancelled;
    return flag;
}

SavedFlag check(const ThreadedFlag &flag, const RecordedRequest &record, QByteArray picture,
    std::optional<QByteArray> metadata)
{
    const SteadyTime queued = SteadyTime::clock::now();
    const SavedFlag checked = perform(&checkInMemory,
        {.country = flag.country,
            .picture = std::move(picture),
            .metadata = std::move(metadata),
            .metadataName = flag.source.metadataName,
            .save = {},
            .thumbnailSize = {},
            .origin = {.source = flag.source},
            .cancel = flag.cancel});
    const SaveTimes &times = checked.times;
    record.setWork(
        {.queued = queued, .started = times.started, .checked = times.checked, .ended = times.ended},
        times.thread);
    return checked.failure.kind == FailureKind::Cancelled ? endedBy(checked.failure) : checked;
}

} // namespace

SavedFlag checkInMemory(const SaveRequest &request)
{
    SavedFlag flag = checkWithoutSaving(request);
    flag.times.checked = {}; // nothing is saved, so all of the work is checking
    flag.sha256 = QCryptographicHash::hash(request.picture, QCryptographicHash::Sha256);
    return flag;
}

SavedFlag fetchInThread(const ThreadedFlag &flag)
{
    const auto pictureUrl = flag.source.imageUrl(flag.country);
    if (!pictureUrl)
        return endedBy({FailureKind::NotFound, 0, {}});
    if (flag.cancel.isCancelled())
        return endedBy({FailureKind::Cancelled, 0, {}});
    const RecordedRequest record = recorded(flag, *pictureUrl, RequestPart::Picture);
    auto picture = getRecorded(flag, *pictureUrl, record);
    if (!picture)
        return endedBy(picture.error());
    std::optional<QByteArray> metadata;
    if (const auto url = flag.source.metadataUrl(flag.country)) {
        auto body = getRecorded(flag, *url, recorded(flag, *url, RequestPart::Metadata));
        if (!body && body.error().kind != FailureKind::NotFound)
            return endedBy(body.error());
        if (body)
            metadata = *std::move(body);
    }
    return check(flag, record, *std::move(picture), std::move(metadata));
}
