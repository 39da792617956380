#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/sets/setmenu.h"
#include "ui/sets/verifydialog.h"

#include <QComboBox>
#include <QTableView>
#include <QThreadPool>

using namespace windowset;

/// What the window shows during and after an operation on a set.
class TestSetBatches final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void updateShowsFlagsOfSet();
    void updateEndsWithChangedFlags();
    void endOfUpdateKeepsChosenCategory();
    void downloadClearsRequestedFlags();
    void batchOfSetShowsItsSource();
    void choiceIsShownAgainAfterSetOfTwoSources();
    void contentMismatchIsNotRetried();
    void newerSetIsReportedBeforeAnyQuestion();
    void folderProblemStaysVisible();
    void searchFindsChangedFlags();

private:
    [[nodiscard]] static QStringList shown(const WindowSession &session);
    [[nodiscard]] bool makeNewer() const;

    std::unique_ptr<WindowFolders> m_home;
};

void TestSetBatches::initTestCase()
{
    installTranslation(*qApp);
}

void TestSetBatches::init()
{
    m_home = std::make_unique<WindowFolders>();
}

QStringList TestSetBatches::shown(const WindowSession &session)
{
    QStringList codes;
    const auto *model = session.part<FlagGrid>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        codes.append(model->index(row, 0).data(FlagModel::CodeRole).toString());
    return codes;
}

bool TestSetBatches::makeNewer() const
{
    const QString manifest = path(*m_home, u"flags.json"_s);
    return write(manifest, read(manifest).replace("\"version\": 1", "\"version\": 99"));
}

void TestSetBatches::updateShowsFlagsOfSet()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Unchanged), 2, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(shown(session), (QStringList{u"BR"_s, u"JP"_s}));
    QTRY_COMPARE(session.chips(), u"All 250 | Ticked 1 | Saved 2 | Unchanged 2 | Requested 2"_s);
}

void TestSetBatches::updateEndsWithChangedFlags()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"FR"_s, u"JP"_s}));
    QVERIFY(makeOlder(*m_home, u"JP-Japan.svg"_s));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown(session), QStringList{u"JP"_s}, 30'000);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::Changed);
}

void TestSetBatches::endOfUpdateKeepsChosenCategory()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    QVERIFY(makeOlder(*m_home, u"JP-Japan.svg"_s));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QObject::connect(&session.downloads, &SessionClient::flagFinished, session.part<CategoryBar>(),
        [&session] { session.part<CategoryBar>()->choose(FlagCategory::All); });
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 1, 30'000);
    QTRY_VERIFY(session.progress().contains(u"1 changed"_s));
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
}

void TestSetBatches::downloadClearsRequestedFlags()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(
        session.chips(), u"All 250 | Ticked 1 | Saved 1 | Unchanged 1 | Requested 1"_s, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.chips(), u"All 250 | Ticked 1 | Saved 2 | Unchanged 1"_s, 30'000);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::Ticked);
}

void TestSetBatches::batchOfSetShowsItsSource()
{
    {
        WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
        session.window.closeAtOnce();
    }
    const WindowSession session(m_home->options({u"IT"_s}), verySlow());
    const Source slow = session.sources.resolve(u"builtin-slow"_s).value();
    auto *limit = session.part<LimitBox>();
    limit->setValue(slow.limit + 7);
    QTRY_VERIFY(session.offer()->isVisible());
    QTest::mouseClick(session.offer(), Qt::LeftButton);
    const auto shownSource = [&session] {
        const auto combos = session.part<SourceChooser>()->findChildren<QComboBox *>();
        for (const QComboBox *combo : combos) {
            if (combo->isVisible())
                return combo->currentText();
        }
        return QString();
    };
    QTRY_COMPARE(shownSource(), slow.title);
    QCOMPARE(limit->value(), slow.limit);
    QCOMPARE(session.part<SourceChooser>()->source().id, u"builtin"_s); // the stored choice
    session.press(); // Cancel
    QTRY_COMPARE(shownSource(), u"Built-in"_s);
    QCOMPARE(limit->value(), slow.limit + 7);
}

// Regression: if the last batch had the chosen source, its title stayed instead of the choice.
void TestSetBatches::choiceIsShownAgainAfterSetOfTwoSources()
{
    const WindowSession session(m_home->options({u"IT"_s}));
    auto *header = session.part<HeaderBar>();
    const Source slow = session.sources.resolve(u"builtin-slow"_s).value();
    const Source chosen = header->source()->source();
    header->showBatch({slow});
    QVERIFY(!header->source()->isChoiceShown());
    header->source()->setSourceId(u"builtin-faulty"_s); // also when the sources are edited
    QCOMPARE(header->limit()->source().id, slow.id);
    header->source()->setSourceId(chosen.id);
    header->showBatch({chosen});
    header->showChoice();
    QVERIFY(header->source()->isChoiceShown());
    QCOMPARE(header->limit()->source().id, chosen.id);
}

void TestSetBatches::contentMismatchIsNotRetried()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QVERIFY(makeOlder(*m_home, u"BR-Brazil.svg"_s));
    QVERIFY(QFile::remove(path(*m_home, u"BR-Brazil.svg"_s)));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->verify()->isEnabled());
    session.part<SetMenu>()->verify()->trigger();
    auto *dialog = session.part<VerifyDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->findChild<QTableView *>()->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return); // Repair
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Failed, 30'000);
    QTRY_VERIFY2(session.message().contains(u"Update"_s), qPrintable(session.message()));
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QVERIFY(!session.offer()->isVisible());
}

void TestSetBatches::newerSetIsReportedBeforeAnyQuestion()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QVERIFY(makeNewer());
    for (const auto conflict : {std::optional<ConflictPolicy>(), std::optional(ConflictPolicy::Overwrite)}) {
        WindowOptions options = m_home->options({u"BR"_s});
        options.conflict = conflict;
        const WindowSession session(options);
        QTRY_VERIFY2(session.message().contains(u"later version"_s), qPrintable(session.message()));
        QSignalSpy finished(&session.downloads, &SessionClient::finished);
        session.press();
        QVERIFY(session.message().contains(u"later version"_s));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(session.part<ConflictQuestion>() == nullptr);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
        QVERIFY(!session.downloads.isRunning());
    }
}

void TestSetBatches::folderProblemStaysVisible()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QVERIFY(makeNewer());
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY(session.message().contains(u"later version"_s));
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"BR"_s));
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"JP"_s));
    QVERIFY2(session.message().contains(u"later version"_s), qPrintable(session.message()));
    session.part<FolderRow>()->setFolder(m_home->path(u"elsewhere"_s));
    QTRY_VERIFY(!session.message().contains(u"later version"_s));
}

void TestSetBatches::searchFindsChangedFlags()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    QVERIFY(makeOlder(*m_home, u"BR-Brazil.svg"_s));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    session.part<CategoryBar>()->choose(FlagCategory::All); // the update has chosen the category Changed
    for (const QString &text : {u"state:changed"_s, u"state:unchanged"_s}) {
        session.part<SearchField>()->setText(text);
        QTRY_COMPARE(session.part<FlagGrid>()->model()->rowCount(), 1);
        QCOMPARE(session.cell(u"BR"_s).isValid(), text == "state:changed"_L1);
    }
}

FLAGFETCH_TEST(TestSetBatches, Widgets)
#include "tst_setbatches.moc"
