#include "app/downloads/sharednames.h"

namespace {

// A file with all countries in many languages has about two megabytes.
constexpr qint64 maximalBytes = 8 << 20;

} // namespace

SharedNames::SharedNames(
    const NamesFile &file, TransferPool &transfers, QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_workers(workers)
    , m_get(transfers, file.url, maximalBytes)
    , m_parsing([this](const Result<CountryNames> &parsed) { onParsed(parsed); })
{
    connect(&m_get, &HttpGet::finished, this, &SharedNames::onFetched);
}

void SharedNames::start(const RecordedRequest &record)
{
    m_get.setRecord(record);
    m_get.start();
}

std::optional<QString> SharedNames::nameOf(const QString &code) const
{
    const auto name = m_names.constFind(code);
    return name == m_names.cend() ? std::nullopt : std::optional(*name);
}

void SharedNames::onFetched(const HttpOutcome &outcome)
{
    if (!outcome.failure)
        m_parsing.start(m_workers, [json = outcome.body, file = m_file] { return namesInFile(json, file); });
    else if (outcome.failure->kind == FailureKind::NotFound)
        becomeReady();
    else
        Q_EMIT failed(failureOfMetadata(*outcome.failure));
}

void SharedNames::onParsed(const Result<CountryNames> &parsed)
{
    if (!parsed) {
        Q_EMIT failed(parsed.error());
        return;
    }
    m_names = *parsed;
    becomeReady();
}

void SharedNames::becomeReady()
{
    m_isReady = true;
    Q_EMIT ready();
}
