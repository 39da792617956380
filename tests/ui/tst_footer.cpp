#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/footerbar.h"
#include "ui/look/textwidgets.h"

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
    void reportsSkippedSource();

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
    row->showRunning(withEverything());
    QTRY_VERIFY2(isWhole(*label), qPrintable(label->text()));
    QCOMPARE(label->toolTip(), label->text());
    row->showFinished(withEverything());
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
        row->showFinished({});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int grid = session.part<FlagGrid>()->height();
        row->showRunning(withEverything());
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
    // A later notice replaces the failure.
    session.part<FooterBar>()->showNotice(u"Three countries were ticked."_s);
    QCOMPARE(session.message(), u"Three countries were ticked."_s);
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

FLAGFETCH_TEST(TestFooter, Widgets)
#include "tst_footer.moc"
