#include "app/downloads/summarytext.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/footerbar.h"
#include "ui/look/textwidgets.h"
#include "ui/sets/setcontrol.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>
#include <QToolButton>

using namespace std::chrono_literals;

/// The texts below the grid are readable at every size of the window.
class TestFooter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void countsAreNeverElided_data();
    void countsAreNeverElided();
    void pathUsesFreeWidth_data();
    void pathUsesFreeWidth();
    void layoutIsStableDuringBatch();
    void noticeDoesNotHideFailure();
    void noticeDoesNotHideFullDisk();
    void severalFailuresAreCounted();
    void unreachableSourceFailsFlags_data();
    void unreachableSourceFailsFlags();
    void reportsSkippedSource();
    void buttonBelongsToItsMessage();
    void declinedWorkIsNotOfferedAgain();
    void errorCanBeDismissed();
    void showsPauseWhenNothingIsInFlight();
    void repairNamesAtMostThreeCountries();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {
BatchProgress withEverything()
{
    BatchProgress progress;
    progress.saved = 111;
    progress.changed = 12;
    progress.unchanged = 23;
    progress.skipped = 34;
    progress.notFound = 15;
    progress.failed = 16;
    progress.cancelled = 51;
    progress.total = 250;
    progress.elapsed = 12'345ms;
    return progress;
}

void addWidths()
{
    QTest::addColumn<int>("width");
    for (const int width : {800, 960, 1120, 1920})
        QTest::addRow("%d", width) << width;
}

/// Resizes the window. Returns false if its contents make it wider.
bool resize(WindowSession &session, int width)
{
    session.window.resize(width, 600);
    return QTest::qWaitFor([&session, width] { return session.window.width() == width; });
}

bool isWhole(const CountsLabel &label)
{
    const QRect needed
        = label.fontMetrics().boundingRect(label.rect(), Qt::AlignRight | Qt::TextWordWrap, label.text());
    return needed.width() <= label.width() && needed.height() <= label.height();
}
} // namespace

void TestFooter::initTestCase()
{
    installTranslation(*qApp);
}

void TestFooter::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestFooter::countsAreNeverElided_data()
{
    addWidths();
}

void TestFooter::countsAreNeverElided()
{
    QFETCH(int, width);
    WindowSession session(m_home->options({u"BR"_s}));
    QVERIFY(resize(session, width));
    auto *row = session.part<ProgressRow>();
    const auto *label = row->findChild<CountsLabel *>();
    row->showRunning(withEverything(), 0);
    QTRY_VERIFY2(isWhole(*label), qPrintable(label->text()));
    QCOMPARE(label->toolTip(), label->text());
    row->showFinished(summaryText(withEverything()));
    QTRY_VERIFY2(isWhole(*label), qPrintable(label->text()));
    QCOMPARE(label->toolTip(), label->text());
    QCOMPARE(session.window.width(), width);
}

void TestFooter::pathUsesFreeWidth_data()
{
    addWidths();
}

void TestFooter::pathUsesFreeWidth()
{
    QFETCH(int, width);
    WindowSession session(m_home->options({u"BR"_s}));
    QVERIFY(resize(session, width));
    session.part<FolderRow>()->setFolder(u"/srv/pictures/broken-flags"_s);
    const auto *path = session.part<FolderRow>()->findChild<ElidedLabel *>();
    QTRY_COMPARE(path->width(), path->sizeHint().width());
}

void TestFooter::layoutIsStableDuringBatch()
{
    WindowSession session(m_home->options({u"BR"_s}));
    for (const int width : {800, 1120}) {
        QVERIFY(resize(session, width));
        auto *row = session.part<ProgressRow>();
        row->showFinished(summaryText({}));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int grid = session.part<FlagGrid>()->height();
        row->showRunning(withEverything(), 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(session.part<FlagGrid>()->height(), grid);
    }
}

void TestFooter::noticeDoesNotHideFailure()
{
    const SaveTask failing = [](const SaveRequest &) {
        SavedFlag failed;
        failed.state = FlagState::Failed;
        failed.failure = {FailureKind::WriteFailed, 0, {}};
        return failed;
    };
    WindowSession session(m_home->options({u"BR"_s}), {}, failing);
    session.part<FooterBar>()->showNotice(u"Two countries were ticked."_s);
    QCOMPARE(session.message(), u"Two countries were ticked."_s);
    session.press();
    QTRY_VERIFY(session.downloads.isRunning());
    session.part<FooterBar>()->showNotice(u"Two countries were ticked."_s);
    QTRY_VERIFY2(session.message().contains(u"could not be written"_s), qPrintable(session.message()));
    session.part<FooterBar>()->showNotice(u"Three countries were ticked."_s);
    QVERIFY2(session.message().contains(u"could not be written"_s), qPrintable(session.message()));
    const auto place = [&session] {
        QStringList shown;
        const auto labels = session.part<MessageLine>()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->text().contains(u" of "_s))
                shown.append(label->text());
        }
        return shown.join(u'|');
    };
    QTRY_COMPARE(place(), u"1 of 2"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(session.message(), u"Three countries were ticked."_s);
    QCOMPARE(place(), u"2 of 2"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(place(), u"1 of 2"_s);
    const auto steps = session.part<MessageLine>()->findChildren<QToolButton *>();
    QCOMPARE(steps.size(), 2);
    for (QToolButton *step : steps) // of two messages, each is before and after the other
        QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(place(), u"1 of 2"_s);
}

void TestFooter::noticeDoesNotHideFullDisk()
{
    const SaveTask full = [](const SaveRequest &) {
        SavedFlag failed;
        failed.state = FlagState::Failed;
        failed.failure = {FailureKind::NoSpace, 0, {}};
        return failed;
    };
    WindowSession session(m_home->options({u"BR"_s}), {}, full);
    session.press();
    QTRY_VERIFY(session.downloads.progress().isPaused);
    session.part<FooterBar>()->showNotice(u"Two countries were ticked."_s);
    QTRY_VERIFY2(session.message().contains(u"disk is full"_s), qPrintable(session.message()));
    session.downloads.cancel();
}

void TestFooter::severalFailuresAreCounted()
{
    const SaveTask failing = [](const SaveRequest &request) {
        SavedFlag flag;
        flag.state = FlagState::Failed;
        flag.failure
            = {request.country.code == "EG"_L1 ? FailureKind::Truncated : FailureKind::WriteFailed, 0, {}};
        return flag;
    };
    const WindowSession session(m_home->options({u"EG"_s, u"BR"_s, u"JP"_s}), {}, failing);
    session.press();
    QTRY_COMPARE(session.count(FlagState::Failed), 3);
    QTRY_VERIFY2(session.message().contains(u"failed. Brazil: "_s), qPrintable(session.message()));
    QVERIFY2(session.message().startsWith(u"3 flag"_s), qPrintable(session.message()));
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"EG"_s));
    QTRY_VERIFY2(session.message().contains(u"failed. Egypt: "_s), qPrintable(session.message()));
}

void TestFooter::unreachableSourceFailsFlags_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one flag") << 1;
    QTest::newRow("many flags, of which only some are requested") << 40;
}

// Regression: they were cancelled, although only users cancel, and an interrupted batch was reported.
void TestFooter::unreachableSourceFailsFlags()
{
    QFETCH(int, count);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString address = u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
    closed.close();
    WindowOptions options = m_home->options({});
    for (qsizetype i = 0; i < count; ++i)
        options.ticked->append(Catalogue().countries().at(i).code);
    options.sources = {SourceList::shipped().resolve(address).value()};
    const WindowSession session(options);
    QSignalSpy read(session.window.findChild<SetControl *>(), &SetControl::summaryRead);
    QTRY_VERIFY(!read.isEmpty());
    read.clear();
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Failed), count, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(!read.isEmpty()); // what is left in the folder is known
    QVERIFY2(session.message().contains(u"refused the connection"_s), qPrintable(session.message()));
    QCOMPARE(session.offer()->text().remove(u'&'), u"Retry failed"_s);
    const auto *next = session.part<MessageLine>()->findChild<QToolButton *>();
    QVERIFY2(!next->isVisible(), qPrintable(next->text()));
}

void TestFooter::reportsSkippedSource()
{
    const ScriptedServer stalling({.handler = [](const ScriptedRequest &) { return Script().stall(); }});
    WindowOptions options = m_home->options({u"BR"_s});
    options.sources.append(SourceList::shipped().resolve(stalling.address()).value());
    WindowSession session(options, {.picturesFolder = m_home->path(u"nowhere"_s)});
    session.press();
    QTRY_VERIFY(session.downloads.isRunning());
    QTRY_VERIFY2(session.message().contains(u"built-in sources"_s), qPrintable(session.message()));
    QVERIFY(session.downloads.isRunning());
}

// Regression: a drop of a file showed its message next to the Continue of an interrupted batch.
void TestFooter::buttonBelongsToItsMessage()
{
    {
        WindowSession interrupted(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        interrupted.press();
        QTRY_COMPARE(interrupted.state(u"BR"_s), FlagState::Downloading);
        interrupted.window.closeAtOnce();
    }
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY(session.offer()->isVisible());
    const QString pending = session.message();
    session.part<FooterBar>()->showError(u"This file cannot be read."_s);
    QCOMPARE(session.message(), u"This file cannot be read."_s);
    QVERIFY(!session.offer()->isVisible());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(session.message(), pending);
    QCOMPARE(session.offer()->text().remove(u'&'), u"Continue"_s);
    QVERIFY(session.offer()->isVisible());
}

// Regression: the folder is read again when the window becomes active, and the offer was there again.
void TestFooter::declinedWorkIsNotOfferedAgain()
{
    {
        WindowSession interrupted(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        interrupted.press();
        QTRY_COMPARE(interrupted.state(u"BR"_s), FlagState::Downloading);
        interrupted.window.closeAtOnce();
    }
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY(session.offer()->isVisible());
    QTest::keyClick(
        session.part<FlagGrid>(), Qt::Key_M, Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier));
    QTRY_VERIFY(!session.offer()->isVisible());
    auto *set = session.window.findChild<SetControl *>();
    const QSignalSpy read(set, &SetControl::summaryRead);
    set->refresh();
    QTRY_COMPARE(read.count(), 1);
    QVERIFY2(!session.offer()->isVisible(), qPrintable(session.message()));
    session.part<FolderRow>()->setFolder(m_home->path(u"flags"_s)); // chosen again
    QTRY_VERIFY(session.offer()->isVisible());
}

void TestFooter::errorCanBeDismissed()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const QString hint = session.message();
    session.part<FooterBar>()->showError(u"No program can open folders."_s);
    auto *dismiss = session.part<MessageLine>()->findChildren<QPushButton *>().last();
    QCOMPARE(dismiss->text(), u"Dismiss"_s);
    QTest::keyClick(
        session.part<FlagGrid>(), Qt::Key_M, Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier));
    QTRY_COMPARE(session.message(), hint);
    QVERIFY(!dismiss->isVisible());
}

void TestFooter::showsPauseWhenNothingIsInFlight()
{
    ProgressRow row;
    const auto *clock = row.findChildren<CountsLabel *>().constLast();
    BatchProgress progress = withEverything();
    progress.isPaused = true;
    row.showRunning(progress, 12);
    QVERIFY2(row.text().startsWith(u"Pausing: 12 "_s), qPrintable(row.text()));
    QVERIFY(clock->text() != u"Paused"_s);
    row.showRunning(progress, 0);
    QVERIFY2(row.text().startsWith(u"168 of 250"_s), qPrintable(row.text()));
    QCOMPARE(clock->text(), u"Paused"_s);
}

void TestFooter::repairNamesAtMostThreeCountries()
{
    BatchProgress progress;
    progress.saved = 1;
    QCOMPARE(repairText(progress, {u"Egypt"_s}), u"1 file repaired: Egypt."_s);
    progress.saved = 3;
    progress.failed = 1;
    QCOMPARE(repairText(progress, {u"Egypt"_s, u"Kenya"_s, u"Mozambique"_s}),
        u"3 files repaired: Egypt, Kenya, Mozambique. 1 failed."_s);
    progress.saved = 5;
    progress.failed = 0;
    QCOMPARE(repairText(progress, {u"Chad"_s, u"Egypt"_s, u"Kenya"_s, u"Mali"_s, u"Togo"_s}),
        u"5 files repaired: Chad, Egypt, Kenya and 2 more."_s);
}

FLAGFETCH_TEST(TestFooter, Widgets)
#include "tst_footer.moc"
