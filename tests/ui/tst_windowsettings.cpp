#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/windowsettings.h"

#include <QCheckBox>
#include <QComboBox>

using namespace windowset;

/// Choices are stored even if the program ends without closing its window.
class TestWindowSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choicesAreStoredImmediately();
    void ticksAreStoredAfterDelay();
    void batchStoresItsOptions();
    void conflictAnswerIsStoredImmediately();
    void relativeFolderIsIgnored();

private:
    std::unique_ptr<WindowFolders> m_home;
};

void TestWindowSettings::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestWindowSettings::choicesAreStoredImmediately()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<SourceChooser>()->setSourceId(u"builtin-slow"_s);
    QTRY_COMPARE(WindowSettings::load().sourceId, u"builtin-slow"_s);
    session.part<FolderRow>()->setFolder(m_home->path(u"elsewhere"_s));
    QTRY_COMPARE(WindowSettings::load().folder, m_home->path(u"elsewhere"_s));
}

void TestWindowSettings::ticksAreStoredAfterDelay()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    for (const QString &code : {u"FR"_s, u"JP"_s}) {
        session.part<FlagGrid>()->setCurrentIndex(session.cell(code));
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Space);
        QVERIFY(!WindowSettings::load().ticked); // otherwise each click would cause a write
    }
    QTRY_COMPARE(WindowSettings::load().ticked, (QStringList{u"BR"_s, u"FR"_s, u"JP"_s}));
}

void TestWindowSettings::batchStoresItsOptions()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_COMPARE(WindowSettings::load().ticked, QStringList{u"BR"_s});
}

void TestWindowSettings::conflictAnswerIsStoredImmediately()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions options = m_home->options({u"BR"_s});
    options.conflict.reset();
    const WindowSession session(options);
    session.press();
    QTRY_VERIFY(session.part<ConflictQuestion>() != nullptr);
    auto *question = session.part<ConflictQuestion>();
    question->checkBox()->setChecked(true);
    QTest::keyClick(question, Qt::Key_K, Qt::AltModifier); // Keep
    QTRY_VERIFY(WindowSettings::load().files);
    QCOMPARE(WindowSettings::load().files->conflict, ConflictPolicy::Skip);
}

void TestWindowSettings::relativeFolderIsIgnored()
{
    for (const QString &folder : {QString(), u"flags"_s}) {
        QSettings().setValue("download/folder"_L1, folder);
        QVERIFY(!WindowSettings::load().folder);
    }
}

FLAGFETCH_TEST(TestWindowSettings, Widgets)
#include "tst_windowsettings.moc"
