#include "app/transfer/acceptance.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 limitInBytes = 1000;
constexpr qint64 bodySize = 100;

ReceivedResponse completeResponse()
{
    ReceivedResponse response;
    response.status = 200;
    response.reason = u"OK"_s;
    response.contentLength = QByteArray::number(bodySize);
    response.bodySize = bodySize;
    return response;
}

} // namespace

class tst_Acceptance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerIsChecked_data();
    void headerIsChecked();
    void responseIsChecked_data();
    void responseIsChecked();
    void statusIsChecked_data();
    void statusIsChecked();
    void errorWithoutStatusIsChecked_data();
    void errorWithoutStatusIsChecked();
    void descriptorLimitIsNotReportedAsMissingNetwork();
};

void tst_Acceptance::headerIsChecked_data()
{
    QTest::addColumn<ReceivedResponse>("response");
    QTest::addColumn<std::optional<FailureKind>>("refusal");
    const auto row = [](const char *name, std::optional<FailureKind> refusal, auto change) {
        ReceivedResponse response = completeResponse();
        response.bodySize = 0; // not received yet
        change(response);
        QTest::newRow(name) << response << refusal;
    };
    const auto length
        = [](const QByteArray &text) { return [text](ReceivedResponse &a) { a.contentLength = text; }; };
    const auto encoding
        = [](const QByteArray &text) { return [text](ReceivedResponse &a) { a.contentEncoding = text; }; };

    row("whole", {}, [](ReceivedResponse &) {});
    row("no length", {}, [](ReceivedResponse &a) { a.contentLength.reset(); });
    row("exactly the maximum", {}, length("1000"));
    row("one byte too large", FailureKind::TooLarge, length("1001"));
    row("length with spaces", {}, length(" 100 "));
    row("negative length", FailureKind::BadResponse, length("-1"));
    row("garbage length", FailureKind::BadResponse, length("many"));
    row("number with a unit", FailureKind::BadResponse, length("100k"));
    row("empty length", FailureKind::BadResponse, length(""));
    row("two lengths", FailureKind::BadResponse, length("100, 90"));
    row("the same length three times", {}, length("100, 100,100"));
    row("the same garbage twice", FailureKind::BadResponse, length("many, many"));
    row("length beyond 64 bits", FailureKind::BadResponse, length("99999999999999999999"));
    row("identity", {}, encoding("Identity"));
    row("gzip", {}, encoding("gzip"));
    row("deflate, then gzip", {}, encoding("deflate, X-Gzip"));
    row("gzip in gzip in gzip in gzip", FailureKind::BadResponse, encoding("gzip,gzip,gzip,gzip"));
    row("none", {}, encoding("none"));
    row("a charset", {}, encoding("UTF-8"));
    row("br", FailureKind::BadResponse, encoding("br"));
    row("zstd among others", FailureKind::BadResponse, encoding("gzip, ZSTD"));
    row("203", {}, [](ReceivedResponse &a) { a.status = 203; });
    row("103", FailureKind::InterimAnswer, [](ReceivedResponse &a) { a.status = 103; });
    row("another status is checked at the end", {}, [](ReceivedResponse &a) {
        a.status = 404;
        a.contentEncoding = "gzip";
        a.contentLength = "5000";
    });
}

void tst_Acceptance::headerIsChecked()
{
    QFETCH(ReceivedResponse, response);
    QFETCH(std::optional<FailureKind>, refusal);

    const auto failure = checkHeader(response, limitInBytes);

    QCOMPARE(failure.has_value(), refusal.has_value());
    if (refusal)
        QCOMPARE(failure->kind, *refusal);
}

void tst_Acceptance::responseIsChecked_data()
{
    QTest::addColumn<ReceivedResponse>("response");
    QTest::addColumn<std::optional<FailureKind>>("refusal");
    const auto row = [](const char *name, std::optional<FailureKind> refusal, auto change) {
        ReceivedResponse response = completeResponse();
        change(response);
        QTest::newRow(name) << response << refusal;
    };

    row("whole", {}, [](ReceivedResponse &) {});
    row("203", {}, [](ReceivedResponse &a) { a.status = 203; });
    row("no length", {}, [](ReceivedResponse &a) { a.contentLength.reset(); });
    row("empty", FailureKind::BadResponse, [](ReceivedResponse &a) {
        a.contentLength = "0";
        a.bodySize = 0;
    });
    row("empty without a length", FailureKind::BadResponse, [](ReceivedResponse &a) {
        a.contentLength.reset();
        a.bodySize = 0;
    });
    row("short without an error", FailureKind::Truncated, [](ReceivedResponse &a) { a.bodySize = 99; });
    row("longer than announced", FailureKind::BadResponse, [](ReceivedResponse &a) { a.bodySize = 101; });
    row("closed early", FailureKind::Truncated, [](ReceivedResponse &a) {
        a.error = QNetworkReply::RemoteHostClosedError;
        a.contentLength.reset();
    });
    row("error after all bytes", FailureKind::BadResponse,
        [](ReceivedResponse &a) { a.error = QNetworkReply::ProtocolFailure; });
    row("no status and no error", FailureKind::BadResponse, [](ReceivedResponse &a) { a.status = 0; });
}

void tst_Acceptance::responseIsChecked()
{
    QFETCH(ReceivedResponse, response);
    QFETCH(std::optional<FailureKind>, refusal);

    const auto failure = checkResponse(response);

    QCOMPARE(failure.has_value(), refusal.has_value());
    if (refusal)
        QCOMPARE(failure->kind, *refusal);
}

void tst_Acceptance::statusIsChecked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureKind>("kind");
    for (const int status : {404, 410})
        QTest::addRow("%d", status) << status << FailureKind::NotFound;
    for (const int status : {401, 403})
        QTest::addRow("%d", status) << status << FailureKind::AccessDenied;
    QTest::addRow("407") << 407 << FailureKind::Proxy;
    for (const int status : {301, 302, 303, 305, 306, 307, 308})
        QTest::addRow("%d without a Location", status) << status << FailureKind::Redirect;
    for (const int status : {101, 102, 103, 199})
        QTest::addRow("%d", status) << status << FailureKind::InterimAnswer;
    for (const int status : {201, 204, 206, 300, 304, 400, 408, 418, 429, 500, 502, 503, 504, 999})
        QTest::addRow("%d", status) << status << FailureKind::ServerError;
}

void tst_Acceptance::statusIsChecked()
{
    QFETCH(int, status);
    QFETCH(FailureKind, kind);
    ReceivedResponse response = completeResponse();
    response.status = status;
    response.reason = u"Because"_s;
    response.error = QNetworkReply::UnknownContentError; // less specific than the status

    const auto failure = checkResponse(response);

    QVERIFY(failure);
    QCOMPARE(*failure, (Failure{kind, status, u"Because"_s}));
}

void tst_Acceptance::errorWithoutStatusIsChecked_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << FailureKind::ConnectionRefused;
    QTest::newRow("closed") << QNetworkReply::RemoteHostClosedError << FailureKind::ConnectionLost;
    QTest::newRow("no such host") << QNetworkReply::HostNotFoundError << FailureKind::HostNotFound;
    QTest::newRow("connect timed out") << QNetworkReply::TimeoutError << FailureKind::Timeout;
    QTest::newRow("handshake") << QNetworkReply::SslHandshakeFailedError << FailureKind::Tls;
    QTest::newRow("no route") << QNetworkReply::UnknownNetworkError << FailureKind::NoNetwork;
    QTest::newRow("proxy refused") << QNetworkReply::ProxyConnectionRefusedError << FailureKind::Proxy;
    QTest::newRow("proxy unknown") << QNetworkReply::ProxyNotFoundError << FailureKind::HostNotFound;
    QTest::newRow("protocol") << QNetworkReply::ProtocolFailure << FailureKind::BadResponse;
}

void tst_Acceptance::errorWithoutStatusIsChecked()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(FailureKind, kind);
    ReceivedResponse response;
    response.error = error;
    response.errorText = u"what Qt says"_s;

    const auto failure = checkResponse(response);

    QVERIFY(failure);
    // The text of a timeout says the same as Qt.
    const QString detail = kind == FailureKind::Timeout ? QString() : u"what Qt says"_s;
    QCOMPARE(*failure, (Failure{kind, 0, detail}));
}

void tst_Acceptance::descriptorLimitIsNotReportedAsMissingNetwork()
{
    ReceivedResponse response;
    response.error = QNetworkReply::UnknownNetworkError;
    response.errorText = u"Out of resources"_s;

    const auto failure = checkResponse(response);

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::TooManyOpen);
}

FLAGFETCH_TEST(tst_Acceptance, None)
#include "tst_acceptance.moc"
