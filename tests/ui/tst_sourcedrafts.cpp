#include "tests/support/testprogram.h"
#include "tests/ui/openedsources.h"

#include <QDir>

using namespace Qt::StringLiterals;

/// Input in the dialog for sources is never lost, and the focus never jumps.
class TestSourceDrafts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failedWriteIsReported();
    void failedRenameCanBeRetried();
    void failedWriteKeepsFormAndFocus_data();
    void failedWriteKeepsFormAndFocus();
    void focusStaysAfterSaving();
    void inputDuringWriteIsKept();
    void draftSurvivesAnotherRow();
    void draftCanBeDiscarded();
    void closingAsksAboutDrafts_data();
    void closingAsksAboutDrafts();
    void closingCanSaveDrafts();
    void closingShowsInvalidDraft();
    void closingDuringWriteAsksAboutOtherDrafts();
    void writeOfClosedDialogIsNotThatOfTheNext();

private:
    std::unique_ptr<OpenedSources> m_opened;
};

void TestSourceDrafts::init()
{
    m_opened = std::make_unique<OpenedSources>();
    QVERIFY(m_opened->folder.isValid());
}

void TestSourceDrafts::failedWriteIsReported()
{
    QFile inTheWay(m_opened->folder.filePath(u"conf"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill({}, u"office"_s, u"http://h/{cc}"_s);

    m_opened->press(u"Save"_s);

    QTRY_VERIFY(m_opened->shows(u"The folder cannot be created or written"_s));
}

void TestSourceDrafts::failedRenameCanBeRetried()
{
    m_opened->openWithOne();
    QVERIFY(QDir().rename(m_opened->folder.filePath(u"conf"_s), m_opened->folder.filePath(u"away"_s)));
    QFile inTheWay(m_opened->folder.filePath(u"conf"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(m_opened->registry.get(), &SourceRegistry::error);
    m_opened->fill(u"Two"_s, u"two"_s, u"http://h/2/{cc}"_s);
    m_opened->press(u"Save"_s);
    QVERIFY(failed.wait());

    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().rename(m_opened->folder.filePath(u"away"_s), m_opened->folder.filePath(u"conf"_s)));
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);
    QVERIFY(m_opened->canPress(u"Remove"_s));
    m_opened->press(u"Save"_s);

    QVERIFY(changed.wait());
    QCOMPARE(m_opened->ownIds(), QStringList{u"two"_s});
}

void TestSourceDrafts::failedWriteKeepsFormAndFocus_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("mouse") << true;
    QTest::newRow("keyboard") << false;
}

void TestSourceDrafts::failedWriteKeepsFormAndFocus()
{
    QFETCH(bool, byMouse);
    QFile inTheWay(m_opened->folder.filePath(u"conf"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/{cc}"_s);
    m_opened->button(u"Save"_s)->setFocus();
    QSignalSpy failed(m_opened->registry.get(), &SourceRegistry::error);

    if (byMouse)
        QTest::mouseClick(m_opened->button(u"Save"_s), Qt::LeftButton);
    else
        QTest::keyClick(m_opened->button(u"Save"_s), Qt::Key_Space);

    QCOMPARE(QApplication::focusWidget(), m_opened->button(u"Save"_s));
    QVERIFY(failed.wait());
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Office"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"office"_s);
    QCOMPARE(m_opened->currentText(), u"● Office, not saved"_s);
    QCOMPARE(QApplication::focusWidget(), m_opened->button(u"Save"_s));
}

void TestSourceDrafts::focusStaysAfterSaving()
{
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/{cc}"_s);
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);
    m_opened->line(OpenedSources::PictureAddress)->setFocus();
    QTest::keyClick(m_opened->line(OpenedSources::PictureAddress), Qt::Key_Return);
    QVERIFY(changed.wait());
    QCOMPARE(QApplication::focusWidget(), m_opened->line(OpenedSources::PictureAddress));

    m_opened->type(OpenedSources::Name, u"Other"_s);
    m_opened->button(u"Save"_s)->setFocus();
    QTest::keyClick(m_opened->button(u"Save"_s), Qt::Key_Space);
    QVERIFY(changed.wait());
    QCOMPARE(QApplication::focusWidget(), m_opened->button(u"Save"_s));
    m_opened->line(OpenedSources::Name)->setFocus();
    QVERIFY(!m_opened->canPress(u"Save"_s)); // there is nothing to save
}

void TestSourceDrafts::inputDuringWriteIsKept()
{
    m_opened->openWithOne();
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);
    m_opened->type(OpenedSources::Name, u"First"_s);
    m_opened->press(u"Save"_s);
    m_opened->type(OpenedSources::Name, u"Second"_s);
    QVERIFY(changed.wait());
    QCOMPARE(m_opened->registry->sources().sources().last().title, u"First"_s);
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Second"_s);
    QCOMPARE(m_opened->currentText(), u"● Second (yours), not saved"_s);
    m_opened->press(u"Save"_s);
    QVERIFY(changed.wait());
    QCOMPARE(m_opened->registry->sources().sources().last().title, u"Second"_s);
}

void TestSourceDrafts::draftSurvivesAnotherRow()
{
    m_opened->openWithOne();
    m_opened->type(OpenedSources::Name, u"Mine"_s);
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"off"_s, u"http://h"_s); // not valid yet
    const QString newKey = m_opened->list()->currentKey();

    m_opened->list()->setFocus();
    QTest::keyClick(m_opened->list(), Qt::Key_Home);
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Built-in"_s);

    const QListWidgetItem *office = m_opened->list()->item(m_opened->list()->rowOf(newKey));
    QCOMPARE(office->text(), u"● Office, not saved"_s);
    QCOMPARE(office->data(Qt::AccessibleTextRole).toString(), u"Office, not saved, Not complete yet"_s);
    QCOMPARE(
        m_opened->list()->item(m_opened->list()->rowOf(u"one"_s))->text(), u"● Mine (yours), not saved"_s);
    m_opened->dialog->choose(newKey);
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Office"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"off"_s);
    QCOMPARE(m_opened->line(OpenedSources::PictureAddress)->text(), u"http://h"_s);
    m_opened->dialog->choose(u"one"_s);
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Mine"_s);
}

void TestSourceDrafts::draftCanBeDiscarded()
{
    m_opened->openWithOne();
    QVERIFY(!m_opened->canPress(u"Discard changes"_s));
    m_opened->type(OpenedSources::Name, u"Mine"_s);
    m_opened->press(u"Discard changes"_s);
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), QString());
    QCOMPARE(m_opened->currentText(), u"one (yours)"_s);

    m_opened->press(u"Add"_s);
    QTest::keyClicks(m_opened->line(OpenedSources::Name), u"Office"_s);
    const int rows = m_opened->list()->count();
    m_opened->press(u"Remove"_s);
    QCOMPARE(m_opened->list()->count(), rows - 1);
    QVERIFY(m_opened->list()->currentRow() >= 0);
    m_opened->dialog->reject();
    QVERIFY(m_opened->dialog->isHidden());
}

void TestSourceDrafts::closingAsksAboutDrafts_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("Escape") << QKeySequence(Qt::Key_Escape);
    QTest::newRow("Ctrl+W") << QKeySequence(Qt::CTRL | Qt::Key_W);
}

void TestSourceDrafts::closingAsksAboutDrafts()
{
    QFETCH(QKeySequence, keys);
    m_opened->open();
    m_opened->press(u"Add"_s); // an empty source is no input
    QTest::keySequence(m_opened->line(OpenedSources::Name), keys);
    QVERIFY(m_opened->dialog->isHidden());
    m_opened->dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_opened->dialog.get()));
    QTest::keyClicks(m_opened->line(OpenedSources::Name), u"Office"_s);

    QTest::keySequence(m_opened->line(OpenedSources::Name), keys);
    QVERIFY(m_opened->question());
    QVERIFY(m_opened->question()->text().contains(u"Office"_s));
    QTest::keyClick(m_opened->question(), Qt::Key_Escape);
    QVERIFY(!m_opened->question());
    QVERIFY(m_opened->dialog->isVisible());
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Office"_s);

    QTest::keySequence(m_opened->line(OpenedSources::Name), keys);
    QVERIFY(m_opened->question());
    QTest::mouseClick(m_opened->question()->button(QMessageBox::Discard), Qt::LeftButton);
    QVERIFY(m_opened->dialog->isHidden());
    QVERIFY(m_opened->ownIds().isEmpty());
}

void TestSourceDrafts::closingCanSaveDrafts()
{
    m_opened->openWithOne();
    m_opened->type(OpenedSources::Name, u"Mine"_s);
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/{cc}"_s);
    m_opened->press(u"Close"_s);
    QVERIFY(m_opened->question());
    QTest::mouseClick(m_opened->question()->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(m_opened->dialog->isHidden());
    QVERIFY(!m_opened->question());
    QCOMPARE(m_opened->ownIds(), (QStringList{u"one"_s, u"office"_s}));
    QCOMPARE(readOwnSources(m_opened->path()).file.sources().first().title, u"Mine"_s);
}

void TestSourceDrafts::closingShowsInvalidDraft()
{
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/"_s);
    m_opened->dialog->choose(u"builtin"_s);
    m_opened->dialog->close();
    QVERIFY(m_opened->question());
    QTest::mouseClick(m_opened->question()->button(QMessageBox::Save), Qt::LeftButton);
    QVERIFY(m_opened->dialog->isVisible());
    QCOMPARE(m_opened->line(OpenedSources::Name)->text(), u"Office"_s);
    QVERIFY(m_opened->shows(u"Picture address: a placeholder for the country is missing"_s));
    QVERIFY(m_opened->ownIds().isEmpty());
}

// A second attempt to close used to discard every other draft.
void TestSourceDrafts::closingDuringWriteAsksAboutOtherDrafts()
{
    m_opened->openWithOne();
    m_opened->type(OpenedSources::Name, u"Mine"_s);
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/{cc}"_s);
    m_opened->press(u"Save"_s); // ends in the event loop
    m_opened->dialog->reject();
    QVERIFY(!m_opened->question()); // it waits
    m_opened->dialog->reject();
    QVERIFY(m_opened->question());
    QVERIFY(m_opened->question()->text().contains(u"Mine"_s));
    QVERIFY(!m_opened->question()->text().contains(u"Office"_s)); // it is being saved
    QTest::mouseClick(m_opened->question()->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(m_opened->dialog->isHidden());
    QTRY_COMPARE(m_opened->ownIds(), (QStringList{u"one"_s, u"office"_s}));
    QTRY_COMPARE(readOwnSources(m_opened->path()).file.sources().first().title, u"Mine"_s);
}

// The end of the first write used to drop the draft that the next dialog saves.
void TestSourceDrafts::writeOfClosedDialogIsNotThatOfTheNext()
{
    m_opened->openWithOne();
    m_opened->type(OpenedSources::Name, u"Mine"_s);
    m_opened->press(u"Save"_s); // ends in the event loop
    m_opened->dialog->reject();
    m_opened->dialog->reject();
    QVERIFY(m_opened->dialog->isHidden());
    m_opened->dialog = std::make_unique<SourcesDialog>(
        *m_opened->registry, m_opened->catalogue, m_opened->servers, TransferSettings(), nullptr);
    m_opened->dialog->show();
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://h/{cc}"_s);
    m_opened->press(u"Save"_s);
    QStringList shown; // after each write
    connect(m_opened->registry.get(), &SourceRegistry::changed, m_opened->dialog.get(),
        [&] { shown.append(m_opened->currentText()); });
    QTRY_COMPARE(shown, (QStringList{u"● Office, not saved"_s, u"Office (yours)"_s}));
    QCOMPARE(m_opened->ownIds(), (QStringList{u"one"_s, u"office"_s}));
}

FLAGFETCH_TEST(TestSourceDrafts, Widgets)
#include "tst_sourcedrafts.moc"
