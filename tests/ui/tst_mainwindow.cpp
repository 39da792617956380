#include "app/countries/nameindex.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"

#include <QElapsedTimer>
#include <QSignalSpy>

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void downloadsTickedCountries();
    void showsFailureBelowGrid();
    void cancelsImmediately();
    void retriesOnlyFailedFlags();
    void secondBatchKeepsOtherCells();
    void reportsMissingPictures();
    void requestsCodesOutsideCatalogue();
    void gridNeverMoves();
    void closesDuringBatch();
    void closesDuringFirstSearch();

private:
    std::unique_ptr<WindowFolders> m_home;
};

void TestMainWindow::initTestCase()
{
    installTranslation(*qApp);
}

void TestMainWindow::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestMainWindow::downloadsTickedCountries()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s, u"US-CA"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QCOMPARE(session.buttonText(), u"Cancel"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Saved);
    QCOMPARE(session.state(u"JP"_s), FlagState::Saved);
    QCOMPARE(session.state(u"US-CA"_s), FlagState::NotFound);
    QCOMPARE(session.state(u"FR"_s), FlagState::NotAsked);
    QCOMPARE(m_home->files(), (QStringList{u"BR-Brazil.svg"_s, u"JP-Japan.svg"_s}));
    const auto picture
        = [&session] { return session.cell(u"JP"_s).data(Qt::DecorationRole).value<QPixmap>(); };
    QTRY_COMPARE(picture().size(), session.part<FlagGrid>()->pictureBox());
    QCOMPARE(session.chips(), u"All 250 | Ticked 3 | Saved 2 | Not found 1"_s);
    QVERIFY2(session.progress().startsWith(u"2 flags downloaded in "_s), qPrintable(session.progress()));
    QVERIFY2(session.progress().endsWith(u" s, 1 not found."_s), qPrintable(session.progress()));
    QCOMPARE(session.buttonText(), u"Download 3 flags"_s);
}

void TestMainWindow::showsFailureBelowGrid()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-faulty"_s), faultyBy(1));
    const QString hint = session.part<MessageLine>()->text();
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Failed, 30'000);
    QTRY_VERIFY(session.offer()->isVisible());
    QVERIFY(session.part<MessageLine>()->text() != hint);
    QVERIFY2(session.part<MessageLine>()->text().contains(u"Brazil"_s),
        qPrintable(session.part<MessageLine>()->text()));
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"JP"_s));
    QVERIFY(session.part<MessageLine>()->text().contains(u"Japan"_s));
    const QString ofCell = session.part<MessageLine>()->text().section(u"2 flags failed. "_s, 1);
    QVERIFY2(!ofCell.isEmpty(), qPrintable(session.part<MessageLine>()->text()));
    QVERIFY(session.cell(u"JP"_s).data(Qt::ToolTipRole).toString().contains(ofCell));
    QVERIFY(!session.cell(u"JP"_s).data(Qt::DecorationRole).isValid());
    QVERIFY(m_home->files().isEmpty());
}

void TestMainWindow::cancelsImmediately()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
    QVERIFY(!session.part<SourceChooser>()->isEnabled());
    QTRY_VERIFY(session.progress().contains(u"0 of 2"_s));
    session.press();
    QCOMPARE(session.state(u"JP"_s), FlagState::Cancelled);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.buttonText(), u"Download 2 flags"_s);
    QCOMPARE(session.chips(), u"All 250 | Ticked 2 | Cancelled 2"_s);
    QVERIFY(session.part<SourceChooser>()->isEnabled());
    QVERIFY(m_home->files().isEmpty());
}

void TestMainWindow::retriesOnlyFailedFlags()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-faulty"_s), faultyBy(1));
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(session.offer()->isVisible(), 30'000);
    session.servers.setSettings(faultyBy(0));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Saved, 30'000);
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    QTRY_VERIFY(!session.offer()->isVisible());
    QCOMPARE(m_home->files().size(), 2);
}

void TestMainWindow::secondBatchKeepsOtherCells()
{
    WindowSession session(m_home->options({u"BR"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    session.part<CategoryBar>()->choose(FlagCategory::All); // the download has chosen the category Ticked
    auto *grid = session.part<FlagGrid>();
    for (const QString &code : {u"BR"_s, u"JP"_s}) {
        grid->setCurrentIndex(session.cell(code));
        QTest::keyClick(grid, Qt::Key_Space);
    }
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000);
    QCOMPARE(session.chips(), u"All 250 | Ticked 1 | Saved 2"_s);
}

void TestMainWindow::reportsMissingPictures()
{
    BuiltinServers::Settings settings;
    settings.picturesFolder = m_home->path(u"nothing-here"_s);
    const WindowSession session(m_home->options({u"BR"_s}), settings);
    session.press();
    QTRY_VERIFY(!session.downloads.isRunning());
    QVERIFY2(session.part<MessageLine>()->text().contains(u"nothing-here"_s),
        qPrintable(session.part<MessageLine>()->text()));
    QCOMPARE(session.state(u"BR"_s), FlagState::NotAsked);
}

void TestMainWindow::requestsCodesOutsideCatalogue()
{
    const WindowSession session(m_home->options({u"BR"_s, u"QQ"_s}));
    QCOMPARE(session.chips(), u"All 251 | Ticked 2"_s);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"QQ"_s), FlagState::NotFound, 30'000);
}

void TestMainWindow::gridNeverMoves()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-faulty"_s), faultyBy(1));
    const QRect before = session.part<FlagGrid>()->geometry();
    session.press();
    QTRY_VERIFY(session.progress().contains(u"of 2"_s));
    QCOMPARE(session.part<FlagGrid>()->geometry(), before);
    QTRY_VERIFY_WITH_TIMEOUT(session.offer()->isVisible(), 30'000);
    QTest::qWait(1); // a requested layout runs in the event loop
    QCOMPARE(session.part<FlagGrid>()->geometry(), before);
}

void TestMainWindow::closesDuringBatch()
{
    QElapsedTimer time;
    {
        WindowSession session(m_home->options({u"BR"_s, u"JP"_s, u"FR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
        time.start();
        session.window.closeAtOnce();
        QCOMPARE(session.state(u"JP"_s), FlagState::Cancelled);
    }
    QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
}

// Regression: the process stayed until the index of all names was made.
void TestMainWindow::closesDuringFirstSearch()
{
    QElapsedTimer time;
    time.start();
    QVERIFY(!namesInAllLanguages(Catalogue()).isEmpty());
    const qint64 whole = time.elapsed();
    {
        WindowSession session(m_home->options({u"BR"_s}));
        QTest::keyClicks(session.part<SearchField>(), u"j"_s);
        QCOMPARE(session.part<SearchField>()->text(), u"j"_s);
        time.start();
        session.window.close();
    }
    // The threads end at once; the rest is the destruction of the window.
    QVERIFY2(time.elapsed() < std::max<qint64>(whole / 2, 100), qPrintable(QString::number(time.elapsed())));
}

FLAGFETCH_TEST(TestMainWindow, Widgets)
#include "tst_mainwindow.moc"
