#pragma once

#include "app/saving/metadata.h"
#include "app/sources/source.h"
#include "app/transfer/httpget.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;

/// The names that a source keeps in one file for all countries: fetched once for a batch, and taken apart on
/// the pool. Ends exactly once, with ready() or failed(). A source that does not have the file has no names.
class SharedNames final : public QObject
{
    Q_OBJECT

public:
    SharedNames(
        const NamesFile &file, TransferPool &transfers, QThreadPool &workers, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SharedNames)

    void start();

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Only if it is ready. Nothing for a country that the file does not name.
    [[nodiscard]] std::optional<QString> nameOf(const QString &code) const;

Q_SIGNALS:
    void ready();
    void failed(const Failure &failure);

private:
    void onFetched(const HttpOutcome &outcome);
    void onParsed();
    void becomeReady();

    const NamesFile m_file;
    QThreadPool &m_workers;
    HttpGet m_get;
    QFutureWatcher<std::variant<CountryNames, Failure>> m_parsing;
    CountryNames m_names;
    bool m_isReady = false;
};
