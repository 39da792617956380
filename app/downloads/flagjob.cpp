#include "app/downloads/flagjob.h"

#include "app/saving/metadata.h"
#include "app/sources/sourcetexts.h"

#include <utility>

namespace {

constexpr qint64 maximalPictureBytes = 16 << 20;
constexpr qint64 maximalMetadataBytes = 1 << 20;

} // namespace

FlagJob::FlagJob(const Country &country, const JobContext &batch, QObject *parent)
    : QObject(parent)
    , m_batch(batch)
    , m_known(batch.known)
    , m_saving([this](const SavedFlag &saved) { onSaved(saved); })
{
    m_result.country = country;
    m_result.sourceId = batch.source.id;
    m_result.sourceTitle = displayTitle(batch.source);
    m_result.queued = SteadyTime::clock::now();
    if (m_batch.names)
        connect(m_batch.names, &SharedNames::ready, this, &FlagJob::decide);
}

void FlagJob::start()
{
    if (m_known)
        inspect();
    else
        request();
}

void FlagJob::inspect()
{
    SetFlag flag = *m_known;
    std::shared_ptr<OpenSet> set;
    if (m_batch.set && m_batch.request.purpose == BatchPurpose::Restore) {
        set = m_batch.set;
        flag.source = set->openedManifest().idOf(m_batch.source);
    }
    m_inspecting.emplace([this](InspectedFlag inspected) { onInspected(std::move(inspected)); });
    m_inspecting->start(m_batch.savers,
        [set, folder = m_batch.request.save.folder, flag,
            thumbnail = m_image ? QSize() : m_batch.request.thumbnailSize,
            cancel = m_batch.request.cancel](const std::stop_token &jobIsGone) {
            return inspectFor(set, folder, flag, thumbnail, cancel, jobIsGone);
        });
}

void FlagJob::onInspected(InspectedFlag inspected)
{
    if (m_image)
        return onInspectedAgain(inspected.isIntact);
    m_inspected = std::move(inspected);
    const BatchPurpose purpose = m_batch.request.purpose;
    if (m_inspected.isIntact && purpose != BatchPurpose::Update)
        return endAsKnown(FlagState::Skipped);
    if (!m_inspected.original.isEmpty() && purpose == BatchPurpose::Restore) {
        countReceived(m_inspected.original.size());
        return save(std::exchange(m_inspected.original, {}));
    }
    if (purpose == BatchPurpose::Download)
        m_known.reset(); // continue as for a new flag
    else if (purpose == BatchPurpose::Update)
        m_inspected.isIntact &= m_known->isOfOnePicture(); // otherwise rebuild the derived files
    request();
}

void FlagJob::onInspectedAgain(bool isIntact)
{
    if (isIntact)
        return endAsKnown(FlagState::Unchanged);
    m_inspected.isIntact = false; // so the next request is unconditional
    m_image.reset();
    request();
}

void FlagJob::endAsKnown(FlagState state)
{
    const bool isOfOpenedSet = m_batch.set && m_batch.request.purpose == BatchPurpose::Download;
    if (const auto *giver
        = isOfOpenedSet ? m_batch.set->openedManifest().sourceOf(*m_known) : nullptr) { // not asked now
        m_result.sourceId = giver->id;
        m_result.sourceTitle = displayTitle(*giver);
    }
    m_result.state = state;
    m_result.name = m_known->country;
    m_result.path = m_batch.request.save.folder + u'/' + m_known->fileToShow();
    m_result.bytes = m_known->bytes;
    m_result.sha256 = m_known->sha256;
    m_result.pixels = m_known->pixels;
    m_result.validators = {m_known->etag, m_known->lastModified};
    m_result.thumbnail = m_inspected.thumbnail;
    finish();
}

void FlagJob::request()
{
    const auto imageUrl = m_batch.source.imageUrl(country());
    if (!imageUrl || !m_batch.source.canHave(country())) {
        // The country does not have the code that this source uses in its URLs, or the source is known to
        // lack the country.
        const Failure notFound{FailureKind::NotFound, 0, {}};
        QMetaObject::invokeMethod(
            this, [this, notFound] { fail(notFound); }, Qt::QueuedConnection);
        return;
    }
    Q_EMIT aboutToRequest();
    m_result.url = m_batch.source.storableUrl(*imageUrl);
    m_record = m_batch.request.record(m_batch.source, *imageUrl, RequestPart::Picture, country().code);
    m_imageGet = std::make_unique<HttpGet>(m_batch.transfers, *imageUrl, maximalPictureBytes);
    m_imageGet->setRecord(m_record);
    connect(m_imageGet.get(), &HttpGet::started, this, &FlagJob::onStarted);
    connect(m_imageGet.get(), &HttpGet::retryScheduled, this, &FlagJob::retryScheduled);
    connect(m_imageGet.get(), &HttpGet::finished, this, &FlagJob::onImage);
    if (m_known && m_inspected.isIntact)
        m_imageGet->setKnownValidators({m_known->etag, m_known->lastModified});
    m_imageGet->start();
    if (!m_known)
        requestMetadata();
}

void FlagJob::requestMetadata()
{
    if (const auto metadataUrl = m_batch.source.metadataUrl(country())) {
        m_metadataGet = std::make_unique<HttpGet>(m_batch.transfers, *metadataUrl, maximalMetadataBytes);
        m_metadataGet->setRecord(
            m_batch.request.record(m_batch.source, *metadataUrl, RequestPart::Metadata, country().code));
        connect(m_metadataGet.get(), &HttpGet::retryScheduled, this, &FlagJob::retryScheduled);
        connect(m_metadataGet.get(), &HttpGet::finished, this, &FlagJob::onMetadata);
        m_metadataGet->start();
    }
}

void FlagJob::onStarted()
{
    m_stage = Stage::Downloading;
    Q_EMIT downloading();
}

void FlagJob::onImage(const HttpOutcome &outcome)
{
    const bool mayBlock = m_batch.source.embedded != Embedded::No && !outcome.failure;
    if (mayBlock && !blockLoop(m_batch.request.blocker, m_batch.request.log)) {
        // Qt delivers many responses in one turn of the event loop. The call or signal that waits for the
        // loop may cancel this job, so it comes first.
        QMetaObject::invokeMethod(
            this, [this, outcome] { takeImage(outcome); }, Qt::QueuedConnection);
        return;
    }
    takeImage(outcome);
}

void FlagJob::takeImage(const HttpOutcome &outcome)
{
    m_image = outcome;
    m_result.image = outcome.timings;
    m_result.validators = outcome.validators;
    m_result.tries += outcome.tries;
    if (!outcome.isNotModified)
        countReceived(outcome.body.size());
    decide();
}

void FlagJob::countReceived(qint64 bytes)
{
    m_bytesReceived = bytes;
    Q_EMIT received(bytes);
}

void FlagJob::onMetadata(const HttpOutcome &outcome)
{
    m_metadata = outcome;
    if (m_metadata->failure)
        m_metadata->failure = failureOfMetadata(*m_metadata->failure);
    m_result.metadata = outcome.timings;
    m_result.tries += outcome.tries;
    decide();
}

// The result must depend only on the two responses, not on their order. A failure of the picture takes
// precedence over a failure of the metadata.
void FlagJob::decide()
{
    if (m_stage == Stage::Ended || !m_image)
        return;
    if (m_image->failure) {
        if (m_metadataGet && !m_metadata) {
            m_result.tries += m_metadataGet->tries();
            if (m_image->failure->kind == FailureKind::NotFound)
                m_metadataGet.release()->abandon();
        }
        m_metadataGet.reset();
        return fail(*m_image->failure);
    }
    if (m_image->isNotModified)
        return inspect(); // the files may have changed during the request
    if ((m_metadataGet && !m_metadata) || (names() && !names()->isReady()))
        return;
    m_result.nameFromCatalogue
        = m_metadata && m_metadata->failure && m_metadata->failure->kind == FailureKind::NotFound;
    if (m_metadata && m_metadata->failure && !m_result.nameFromCatalogue)
        fail(*m_metadata->failure);
    else
        save(std::exchange(m_image->body, {}));
}

const SharedNames *FlagJob::names() const
{
    return m_known ? nullptr : m_batch.names;
}

void FlagJob::save(QByteArray picture)
{
    m_result.bytes = picture.size();
    SaveRequest request{.country = country(),
        .picture = std::move(picture),
        .name = {},
        .metadata = {},
        .metadataName = m_batch.source.metadataName,
        .save = m_batch.request.save,
        .thumbnailSize = m_batch.request.thumbnailSize,
        .conversion = m_batch.request.conversion,
        .origin = {.source = m_batch.source, .url = m_result.url, .validators = m_result.validators},
        .set = m_batch.set,
        .purpose = m_batch.request.purpose,
        .known = m_known,
        .isIntact = m_inspected.isIntact,
        .cancel = m_batch.request.cancel};
    if (m_known)
        request.country.name = m_known->country;
    if (m_metadata && !m_metadata->failure)
        request.metadata = std::exchange(m_metadata->body, {});
    if (names()) {
        request.name = names()->nameOf(country().code);
        m_result.nameFromCatalogue = !request.name;
    }
    m_stage = Stage::Saving;
    m_work = {.queued = SteadyTime::clock::now()};
    m_record.setWork(m_work);
    m_saving.start(m_batch.savers,
        [save = m_batch.save, request = std::move(request)] { return perform(save, request); });
}

void FlagJob::onSaved(const SavedFlag &saved)
{
    m_work.started = saved.times.started;
    m_work.checked = saved.times.checked;
    m_work.ended = saved.times.ended;
    const qint64 bytes = m_result.bytes;
    static_cast<SavedFlag &>(m_result) = saved;
    if (!isOnDisk(saved.state))
        m_result.bytes = bytes;
    m_result.nameFromCatalogue = m_result.nameFromCatalogue || saved.isNameReplaced;
    if (saved.failure.kind == FailureKind::Cancelled)
        m_result.state = FlagState::Cancelled;
    if (m_result.state == FlagState::Failed)
        m_work.failure = saved.failure;
    m_record.setWork(m_work, saved.times.thread);
    m_result.former = m_inspected.thumbnail;
    finish();
}

void FlagJob::fail(const Failure &failure)
{
    m_result.state = failure.kind == FailureKind::NotFound ? FlagState::NotFound : FlagState::Failed;
    m_result.failure = failure;
    finish();
}

FlagResult FlagJob::resultSoFar() const
{
    FlagResult result = m_result;
    if (m_imageGet && !m_image) {
        result.tries += m_imageGet->tries();
        result.image = m_imageGet->timings();
    }
    if (m_metadataGet && !m_metadata) {
        result.tries += m_metadataGet->tries();
        result.metadata = m_metadataGet->timings();
    }
    return result;
}

void FlagJob::finish()
{
    m_stage = Stage::Ended;
    m_result.ended = SteadyTime::clock::now();
    Q_EMIT finished(m_result);
}
