#include "app/builtin/builtinservers.h"
#include "app/builtin/embeddedserver.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBuiltinServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void embeddedSourcesGetAddresses_data();
    void embeddedSourcesGetAddresses();
    void otherSourcesAreUnchanged();
    void startsOneServerPerSource();
    void restartsServerWithChangedSettings();
    void keepsServersWithUnchangedSettings();
    void stopsServersOnDestruction();
    void failsWithoutPictures();

private:
    [[nodiscard]] BuiltinServers::Settings settings() const { return {.picturesFolder = m_pictures.path()}; }

    QTemporaryDir m_pictures;
};

namespace {

Source shipped(const QString &id)
{
    return SourceList::shipped().resolve(id).value();
}

QUrl imageOf(BuiltinServers &servers, const QString &id)
{
    const auto ready = servers.resolveAddresses(shipped(id));
    const Country china{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};
    return ready ? ready->imageUrl(china).value_or(QUrl()) : QUrl();
}

bool isListening(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(10'000);
}

} // namespace

void TestBuiltinServers::initTestCase()
{
    for (const QString &cc : {u"cn"_s, u"de"_s}) {
        QFile file(m_pictures.filePath(cc + u".svg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void TestBuiltinServers::embeddedSourcesGetAddresses_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : {u"builtin"_s, u"builtin-1x1"_s, u"builtin-slow"_s, u"builtin-faulty"_s})
        QTest::addRow("%s", qPrintable(id)) << id;
}

void TestBuiltinServers::embeddedSourcesGetAddresses()
{
    QFETCH(QString, id);
    BuiltinServers servers(settings());
    const Source source = shipped(id);
    const auto ready = servers.resolveAddresses(source);
    QVERIFY(ready);
    const QUrl base(ready->base);
    QCOMPARE(base.host(), u"127.0.0.1"_s);
    QVERIFY(isListening(base));
    const Country china{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = {}, .displayName = {}};
    QCOMPARE(ready->imageUrl(china), QUrl(ready->base + u"cn/cn.svg"_s));
    QCOMPARE(ready->metadataUrl(china), QUrl(ready->base + u"cn/metadata.json"_s));
    Source defined = source.definition();
    defined.licence.clear(); // of the folder that the test names nothing is known
    defined.licenceUrl.clear();
    defined.codes = QStringList(); // it has two countries
    QCOMPARE(ready->definition(), defined);
    QCOMPARE(servers.codesOf(source), (QStringList{u"CN"_s, u"DE"_s}));
}

void TestBuiltinServers::otherSourcesAreUnchanged()
{
    BuiltinServers servers({.picturesFolder = m_pictures.filePath(u"nowhere"_s)});
    const Source remote = shipped(u"fluentpython"_s);
    const auto ready = servers.resolveAddresses(remote);
    QVERIFY(ready);
    QCOMPARE(*ready, remote);
    QCOMPARE(servers.codesOf(remote), std::nullopt);
}

void TestBuiltinServers::startsOneServerPerSource()
{
    BuiltinServers servers(settings());
    const QUrl plain = imageOf(servers, u"builtin"_s);
    const QUrl slow = imageOf(servers, u"builtin-slow"_s);
    const QUrl faulty = imageOf(servers, u"builtin-faulty"_s);
    QCOMPARE((QSet<int>{plain.port(), slow.port(), faulty.port()}.size()), 3);
    QCOMPARE(imageOf(servers, u"builtin"_s), plain);
    QCOMPARE(imageOf(servers, u"builtin-slow"_s), slow);
    QCOMPARE(imageOf(servers, u"builtin-faulty"_s), faulty);
}

void TestBuiltinServers::restartsServerWithChangedSettings()
{
    BuiltinServers servers(settings());
    const QUrl before = imageOf(servers, u"builtin-slow"_s);
    auto changed = settings();
    changed.slow = {.shortestDelay = 1ms, .longestDelay = 2ms};
    servers.setSettings(changed);
    QVERIFY(isListening(before));
    const QUrl after = imageOf(servers, u"builtin-slow"_s);
    QVERIFY(after != before);
    QVERIFY(isListening(after));
    QVERIFY(!isListening(before));
}

void TestBuiltinServers::keepsServersWithUnchangedSettings()
{
    BuiltinServers servers(settings());
    const QUrl before = imageOf(servers, u"builtin"_s);
    auto changed = settings();
    changed.faulty.errorRate = 1;
    servers.setSettings(changed);
    QCOMPARE(imageOf(servers, u"builtin"_s), before);
}

void TestBuiltinServers::stopsServersOnDestruction()
{
    QUrl address;
    {
        BuiltinServers servers(settings());
        address = imageOf(servers, u"builtin"_s);
        QVERIFY(isListening(address));
    }
    QVERIFY(!isListening(address));
}

void TestBuiltinServers::failsWithoutPictures()
{
    const QString nowhere = m_pictures.filePath(u"nowhere"_s);
    BuiltinServers servers({.picturesFolder = nowhere});
    const auto ready = servers.resolveAddresses(shipped(u"builtin"_s));
    QVERIFY(!ready);
    QCOMPARE(ready.error(), (Failure{FailureKind::PicturesMissing, 0, nowhere}));
    QCOMPARE(servers.codesOf(shipped(u"builtin"_s)), std::nullopt);
}

FLAGFETCH_TEST(TestBuiltinServers, Core)

#include "tst_builtinservers.moc"
