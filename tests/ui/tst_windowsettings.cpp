#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/details/detailssplitter.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/header/sourcechooser.h"
#include "ui/timeline/timelinesplitter.h"
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
    void invalidValuesAreIgnored_data();
    void invalidValuesAreIgnored();
    void gridKeepsSpaceBesideEveryStoredSize_data();
    void gridKeepsSpaceBesideEveryStoredSize();

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

void TestWindowSettings::invalidValuesAreIgnored_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word :
        {"maybe", "", "-1", "0", "2000000000", "99999999999", "nan", "1.5", "1, 2", "TRUE"})
        QTest::newRow(*word == 0 ? "empty" : word) << QString::fromLatin1(word);
}

void TestWindowSettings::invalidValuesAreIgnored()
{
    QFETCH(const QString, word);
    for (const QString &key : {u"window/pictureWidth"_s, u"window/grouped"_s, u"window/order"_s,
             u"details/shown"_s, u"details/width"_s, u"timeline/shown"_s, u"timeline/height"_s,
             u"limits/builtin"_s, u"files/keepsOriginal"_s})
        QSettings().setValue(key, word);
    QSettings().setValue("files/name"_L1, u"{CC}"_s); // files/keepsOriginal is read only with it
    const WindowSettings stored = WindowSettings::load();
    QVERIFY(!stored.pictureWidth);
    QVERIFY(!stored.isGrouped);
    QVERIFY(!stored.order);
    QVERIFY(!stored.detailsShown);
    QVERIFY(!stored.detailsWidth);
    QVERIFY(!stored.timelineShown);
    QVERIFY(!stored.timelineHeight);
    QVERIFY(stored.limits.isEmpty());
    QVERIFY(stored.files->conversion.keepsOriginal);
}

void TestWindowSettings::gridKeepsSpaceBesideEveryStoredSize_data()
{
    QTest::addColumn<QString>("size");
    for (const char *size : {"2000000000", "32767", "-2147483648", "1", "nan", "wide"})
        QTest::newRow(size) << QString::fromLatin1(size);
}

void TestWindowSettings::gridKeepsSpaceBesideEveryStoredSize()
{
    QFETCH(const QString, size);
    for (const QString &panel : {u"details"_s, u"timeline"_s})
        QSettings().setValue(panel + u"/shown"_s, true);
    QSettings().setValue("details/width"_L1, size);
    QSettings().setValue("timeline/height"_L1, size);
    const WindowSession session(m_home->options({u"BR"_s}));
    const QSize cell = session.part<FlagGrid>()->visualRect(session.cell(u"BR"_s)).size();
    const auto *grid = session.part<CountryPane>();
    QTRY_VERIFY2(grid->width() > cell.width(), qPrintable(QString::number(grid->width())));
    QVERIFY2(grid->height() > cell.height() / 2, qPrintable(QString::number(grid->height())));
    QVERIFY(session.part<DetailsSplitter>()->isPanelShown());
    QVERIFY(session.part<TimelineSplitter>()->isPanelShown());
    QVERIFY(session.part<DetailsSplitter>()->width() <= session.window.width());
}

FLAGFETCH_TEST(TestWindowSettings, Widgets)
#include "tst_windowsettings.moc"
