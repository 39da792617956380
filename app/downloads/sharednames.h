#pragma once

#include "app/saving/metadata.h"
#include "app/sources/source.h"
#include "app/tasks/latestjob.h"
#include "app/transfer/httpget.h"

#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;

/// The names of all countries from one file of a source. Fetches the file once for a batch and parses it on
/// the thread pool. The SourceQueue owns it. Emits exactly one of ready() and failed(), once. If the source
/// does not have the file, it has no names, and ready() follows.
class SharedNames final : public QObject
{
    Q_OBJECT

public:
    SharedNames(
        const NamesFile &file, TransferPool &transfers, QThreadPool &workers, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SharedNames)

    void start(const RecordedRequest &record = {});

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Call only if isReady(). Returns nothing if the file does not contain the country.
    [[nodiscard]] std::optional<QString> nameOf(const QString &code) const;

Q_SIGNALS:
    void ready();
    void failed(const Failure &failure);

private:
    void onFetched(const HttpOutcome &outcome);
    void onParsed(const Result<CountryNames> &parsed);
    void becomeReady();

    const NamesFile m_file;
    QThreadPool &m_workers;
    HttpGet m_get;
    LatestJob<Result<CountryNames>> m_parsing;
    CountryNames m_names;
    bool m_isReady = false;
};
