#pragma once

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "tests/faults/heartbeat.h"
#include "tests/support/scriptedserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

/// What is wrong in a batch, and with how many of its countries.
struct FaultPlan
{
    ScriptedServer::Handler faulty; ///< answers what is asked for the pictures of the faulty countries
    int countries = 12;
    int faultyCountries = 1; ///< spread evenly among the countries
    bool metadataToo = false; ///< is answered by `faulty` as well
    std::chrono::milliseconds pause{2}; ///< before each answer
    QHostAddress host{QHostAddress::LocalHost}; ///< where the server listens
    std::optional<QSslConfiguration> tls = {};
    QByteArray picture = {}; ///< of the faulty countries, if it is not each one's own
    SaveOptions save = {}; ///< in a temporary folder, if it names none
    bool filesFromBefore = true; ///< whether the faulty countries have any
};

/// One download of a real DownloadSession against a scripted server of which a part is faulty, and everything
/// that was seen of it. Files of the faulty countries are there from an earlier time, unless the plan says
/// otherwise. The server's address and the proxy's hold user names and passwords, which must not come out
/// anywhere.
class FaultBatch final
{
public:
    explicit FaultBatch(const FaultPlan &plan, const SaveTask &save = &saveFlag);
    Q_DISABLE_COPY_MOVE(FaultBatch)

    /// To be changed before the start. Each is small and quick to begin with.
    TransferSettings transfer;
    Source source;

    /// Nobody or somebody else is asked, with the same credentials.
    void askInstead(const QString &host, quint16 port);

    void start();
    /// Whether the batch ended in time.
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] bool run();

    [[nodiscard]] DownloadSession &session() { return *m_session; }
    [[nodiscard]] ScriptedServer &server() { return m_server; }
    [[nodiscard]] const QList<Country> &countries() const { return m_countries; }

    /// The ends of the countries in the order in which they came.
    [[nodiscard]] const QList<FlagResult> &results() const { return m_results; }
    [[nodiscard]] int count(FlagState state) const;
    /// The first end of a faulty country; nothing if there is none.
    [[nodiscard]] std::optional<FlagResult> faultyResult() const;
    [[nodiscard]] const BatchProgress &end() const { return m_end; }
    [[nodiscard]] int ends() const { return m_ends; }
    [[nodiscard]] const Heartbeat &heartbeat() const { return m_heartbeat; }
    [[nodiscard]] const QList<std::chrono::milliseconds> &retryScheduled() const
    {
        return m_retriesScheduled;
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_end.elapsed; }
    /// Everything that a person or a machine was told.
    [[nodiscard]] QString texts() const;

    /// Which promise that holds in every batch was broken, in words; empty if none was.
    [[nodiscard]] QString brokenPromise() const;

    /// The first faulty country, and the path of its picture on the server.
    [[nodiscard]] Country faultyCountry() const;
    [[nodiscard]] QByteArray faultyPath() const;
    [[nodiscard]] bool isFaulty(const Country &country) const { return m_isFaulty.value(country.code); }

    [[nodiscard]] QString folder() const { return m_save.folder; }
    /// Where a country's file belongs if its metadata is good.
    [[nodiscard]] QString fileOf(const Country &country) const;
    /// What was there before the batch; nothing if there was no file.
    [[nodiscard]] QByteArray fileBefore(const Country &country) const;
    /// What the server has for the country.
    [[nodiscard]] QByteArray pictureOf(const Country &country) const;
    /// A country's own picture, as the server has it.
    [[nodiscard]] static QByteArray pictureFor(const QByteArray &path);

private:
    [[nodiscard]] bool isToBeFaulty(int index) const;
    [[nodiscard]] Script answer(const ScriptedRequest &request) const;

    const FaultPlan m_plan;
    QList<Country> m_countries;
    QHash<QString, bool> m_isFaulty; // by code
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
