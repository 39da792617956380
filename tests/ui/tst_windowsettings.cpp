#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/windowmemory.h"

#include <QCheckBox>
#include <QComboBox>

using namespace windowset;

/// Choices are stored even if the program ends without closing its window.
class TestWindowMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choicesAreStoredImmediately();
    void ticksAreStoredAfterDelay();
    void batchStoresItsOptions();
    void conflictAnswerIsStoredImmediately();

private:
    std::unique_ptr<WindowFolders> m_home;
};

void TestWindowMemory::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestWindowMemory::choicesAreStoredImmediately()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<SourceChooser>()->setSourceId(u"builtin-slow"_s);
    QTRY_COMPARE(WindowMemory::load().sourceId, u"builtin-slow"_s);
    session.part<FolderRow>()->setFolder(m_home->path(u"elsewhere"_s));
    QTRY_COMPARE(WindowMemory::load().folder, m_home->path(u"elsewhere"_s));
}

void TestWindowMemory::ticksAreStoredAfterDelay()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    for (const QString &code : {u"FR"_s, u"JP"_s}) {
        session.part<FlagGrid>()->setCurrentIndex(session.cell(code));
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Space);
        QVERIFY(!WindowMemory::load().ticked); // otherwise each click would cause a write
    }
    QTRY_COMPARE(WindowMemory::load().ticked, (QStringList{u"BR"_s, u"FR"_s, u"JP"_s}));
}

void TestWindowMemory::batchStoresItsOptions()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_COMPARE(WindowMemory::load().ticked, QStringList{u"BR"_s});
}

void TestWindowMemory::conflictAnswerIsStoredImmediately()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions options = m_home->options({u"BR"_s});
    options.conflict.reset();
    const WindowSession session(options);
    session.press();
    QTRY_VERIFY(session.part<ConflictQuestion>() != nullptr);
    auto *question = session.part<ConflictQuestion>();
    question->checkBox()->setChecked(true);
    QTest::mouseClick(question->defaultButton(), Qt::LeftButton); // Keep
    QTRY_VERIFY(WindowMemory::load().files);
    QCOMPARE(WindowMemory::load().files->conflict, ConflictPolicy::Skip);
}

FLAGFETCH_TEST(TestWindowMemory, Widgets)
#include "tst_windowmemory.moc"
