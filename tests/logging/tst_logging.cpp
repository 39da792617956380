#include "app/logging/logging.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Logging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRead_data();
    void rulesAreRead();
    void invalidRulesAreRejected_data();
    void invalidRulesAreRejected();
    void addressesHaveNoCredentials_data();
    void addressesHaveNoCredentials();
    void categoriesAreSilentByDefault();
    void warningsOfMissingScriptsAreDropped();
};

void tst_Logging::rulesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rules");
    QTest::newRow("one") << u"flagfetch.transfer=true"_s << u"flagfetch.transfer=true"_s;
    QTest::newRow("without a value") << u"flagfetch.*"_s << u"flagfetch.*=true"_s;
    QTest::newRow("two") << u"flagfetch.*; flagfetch.sets=false"_s
                         << u"flagfetch.*=true\nflagfetch.sets=false"_s;
    QTest::newRow("name of a module") << u"transfer"_s << u"flagfetch.transfer=true"_s;
    QTest::newRow("name of a module, off") << u"*;sets=false"_s << u"*=true\nflagfetch.sets=false"_s;
    QTest::newRow("of Qt") << u"qt.network.http2"_s << u"qt.network.http2=true"_s;
    QTest::newRow("with a type") << u"*.debug=true;"_s << u"*.debug=true"_s;
}

void tst_Logging::rulesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, rules);
    QCOMPARE(readLogRules(text).value_or(QString()), rules);
}

void tst_Logging::invalidRulesAreRejected_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("only separators") << u";;"_s;
    QTest::newRow("other value") << u"flagfetch.*=yes"_s;
    QTest::newRow("no category") << u"=true"_s;
    QTest::newRow("no module") << u"transfers"_s;
    QTest::newRow("no category of the program") << u"flagfetch.transfers=true"_s;
    QTest::newRow("two words") << u"flagfetch transfer"_s;
}

void tst_Logging::invalidRulesAreRejected()
{
    QFETCH(const QString, text);
    QVERIFY(!readLogRules(text));
}

void tst_Logging::addressesHaveNoCredentials_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("password") << QUrl(u"https://anna:s3cr3t@host.example:8443/de.svg"_s)
                              << u"https://host.example:8443/de.svg"_s;
    QTest::newRow("key") << QUrl(u"https://host.example/de.svg?key=s3cr3t#x"_s)
                         << u"https://host.example/de.svg"_s;
}

void tst_Logging::addressesHaveNoCredentials()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, shown);
    QCOMPARE(loggableUrl(url), shown);
}

void tst_Logging::categoriesAreSilentByDefault()
{
    QVERIFY(!lcTransfer().isDebugEnabled());
    QLoggingCategory::setFilterRules(*readLogRules(u"flagfetch.transfer"_s));
    QVERIFY(lcTransfer().isDebugEnabled());
    QVERIFY(!lcSets().isDebugEnabled());
    QLoggingCategory::setFilterRules({});
}

void tst_Logging::warningsOfMissingScriptsAreDropped()
{
    startLogging({});
    QTest::failOnWarning(QRegularExpression(u"OpenType"_s));
    qWarning("  OpenType support missing for \"Some Sans\", script 11");
    QTest::ignoreMessage(QtWarningMsg, "Another warning");
    qWarning("Another warning");
}

FLAGFETCH_TEST(tst_Logging, Core)
#include "tst_logging.moc"
