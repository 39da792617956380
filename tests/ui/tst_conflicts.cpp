#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/namesdialog.h"
#include "ui/grid/flagsearch.h"

#include <QCheckBox>
#include <QRadioButton>

using namespace windowset;

/// The question about existing files, if no policy was chosen yet.
class TestConflicts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void doesNotAskWithoutConflict();
    void doesNotAskAfterChoice();
    void appliesAnswer_data();
    void appliesAnswer();
    void findsFilesOutsideManifest_data();
    void findsFilesOutsideManifest();
    void cancelDownloadsNothing();
    void asksOncePerBatch();
    void defaultAnswerDownloads();
    void storesChoice();
    void dialogResetsChoice();
    void downloadAgainOverwrites();
    void keptFlagsOfAnotherSourceAreNotRequested_data();
    void keptFlagsOfAnotherSourceAreNotRequested();
    void keepingAllDownloadsNothing();
    void keptFlagsAreRequestedForTheirRenditions();

private:
    [[nodiscard]] WindowOptions options(const QStringList &ticked) const;
    [[nodiscard]] static bool isAsked(const WindowSession &session);
    static void answer(const WindowSession &session, const QString &text);

    std::unique_ptr<WindowFolders> m_home;
};

void TestConflicts::initTestCase()
{
    installTranslation(*qApp);
}

void TestConflicts::init()
{
    m_home = std::make_unique<WindowFolders>();
}

WindowOptions TestConflicts::options(const QStringList &ticked) const
{
    WindowOptions options = m_home->options(ticked);
    options.conflict.reset();
    return options;
}

bool TestConflicts::isAsked(const WindowSession &session)
{
    return QTest::qWaitFor([&session] {
        const auto *question = session.part<ConflictQuestion>();
        return question != nullptr && question->isVisible();
    });
}

void TestConflicts::answer(const WindowSession &session, const QString &text)
{
    const auto buttons = session.part<ConflictQuestion>()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL("There is no such answer");
}

void TestConflicts::doesNotAskWithoutConflict()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(options({u"BR"_s, u"FR"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QVERIFY(session.part<ConflictQuestion>() == nullptr);
}

void TestConflicts::doesNotAskAfterChoice()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions chosen = options({u"BR"_s});
    chosen.conflict = ConflictPolicy::Skip;
    const WindowSession session(chosen);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Skipped, 30'000);
    QVERIFY(session.part<ConflictQuestion>() == nullptr);
}

void TestConflicts::appliesAnswer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<int>("files");
    QTest::newRow("replace") << u"Replace"_s << FlagState::Saved << 2;
    QTest::newRow("keep") << u"Keep"_s << FlagState::Skipped << 2;
    QTest::newRow("both") << u"Keep both"_s << FlagState::Saved << 3;
}

void TestConflicts::appliesAnswer()
{
    QFETCH(QString, text);
    QFETCH(FlagState, state);
    QFETCH(int, files);
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(options({u"BR"_s, u"FR"_s}));
    session.press();
    QVERIFY(isAsked(session));
    QVERIFY(!session.downloads.isRunning());
    QVERIFY2(session.part<ConflictQuestion>()->text().startsWith(u"1 of 2 flags already exist in "_s),
        qPrintable(session.part<ConflictQuestion>()->text()));
    answer(session, text);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"FR"_s), FlagState::Saved, 30'000);
    QTRY_COMPARE(session.state(u"BR"_s), state);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(m_home->files().size(), files);
}

void TestConflicts::findsFilesOutsideManifest_data()
{
    QTest::addColumn<bool>("isSet");
    QTest::newRow("no set") << false;
    QTest::newRow("beside a set") << true;
}

void TestConflicts::findsFilesOutsideManifest()
{
    QFETCH(bool, isSet);
    QVERIFY(isSet ? download(*m_home, {u"FR"_s}) : QDir().mkpath(m_home->path(u"flags"_s)));
    QVERIFY(write(path(*m_home, u"BR-Brazil.svg"_s), "drawn by hand"));
    const WindowSession session(options({u"BR"_s}));
    session.press();
    QVERIFY(isAsked(session));
    answer(session, u"Keep"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Skipped, 30'000);
    QCOMPARE(read(path(*m_home, u"BR-Brazil.svg"_s)), "drawn by hand");
}

void TestConflicts::cancelDownloadsNothing()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(options({u"BR"_s, u"FR"_s}));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    session.part<CategoryBar>()->choose(FlagCategory::Saved);
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"BR"_s));
    session.press();
    QVERIFY(isAsked(session));
    QTest::keyClick(session.part<ConflictQuestion>(), Qt::Key_Escape);
    QTRY_VERIFY(session.part<ConflictQuestion>() == nullptr);
    QVERIFY(!session.downloads.isRunning());
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::Saved); // the view stays too
    QCOMPARE(session.part<FlagGrid>()->currentIndex(), session.cell(u"BR"_s));
    session.press(); // may ask again
    QVERIFY(isAsked(session));
}

void TestConflicts::asksOncePerBatch()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(options({u"BR"_s, u"JP"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    session.press();
    QVERIFY(isAsked(session));
    QCOMPARE(session.window.findChildren<ConflictQuestion *>().size(), 1);
    answer(session, u"Replace"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.count(FlagState::Saved), 2);
}

// After "Download 2 again", Return must not answer that nothing is downloaded.
void TestConflicts::defaultAnswerDownloads()
{
    const ConflictQuestion all(2, 2, {}, nullptr);
    QCOMPARE(all.defaultButton()->text(), u"&Replace"_s);
    const ConflictQuestion some(1, 2, {}, nullptr);
    QCOMPARE(some.defaultButton()->text(), u"&Keep"_s);
}

void TestConflicts::storesChoice()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    {
        WindowSession session(options({u"BR"_s}));
        session.press();
        QVERIFY(isAsked(session));
        session.part<ConflictQuestion>()->checkBox()->setChecked(true);
        answer(session, u"Keep"_s);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Skipped, 30'000);
        session.window.close();
    }
    const WindowSession session(options({u"BR"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Skipped, 30'000);
    QVERIFY(session.part<ConflictQuestion>() == nullptr);
}

void TestConflicts::dialogResetsChoice()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions chosen = options({u"BR"_s});
    chosen.conflict = ConflictPolicy::Skip;
    WindowSession session(chosen);
    QTest::keyClick(&session.window, Qt::Key_N, Qt::ControlModifier);
    auto *dialog = session.part<NamesDialog>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->rules().conflict, ConflictPolicy::Skip);
    dialog->findChild<ConflictChoice *>()->setPolicy({});
    dialog->accept();
    session.press();
    QVERIFY(isAsked(session));
}

void TestConflicts::downloadAgainOverwrites()
{
    const WindowSession session(options({u"BR"_s}));
    const QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Saved);
    QVERIFY(session.choose(u"BR"_s, u"Download this flag again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Saved);
    QVERIFY(session.part<ConflictQuestion>() == nullptr);
}

void TestConflicts::keptFlagsOfAnotherSourceAreNotRequested_data()
{
    QTest::addColumn<bool>("isRemembered");
    QTest::newRow("answered") << false;
    QTest::newRow("remembered") << true;
}

// Regression: every flag was downloaded again, and then not saved. The details named the source that had not
// been used.
void TestConflicts::keptFlagsOfAnotherSourceAreNotRequested()
{
    QFETCH(const bool, isRemembered);
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    WindowOptions other = options({u"BR"_s, u"FR"_s, u"JP"_s});
    other.sources = {SourceList::shipped().resolve(u"builtin-faulty"_s).value()};
    if (isRemembered)
        other.conflict = ConflictPolicy::Skip;
    const WindowSession session(other, faultyBy(0));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    const QSignalSpy started(&session.downloads, &SessionClient::batchStarted);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    if (!isRemembered) {
        QVERIFY(isAsked(session));
        answer(session, u"Keep"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().first().toStringList(), QStringList{u"FR"_s});
    QCOMPARE(session.state(u"BR"_s), FlagState::Skipped);
    QVERIFY2(session.progress().startsWith(u"1 flag downloaded"_s), qPrintable(session.progress()));
    const auto *filter = qobject_cast<const FlagFilter *>(session.part<FlagGrid>()->model());
    const auto *model = qobject_cast<const FlagModel *>(filter->sourceModel());
    QCOMPARE(model->entryOf(u"BR"_s)->saved->sourceId, u"builtin"_s);
    QCOMPARE(model->counts().of(FlagCategory::Saved), 3);
}

void TestConflicts::keepingAllDownloadsNothing()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(options({u"BR"_s, u"JP"_s}));
    const QSignalSpy states(&session.downloads, &SessionClient::stateChanged);
    session.press();
    QVERIFY(isAsked(session));
    answer(session, u"Keep"_s);
    QTRY_COMPARE(
        session.message(), u"All 2 flags are in the folder and were kept. Nothing was downloaded."_s);
    QCOMPARE(states.count(), 0);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
    QCOMPARE(session.state(u"BR"_s), FlagState::Skipped);
}

// Without the picture, the PNG cannot be made.
void TestConflicts::keptFlagsAreRequestedForTheirRenditions()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions converting = options({u"BR"_s});
    converting.conversion = Conversion{.renditions = {{RenditionFormat::Png, 64}}};
    const WindowSession session(converting);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QVERIFY(isAsked(session));
    answer(session, u"Keep"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(m_home->files(), (QStringList{u"BR-Brazil-64.png"_s, u"BR-Brazil.svg"_s}));
}

FLAGFETCH_TEST(TestConflicts, Widgets)
#include "tst_conflicts.moc"
