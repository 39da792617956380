#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/windowmemory.h"

#include <QCheckBox>
#include <QComboBox>

using namespace windowset;

/// What a person chose is there the next time, even if the program never got to close its window.
class TestWindowMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void decisionsAreStoredAtOnce();
    void ticksAreStoredAMomentAfterTheLast();
    void aBatchStoresWhatItWasAskedFor();
    void theAnswerToAConflictIsStoredAtOnce();

private:
    std::unique_ptr<WindowHome> m_home;
};

void TestWindowMemory::init()
{
    m_home = std::make_unique<WindowHome>();
}

void TestWindowMemory::decisionsAreStoredAtOnce()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<SourceChooser>()->setSourceId(u"builtin-slow"_s);
    QTRY_COMPARE(WindowMemory::load().sourceId, u"builtin-slow"_s);
    session.part<FolderRow>()->setFolder(m_home->path(u"elsewhere"_s));
    QTRY_COMPARE(WindowMemory::load().folder, m_home->path(u"elsewhere"_s));
}

void TestWindowMemory::ticksAreStoredAMomentAfterTheLast()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    for (const QString &code : {u"FR"_s, u"JP"_s}) {
        session.part<FlagGrid>()->setCurrentIndex(session.cell(code));
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Space);
        QVERIFY(!WindowMemory::load().ticked); // each click would be a write otherwise
    }
    QTRY_COMPARE(WindowMemory::load().ticked, (QStringList{u"BR"_s, u"FR"_s, u"JP"_s}));
}

void TestWindowMemory::aBatchStoresWhatItWasAskedFor()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_COMPARE(WindowMemory::load().ticked, QStringList{u"BR"_s});
}

void TestWindowMemory::theAnswerToAConflictIsStoredAtOnce()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions options = m_home->options({u"BR"_s});
    options.conflict.reset();
    const WindowSession session(options);
    session.press();
    QTRY_VERIFY(session.part<ConflictQuestion>() != nullptr);
    auto *question = session.part<ConflictQuestion>();
    question->checkBox()->setChecked(true);
    QTest::mouseClick(question->defaultButton(), Qt::LeftButton); // keeps what is there
    QTRY_VERIFY(WindowMemory::load().files);
    QCOMPARE(WindowMemory::load().files->conflict, ConflictPolicy::Skip);
}

FLAGFETCH_TEST(TestWindowMemory, Widgets)
#include "tst_windowmemory.moc"
