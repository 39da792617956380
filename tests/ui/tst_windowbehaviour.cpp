#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"

#include <QLineEdit>

/// The limit of concurrent requests, and the messages about Retry-After.
class TestWindowBehaviour final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void limitAppliesImmediately();
    void eachSourceKeepsLimit();
    void commandLineSetsLimit();
    void showsServerWait();
    void showsNumberOfWaitingFlags();

private:
    [[nodiscard]] WindowOptions optionsFor(const ScriptedServer &server, const QStringList &ticked) const;

    const QStringList m_four{u"BR"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    std::unique_ptr<WindowFolders> m_home;
};

void TestWindowBehaviour::initTestCase()
{
    installTranslation(*qApp);
}

void TestWindowBehaviour::init()
{
    m_home = std::make_unique<WindowFolders>();
}

WindowOptions TestWindowBehaviour::optionsFor(const ScriptedServer &server, const QStringList &ticked) const
{
    WindowOptions options = m_home->options(ticked);
    options.sources = {SourceList::shipped().resolve(server.address(u"/"_s)).value()};
    options.transfer.proxyChoice = ProxyChoice::None;
    return options;
}

void TestWindowBehaviour::limitAppliesImmediately()
{
    WindowOptions options = m_home->options(m_four, u"builtin-slow"_s);
    options.limit = 2;
    const WindowSession session(options, verySlow());
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 1);
    auto *limit = session.part<LimitBox>();
    QVERIFY(limit->isEnabled());
    limit->setFocus();
    limit->selectAll();
    QTest::keyClicks(limit, u"8"_s);
    QCOMPARE(session.count(FlagState::Downloading), 1); // the user may type more digits
    QTest::keyClick(limit, Qt::Key_Return);
    QTRY_COMPARE(session.count(FlagState::Downloading), 4);
}

void TestWindowBehaviour::eachSourceKeepsLimit()
{
    {
        WindowSession session(m_home->options(m_four, u"fluentpython"_s));
        auto *limit = session.part<LimitBox>();
        QCOMPARE(limit->value(), 5);
        QVERIFY(limit->toolTip().contains(u'5'));
        limit->setValue(3);
        session.part<SourceChooser>()->setSourceId(u"builtin"_s);
        QCOMPARE(limit->value(), 30);
        limit->setValue(77);
        session.part<SourceChooser>()->setSourceId(u"fluentpython"_s);
        QCOMPARE(limit->value(), 3);
        session.window.close();
    }
    const WindowSession session(m_home->options(m_four, u"builtin"_s));
    QCOMPARE(session.part<LimitBox>()->value(), 77);
    session.part<LimitBox>()->setValue(30); // the default of the source is not stored
    QCOMPARE(session.part<LimitBox>()->chosen(), (QHash<QString, int>{{u"fluentpython"_s, 3}}));
}

void TestWindowBehaviour::commandLineSetsLimit()
{
    WindowOptions options = m_home->options(m_four, u"fluentpython"_s);
    options.limit = 12;
    const WindowSession session(options);
    QCOMPARE(session.part<LimitBox>()->limit(), 12);
    session.part<LimitBox>()->findChild<QLineEdit *>()->setText(
        u"13"_s); // Download is pressed while the number is still being typed
    QCOMPARE(session.part<LimitBox>()->limit(), 13);
}

void TestWindowBehaviour::showsServerWait()
{
    const ScriptedServer server([](const ScriptedRequest &) { return status(503, {"Retry-After: 40"}); });
    const WindowSession session(optionsFor(server, {u"JP"_s}));
    const QString text = u"waiting %1 s because the server limits requests"_s;
    session.press();
    QTRY_COMPARE(session.message(), u"Japan: "_s + text.arg(40) + u'.');
    QCOMPARE(session.cell(u"JP"_s).data(FlagModel::ServerWaitRole).toInt(), 40);
    QVERIFY(session.cell(u"JP"_s).data(Qt::ToolTipRole).toString().contains(text.arg(40)));
    QTRY_COMPARE(session.message(), u"Japan: "_s + text.arg(39) + u'.');
    QVERIFY(session.choose(u"JP"_s, u"Cancel"_s));
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY2(!session.message().contains(u"waiting"_s), qPrintable(session.message()));
    QCOMPARE(session.cell(u"JP"_s).data(FlagModel::ServerWaitRole).toInt(), 0);
}

void TestWindowBehaviour::showsNumberOfWaitingFlags()
{
    const ScriptedServer server([](const ScriptedRequest &) { return status(503, {"Retry-After: 40"}); });
    WindowOptions options = optionsFor(server, m_four);
    options.limit = 30;
    const WindowSession session(options);
    session.press();
    QTRY_VERIFY2(session.message().startsWith(u"4 flags: waiting "_s), qPrintable(session.message()));
}

FLAGFETCH_TEST(TestWindowBehaviour, Widgets)
#include "tst_windowbehaviour.moc"
