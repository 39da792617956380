#include "app/sets/setlock.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/sets/setmenu.h"
#include "ui/sets/verifydialog.h"

#include <QLabel>
#include <QTableView>

using namespace windowset;

/// Verify and Repair in the window.
class TestSetVerify final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void reportsIntactSet();
    void reportsOtherProgram();
    void listsAlteredFiles();
    void saysWhatIsWrongWithFiles();
    void repairsOnlyListedFiles();
    void closesDuringVerification();
    void isDisabledWhileBatchRuns();

private:
    [[nodiscard]] static VerifyDialog *verify(const WindowSession &session);
    [[nodiscard]] static QString message(const VerifyDialog &dialog);
    [[nodiscard]] static QStringList rows(const VerifyDialog &dialog);

    std::unique_ptr<WindowFolders> m_home;
};

void TestSetVerify::initTestCase()
{
    installTranslation(*qApp);
}

void TestSetVerify::init()
{
    m_home = std::make_unique<WindowFolders>();
    QVERIFY(download(*m_home, {u"BR"_s, u"FR"_s, u"JP"_s}));
}

/// Returns null if the dialog did not open.
VerifyDialog *TestSetVerify::verify(const WindowSession &session)
{
    if (!QTest::qWaitFor([&session] { return session.part<SetMenu>()->verify()->isEnabled(); }))
        return nullptr;
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F7);
    return session.part<VerifyDialog>();
}

QString TestSetVerify::message(const VerifyDialog &dialog)
{
    return dialog.findChild<QLabel *>()->text();
}

QStringList TestSetVerify::rows(const VerifyDialog &dialog)
{
    QStringList rows;
    const auto *model = dialog.findChild<QTableView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        rows.append(cells.join(u" | "_s));
    }
    return rows;
}

void TestSetVerify::reportsIntactSet()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE(message(*dialog), u"3 files checked, all intact."_s);
    QVERIFY(!dialog->findChild<QTableView *>()->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!dialog->isVisible());
    QVERIFY(!session.downloads.isRunning());
}

void TestSetVerify::reportsOtherProgram()
{
    SetLock lock(QFileInfo(path(*m_home, u"flags.json"_s)).path());
    QVERIFY(!lock.take());
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE(message(*dialog),
        u"3 files checked, all intact.\nAnother program is saving flags in this folder. Check it again when "
        u"that "
        "is done."_s);
}

void TestSetVerify::listsAlteredFiles()
{
    QVERIFY(QFile::remove(path(*m_home, u"BR-Brazil.svg"_s)));
    QVERIFY(write(path(*m_home, u"FR-France.svg"_s), "something else"));
    QVERIFY(write(path(*m_home, u"notes.txt"_s), "mine"));
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE(
        message(*dialog), u"3 files checked, 2 not intact. 1 other file in the folder, left alone."_s);
    QCOMPARE(rows(*dialog),
        (QStringList{u"missing | Brazil (BR) | BR-Brazil.svg"_s,
            u"not a picture | France (FR) | FR-France.svg"_s, u"not part of the set |  | notes.txt"_s}));
    QVERIFY(dialog->findChild<QTableView *>()->isVisible());
}

void TestSetVerify::saysWhatIsWrongWithFiles()
{
    const QByteArray brazil = read(path(*m_home, u"BR-Brazil.svg"_s));
    QVERIFY(write(path(*m_home, u"BR-Brazil.svg"_s), brazil.first(brazil.size() / 2)));
    QVERIFY(write(path(*m_home, u"FR-France.svg"_s), brazil));
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE(rows(*dialog),
        (QStringList{u"incomplete | Brazil (BR) | BR-Brazil.svg"_s,
            u"other content | France (FR) | FR-France.svg"_s}));
}

void TestSetVerify::repairsOnlyListedFiles()
{
    const QByteArray brazil = read(path(*m_home, u"BR-Brazil.svg"_s));
    QVERIFY(write(path(*m_home, u"BR-Brazil.svg"_s), brazil + '\n'));
    QVERIFY(write(path(*m_home, u"notes.txt"_s), "mine"));
    const WindowSession session(m_home->options({u"FR"_s}));
    auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(!rows(*dialog).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Return); // Repair is the default button
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.state(u"FR"_s), FlagState::NotAsked);
    QCOMPARE(read(path(*m_home, u"BR-Brazil.svg"_s)), brazil);
    QCOMPARE(read(path(*m_home, u"notes.txt"_s)), "mine");
}

void TestSetVerify::closesDuringVerification()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *dialog = verify(session);
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(session.part<VerifyDialog>() == nullptr);
}

void TestSetVerify::isDisabledWhileBatchRuns()
{
    const WindowSession session(m_home->options({u"IT"_s}, u"builtin-slow"_s), verySlow());
    QTRY_VERIFY(session.part<SetMenu>()->verify()->isEnabled());
    session.press();
    QTRY_VERIFY(!session.part<SetMenu>()->verify()->isEnabled());
    QVERIFY(!session.part<SetMenu>()->update()->isEnabled());
    session.press();
    QTRY_VERIFY(session.part<SetMenu>()->verify()->isEnabled());
}

FLAGFETCH_TEST(TestSetVerify, Widgets)
#include "tst_setverify.moc"
