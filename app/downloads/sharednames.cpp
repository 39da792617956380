#include "app/downloads/sharednames.h"

#include "app/failures/taskresult.h"

#include <QThreadPool>
#include <QtConcurrentRun>

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
{
    connect(&m_get, &HttpGet::finished, this, &SharedNames::onFetched);
    connect(&m_parsing, &QFutureWatcherBase::finished, this, &SharedNames::onParsed);
}

void SharedNames::start()
{
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
        m_parsing.setFuture(QtConcurrent::run(&m_workers, &namesInFile, outcome.body, m_file));
    else if (outcome.failure->kind == FailureKind::NotFound)
        becomeReady();
    else
        Q_EMIT failed(failureOfMetadata(*outcome.failure));
}

void SharedNames::onParsed()
{
    const auto parsed = resultOf(m_parsing);
    if (const auto *failure = std::get_if<Failure>(&parsed)) {
        Q_EMIT failed(*failure);
        return;
    }
    m_names = std::get<CountryNames>(parsed);
    becomeReady();
}

void SharedNames::becomeReady()
{
    m_isReady = true;
    Q_EMIT ready();
}
