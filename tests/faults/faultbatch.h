#pragma once

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "tests/faults/measurements.h"
#include "tests/support/scriptedserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

/// Describes the fault of a batch and how many of its countries it affects.
struct FaultPlan
{
    ScriptedServer::Handler faulty; ///< answers requests for the pictures of faulty countries
    int countries = 12;
    int faultyCountries = 1; ///< spread evenly among the countries
    bool metadataToo = false; ///< `faulty` also answers requests for metadata
    std::chrono::milliseconds pause{2}; ///< before each response
    QHostAddress host{QHostAddress::LocalHost}; ///< where the server listens
    std::optional<QSslConfiguration> tls = {};
    QByteArray picture = {}; ///< of all faulty countries; each has a different one if empty
    SaveOptions save = {}; ///< uses a temporary folder if it has none
    bool filesFromBefore = true; ///< whether the faulty countries have a file before the batch
};

/// Runs one download of a real DownloadSession against a scripted server that gives some countries faulty
/// responses, and records the results. By default the faulty countries have files from an earlier batch. The
/// addresses of the server and the proxy contain user names and passwords, which must not appear anywhere.
class FaultBatch final
{
public:
    explicit FaultBatch(const FaultPlan &plan, const SaveTask &save = &saveFlag);
    Q_DISABLE_COPY_MOVE(FaultBatch)

    /// Change these before start(). The defaults are small and fast.
    TransferSettings transfer;
    Source source;

    /// Sends all requests to another server, with the same credentials.
    void useServer(const QString &host, quint16 port);

    void start();
    /// Waits for the end of the batch. Returns false after the timeout.
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] bool run();

    [[nodiscard]] DownloadSession &session() { return *m_session; }
    [[nodiscard]] ScriptedServer &server() { return m_server; }
    [[nodiscard]] const QList<Country> &countries() const { return m_countries; }

    /// The results of the countries in order of arrival.
    [[nodiscard]] const QList<FlagResult> &results() const { return m_results; }
    [[nodiscard]] int count(FlagState state) const;
    /// The first result of a faulty country, or nothing.
    [[nodiscard]] std::optional<FlagResult> faultyResult() const;
    [[nodiscard]] const BatchProgress &end() const { return m_end; }
    [[nodiscard]] int ends() const { return m_ends; }
    [[nodiscard]] const Heartbeat &heartbeat() const { return m_heartbeat; }
    [[nodiscard]] const QList<std::chrono::milliseconds> &retryScheduled() const
    {
        return m_retriesScheduled;
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_end.elapsed; }
    /// All texts for people and all JSON lines of the batch.
    [[nodiscard]] QString texts() const;

    /// Describes the first violated invariant (see BatchInvariants); empty if all hold.
    [[nodiscard]] QString violatedInvariant() const;

    /// The first faulty country, and the path of its picture on the server.
    [[nodiscard]] Country faultyCountry() const;
    [[nodiscard]] QByteArray faultyPath() const;
    [[nodiscard]] bool isFaulty(const Country &country) const { return m_isFaulty.value(country.code); }

    [[nodiscard]] QString folder() const { return m_save.folder; }
    /// The path of a country's file if its metadata is valid.
    [[nodiscard]] QString fileOf(const Country &country) const;
    /// The content of the file before the batch; empty if there was none.
    [[nodiscard]] QByteArray fileBefore(const Country &country) const;
    /// The picture that the server has for the country.
    [[nodiscard]] QByteArray pictureOf(const Country &country) const;
    /// The default picture for a path of the server.
    [[nodiscard]] static QByteArray pictureFor(const QByteArray &path);

private:
    [[nodiscard]] bool isToBeFaulty(int index) const;
    [[nodiscard]] Script answer(const ScriptedRequest &request) const;

    const FaultPlan m_plan;
    QList<Country> m_countries;
    QHash<QString, bool> m_isFaulty; // key: country code
    ScriptedServer m_server;
    QTemporaryDir m_temporary;
    SaveOptions m_save;
    Heartbeat m_heartbeat;
    QList<FlagResult> m_results;
    QList<std::chrono::milliseconds> m_retriesScheduled;
    BatchProgress m_end;
    int m_ends = 0;
    const Catalogue m_catalogue;
    BuiltinServers m_servers{{}};
    std::unique_ptr<DownloadSession> m_session;
};
