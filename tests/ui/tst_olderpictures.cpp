#include "app/downloads/freshnesscheck.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/sets/setcontrol.h"

#include <QSignalSpy>

/// The messages of the window about pictures that do not show the current flag.
class TestOlderPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void supersededPictureIsNamed();
    void currentPicturesAreNotMentioned();
    void nextBatchClearsFreshness();
    void pictureOfFormerFolderIsNotMentioned();
    void knownPictureIsNotCheckedAgain();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

/// Saves Libya's flag of 2010, whatever the source sent.
SavedFlag saveGreen(const SaveRequest &order)
{
    SaveRequest green = order;
    green.picture = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">)"
                    R"(<path fill="#239e46" d="M0 0h2v1H0z"/></svg>)";
    return saveFlag(green);
}

QString toolTip(const WindowSession &session, const QString &code)
{
    return session.cell(code).data(Qt::ToolTipRole).toString();
}

} // namespace

void TestOlderPictures::initTestCase()
{
    installTranslation(*qApp);
}

void TestOlderPictures::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestOlderPictures::supersededPictureIsNamed()
{
    const WindowSession session(m_home->options({u"LY"_s, u"JP"_s}), {}, &saveGreen);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QTRY_VERIFY2(session.message().contains(u"Older pictures: LY shows Libya's flag until 2011."_s),
        qPrintable(session.message()));
    QVERIFY2(toolTip(session, u"LY"_s).contains(u"The picture shows Libya's flag until 2011."_s),
        qPrintable(toolTip(session, u"LY"_s)));
    const QString spoken = session.cell(u"LY"_s).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"Libya's flag until 2011"_s), qPrintable(spoken));
    QVERIFY(!toolTip(session, u"JP"_s).contains(u"The picture shows"_s));
}

void TestOlderPictures::currentPicturesAreNotMentioned()
{
    const WindowSession session(m_home->options({u"LY"_s, u"JP"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QVERIFY(!toolTip(session, u"LY"_s).contains(u"The picture shows"_s));
    QVERIFY(!session.message().contains(u"Older pictures"_s));
}

void TestOlderPictures::nextBatchClearsFreshness()
{
    FlagModel model({{.code = u"LY"_s, .iso3 = {}, .name = u"Libya"_s, .displayName = u"Libya"_s}});
    FlagResult result;
    result.country.code = u"LY"_s;
    result.state = FlagState::Saved;
    result.ended = SteadyTime::clock::now();
    const FlagFreshness superseded{.state = FlagFreshness::State::Superseded, .since = u"2011"_s};
    const auto shown = [&model] { return model.index(0).data(FlagModel::WrongPictureRole).toString(); };

    model.setResult(result);
    model.setFreshness(result, superseded);
    QCOMPARE(shown(), u"Libya's flag until 2011"_s);
    model.beginBatch({u"LY"_s});
    QCOMPARE(shown(), QString());
    model.setFreshness(result, superseded); // late: this belongs to the previous picture
    QCOMPARE(shown(), QString());
}

void TestOlderPictures::pictureOfFormerFolderIsNotMentioned()
{
    FlagModel model({{.code = u"LY"_s, .iso3 = {}, .name = u"Libya"_s, .displayName = u"Libya"_s}});
    const FlagFreshness superseded{.state = FlagFreshness::State::Superseded, .since = u"2011"_s};
    const auto shown = [&model] { return model.index(0).data(FlagModel::WrongPictureRole).toString(); };
    FolderFlag former;
    former.record.code = former.result.country.code = u"LY"_s;
    former.result.state = FlagState::Saved;
    former.result.path = u"/former/LY.svg"_s;
    former.result.sha256 = "green";
    FolderFlag other = former;
    other.result.path = u"/other/LY.svg"_s;
    other.result.sha256 = "current";

    model.setFolderFlags({former});
    model.setFreshness(former.result, superseded);
    QCOMPARE(shown(), u"Libya's flag until 2011"_s);
    model.clearResults();
    model.setFreshness(former.result, superseded); // late
    QCOMPARE(shown(), QString());
    model.setFolderFlags({other});
    model.setFreshness(former.result, superseded);
    QCOMPARE(shown(), QString());
}

// Regression: each time the window became active, all pictures were drawn and checked again.
void TestOlderPictures::knownPictureIsNotCheckedAgain()
{
    {
        const WindowSession session(m_home->options({u"LY"_s, u"JP"_s}), {}, &saveGreen);
        session.press();
        QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
        QTRY_VERIFY(!session.downloads.isRunning());
    }
    const WindowSession session(m_home->options({}));
    auto *check = session.window.findChild<FreshnessCheck *>();
    QVERIFY(check != nullptr);
    QTRY_VERIFY(toolTip(session, u"LY"_s).contains(u"The picture shows"_s));
    const QSignalSpy checked(check, &FreshnessCheck::checked);
    session.window.findChild<SetControl *>()->refresh();
    QTRY_VERIFY(checked.count() > 0); // Japan's flag has never changed: its answer comes at once
    QTRY_COMPARE(check->countPending(), 0);
    for (const auto &signal : checked)
        QCOMPARE(signal.at(0).value<FlagResult>().country.code, u"JP"_s);
}

FLAGFETCH_TEST(TestOlderPictures, Widgets)
#include "tst_olderpictures.moc"
