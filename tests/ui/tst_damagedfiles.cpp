#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/details/detailspanel.h"
#include "ui/details/factsform.h"
#include "ui/details/flagdetails.h"
#include "ui/details/pictureview.h"
#include "ui/details/valuefield.h"
#include "ui/sets/setcontrol.h"
#include "ui/sets/verifydialog.h"

using namespace windowset;

/// Flags of the folder whose files are not what the set says.
class TestDamagedFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init();
    void otherSizeIsDamaged();
    void undrawableFileIsDamaged();
    void verifiedFileStaysDamagedUntilItIsWritten();
    void goneFileIsNotForgotten();
    void messageComesOnce();
    void repairRestoresAndRedraws();
    void downloadAgainRedraws();
    void repairNamesItsCountries();
    void resultLeavesAfterVerify();
    void fileOfAnotherProgramIsRedrawn();

private:
    [[nodiscard]] static FileCondition condition(const WindowSession &session, const QString &code)
    {
        return session.cell(code).data(FlagModel::ConditionRole).value<FileCondition>();
    }
    /// Reads the folder again, as the window does when it becomes active.
    [[nodiscard]] static bool refresh(const WindowSession &session)
    {
        auto *set = session.part<SetControl>();
        QSignalSpy read(set, &SetControl::summaryRead);
        set->refresh();
        return read.wait();
    }
    [[nodiscard]] static FlagDetails *details(const WindowSession &session, const QString &code)
    {
        session.part<FlagGrid>()->setCurrentIndex(session.cell(code));
        session.part<DetailsPanel>()->open();
        return session.part<DetailsPanel>()->details();
    }

    std::unique_ptr<WindowFolders> m_home;
    QString m_brazil; // path of the file
    QByteArray m_bytes;
};

void TestDamagedFiles::init()
{
    m_home = std::make_unique<WindowFolders>();
    QVERIFY(download(*m_home, {u"BR"_s, u"FR"_s, u"JP"_s}));
    m_brazil = path(*m_home, u"BR-Brazil.svg"_s);
    m_bytes = read(m_brazil);
    QVERIFY(m_bytes.size() > 20);
}

// Regression: garbage was "saved", with the size and the hash of the picture that it had replaced.
void TestDamagedFiles::otherSizeIsDamaged()
{
    QVERIFY(write(m_brazil, "garbage"));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    QTRY_COMPARE(session.chips(), u"All 250 | Saved 2 | Damaged 1"_s);
    QCOMPARE(session.cell(u"BR"_s).data(Qt::AccessibleTextRole).toString(), u"Brazil, BR, damaged"_s);
    const QString toolTip = session.cell(u"BR"_s).data(Qt::ToolTipRole).toString();
    QCOMPARE(toolTip, u"Brazil (BR)\nBR-Brazil.svg is damaged or was changed. Repair restores it."_s);
    const FlagDetails *flag = details(session, u"BR"_s);
    QCOMPARE(flag->report(), toolTip.section(u'\n', 1));
    QCOMPARE(flag->downloadButton()->text(), u"Repair"_s);
    QVERIFY(flag->facts()->field(FactKind::Size)->text().startsWith(u"7 bytes"_s));
    QVERIFY(flag->facts()->field(FactKind::Sha256) == nullptr
        || flag->facts()->field(FactKind::Sha256)->text().isEmpty());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Equal, Qt::AltModifier);
    QTRY_COMPARE(session.part<FlagGrid>()->model()->rowCount(), 1);
}

void TestDamagedFiles::undrawableFileIsDamaged()
{
    QVERIFY(write(m_brazil, QByteArray(m_bytes.size(), 'x')));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    QCOMPARE(condition(session, u"JP"_s), FileCondition::Whole);
}

void TestDamagedFiles::verifiedFileStaysDamagedUntilItIsWritten()
{
    QByteArray other = m_bytes;
    other.replace("fill=\"#", "fill=\"\x20"); // of the same size, and it can be drawn
    QCOMPARE(other.size(), m_bytes.size());
    QVERIFY(other != m_bytes && write(m_brazil, other));
    const WindowSession session(m_home->options({}));
    QTRY_VERIFY(session.cell(u"BR"_s).data(Qt::DecorationRole).isValid());
    QCOMPARE(condition(session, u"BR"_s), FileCondition::Whole);

    session.part<SetControl>()->verify();
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    session.part<VerifyDialog>()->reject();
    QVERIFY(refresh(session));
    QCOMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    QCOMPARE(condition(session, u"JP"_s), FileCondition::Whole);

    QVERIFY(write(m_brazil, m_bytes));
    QVERIFY(refresh(session));
    QCOMPARE(condition(session, u"BR"_s), FileCondition::Whole);
}

void TestDamagedFiles::goneFileIsNotForgotten()
{
    QVERIFY(QFile::remove(m_brazil));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Gone);
    QTRY_COMPARE(session.message(), u"1 flag of this folder is missing."_s);
    QCOMPARE(session.cell(u"BR"_s).data(Qt::AccessibleTextRole).toString(), u"Brazil, BR, file is gone"_s);
    QTRY_COMPARE(session.chips(), u"All 250 | Saved 2"_s);
    session.part<CategoryBar>()->choose(FlagCategory::Missing);
    QVERIFY(session.cell(u"BR"_s).isValid());
    QVERIFY(!session.cell(u"JP"_s).isValid());

    // Return shows what is wrong instead of downloading from the chosen source.
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"BR"_s));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Return);
    const FlagDetails *flag = session.part<DetailsPanel>()->details();
    QVERIFY(!session.downloads.isRunning() && flag != nullptr);
    QCOMPARE(flag->report(), u"The file BR-Brazil.svg is gone. Repair restores it."_s);
    QTest::mouseClick(flag->downloadButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(condition(session, u"BR"_s), FileCondition::Whole, 30'000);
    QCOMPARE(read(m_brazil), m_bytes);
}

void TestDamagedFiles::messageComesOnce()
{
    QVERIFY(write(m_brazil, "garbage"));
    QVERIFY(QFile::remove(path(*m_home, u"JP-Japan.svg"_s)));
    const WindowSession session(m_home->options({}));
    const QString text = u"1 flag of this folder is missing and 1 is damaged."_s;
    QTRY_COMPARE(session.message(), text);
    QCOMPARE(session.offer()->text().remove(u'&'), u"Repair…"_s);
    QTest::keyClick(
        session.part<FlagGrid>(), Qt::Key_M, Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier));
    QTRY_VERIFY(session.message() != text);
    QVERIFY(refresh(session));
    QCoreApplication::processEvents();
    QVERIFY(session.message() != text);

    QVERIFY(write(path(*m_home, u"FR-France.svg"_s), "garbage"));
    QVERIFY(refresh(session));
    QTRY_COMPARE(session.message(), u"1 flag of this folder is missing and 2 are damaged."_s);
    QTest::mouseClick(session.offer(), Qt::LeftButton);
    const auto *dialog = session.part<VerifyDialog>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
}

// Regression: the details said "This file cannot be drawn." although the file had been restored.
void TestDamagedFiles::repairRestoresAndRedraws()
{
    QVERIFY(write(m_brazil, "garbage"));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    const FlagDetails *flag = details(session, u"BR"_s);
    QTRY_VERIFY(flag->picture()->isSharp());
    QVERIFY(flag->picture()->picture().isNull());
    QTest::mouseClick(flag->downloadButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(condition(session, u"BR"_s), FileCondition::Whole, 30'000);
    QCOMPARE(read(m_brazil), m_bytes);
    QTRY_VERIFY(flag->picture()->isSharp() && !flag->picture()->picture().isNull());
    QTRY_VERIFY(session.cell(u"BR"_s).data(Qt::DecorationRole).isValid());
    QTRY_VERIFY(!session.message().contains(u"damaged"_s));
    QCOMPARE(flag->downloadButton()->text(), u"Download again"_s);
}

void TestDamagedFiles::downloadAgainRedraws()
{
    QVERIFY(write(m_brazil, "garbage"));
    WindowOptions keeping = m_home->options({});
    keeping.conflict = ConflictPolicy::Skip; // it does not concern a flag that the user names
    const WindowSession session(keeping);
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    const FlagDetails *flag = details(session, u"BR"_s);
    QTRY_VERIFY(flag->picture()->isSharp());
    QVERIFY(session.choose(u"BR"_s, u"Download this flag again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(condition(session, u"BR"_s), FileCondition::Whole, 30'000);
    QTRY_VERIFY(flag->picture()->isSharp() && !flag->picture()->picture().isNull());
    QCOMPARE(read(m_brazil), m_bytes);
}

void TestDamagedFiles::repairNamesItsCountries()
{
    QVERIFY(write(m_brazil, "garbage"));
    QVERIFY(QFile::remove(path(*m_home, u"JP-Japan.svg"_s)));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
    session.part<SetControl>()->verify();
    auto *dialog = session.part<VerifyDialog>();
    QSignalSpy verified(dialog, &VerifyDialog::verified);
    QVERIFY(verified.wait());
    QTest::keyClick(dialog, Qt::Key_Return); // Repair is the default button
    QTRY_COMPARE_WITH_TIMEOUT(session.progress(), u"2 files repaired: Brazil, Japan."_s, 30'000);
    QTRY_COMPARE(condition(session, u"JP"_s), FileCondition::Whole);
}

void TestDamagedFiles::resultLeavesAfterVerify()
{
    const WindowSession session(m_home->options({u"IT"_s}));
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(session.progress().startsWith(u"1 flag downloaded"_s), 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    session.part<SetControl>()->verify();
    QTRY_COMPARE(session.progress(), QString());
}

void TestDamagedFiles::fileOfAnotherProgramIsRedrawn()
{
    const WindowSession session(m_home->options({}));
    const auto picture
        = [&session] { return session.cell(u"BR"_s).data(Qt::DecorationRole).value<QPixmap>().toImage(); };
    QTRY_VERIFY(!picture().isNull());
    const QImage before = picture();
    QVERIFY(write(m_brazil, read(path(*m_home, u"JP-Japan.svg"_s))));
    QVERIFY(refresh(session));
    QTRY_VERIFY(picture() != before);
    QCOMPARE(condition(session, u"BR"_s), FileCondition::Damaged);
}

FLAGFETCH_TEST(TestDamagedFiles, Widgets)
#include "tst_damagedfiles.moc"
