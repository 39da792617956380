#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/openedsources.h"

#include <QPixmap>

using namespace Qt::StringLiterals;

/// The dialog for the user's sources: adding, copying, changing, removing and testing them.
class TestSourcesDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsASource();
    void idFollowsNameUntilEdited();
    void testShowsResult();
    void testShowsFailure();
    void shippedSourcesCanOnlyBeCopied();
    void changesAndRemovesOwnSources();
    void invalidEntriesOfFileAreKept();

private:
    std::unique_ptr<OpenedSources> m_opened;
};

void TestSourcesDialog::init()
{
    m_opened = std::make_unique<OpenedSources>();
    QVERIFY(m_opened->folder.isValid());
}

void TestSourcesDialog::addsASource()
{
    m_opened->open();
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);

    m_opened->press(u"Add"_s);
    QCOMPARE(m_opened->currentText(), u"● New source, not saved"_s);
    QCOMPARE(QApplication::focusWidget(), m_opened->line(OpenedSources::Name));
    QTest::keyClicks(m_opened->line(OpenedSources::Name), u"Office"_s);
    m_opened->type(OpenedSources::PictureAddress, u"http://127.0.0.1/{cc}.svg"_s);
    QCOMPARE(m_opened->currentText(), u"● Office, not saved"_s);
    m_opened->press(u"Save"_s);

    QVERIFY(changed.wait());
    QCOMPARE(m_opened->ownIds(), QStringList{u"office"_s});
    QCOMPARE(m_opened->currentText(), u"Office (yours)"_s);
    QCOMPARE(m_opened->registry->sources().sources().last().title, u"Office"_s);
    QVERIFY(m_opened->shows(u"Saved in "_s));
    m_opened->press(u"Save"_s);
    QVERIFY(m_opened->shows(u"There is nothing to save."_s));
}

void TestSourcesDialog::idFollowsNameUntilEdited()
{
    QVERIFY(changeOwnSources(m_opened->path(),
        {.replacedId = {}, .entry = {{u"id"_s, u"my-office"_s}, {u"image"_s, u"http://h/{cc}"_s}}}));
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->type(OpenedSources::Name, u"My Office"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"my-office-2"_s);
    m_opened->type(OpenedSources::Name, u"Other"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"other"_s);

    m_opened->type(OpenedSources::Id, u"mine"_s);
    m_opened->type(OpenedSources::Name, u"Third"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"mine"_s);
    m_opened->dialog->choose(u"builtin"_s);
    m_opened->list()->setCurrentRow(m_opened->list()->count() - 1);
    m_opened->type(OpenedSources::Name, u"Fourth"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"mine"_s);

    m_opened->type(OpenedSources::Id, {}); // an empty id follows again
    m_opened->type(OpenedSources::Name, u"Fifth"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"fifth"_s);

    m_opened->dialog->choose(u"my-office"_s); // people may use the id of a saved source on the command line
    m_opened->type(OpenedSources::Name, u"Renamed"_s);
    QCOMPARE(m_opened->line(OpenedSources::Id)->text(), u"my-office"_s);
}

void TestSourcesDialog::testShowsResult()
{
    const ScriptedServer server([](const ScriptedRequest &) { return ok(gifPicture({40, 30})); });
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, server.address(u"/{cc}.gif"_s));

    m_opened->press(u"Test"_s);

    QTRY_VERIFY(m_opened->shows(u"It works: Brazil, "_s));
    const auto labels = m_opened->dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return !label->pixmap().isNull(); }));
    QVERIFY(m_opened->ownIds().isEmpty());

    m_opened->fill(u"Office"_s, u"office"_s,
        server.address(u"/other/{cc}.gif"_s)); // the result was that of another source
    QVERIFY(!m_opened->shows(u"It works"_s));
}

void TestSourcesDialog::testShowsFailure()
{
    const ScriptedServer server([](const ScriptedRequest &) { return ok("<html>Log in</html>"); });
    m_opened->open();
    m_opened->press(u"Add"_s);
    m_opened->fill({}, u"office"_s, server.address(u"/{cc}.gif"_s));

    m_opened->press(u"Test"_s);

    QTRY_VERIFY(m_opened->shows(u"Brazil: the server did not send a readable picture"_s));
}

void TestSourcesDialog::shippedSourcesCanOnlyBeCopied()
{
    m_opened->open();
    m_opened->dialog->choose(u"flagcdn"_s);
    QVERIFY(!m_opened->canPress(u"Remove"_s));
    QVERIFY(!m_opened->canPress(u"Save"_s));
    QVERIFY(m_opened->line(OpenedSources::Name)->isReadOnly());

    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);
    m_opened->press(u"Copy"_s);
    QVERIFY(!m_opened->line(OpenedSources::Name)->isReadOnly());
    m_opened->press(u"Save"_s);

    QVERIFY(changed.wait());
    const Source copied = readOwnSources(m_opened->path()).file.sources().value(0);
    QCOMPARE(copied.id, u"flagcdn-copy"_s);
    QCOMPARE(copied.title, u"Flagcdn, a copy"_s);
    const Source original = SourceList::shipped().resolve(u"flagcdn"_s).value();
    QCOMPARE(copied.pictures, original.pictures);
    QCOMPARE(copied.names, original.names);
}

void TestSourcesDialog::changesAndRemovesOwnSources()
{
    m_opened->openWithOne();
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);

    m_opened->fill(u"Two"_s, u"two"_s, u"http://h/2/{cc}"_s);
    m_opened->press(u"Save"_s);
    QVERIFY(changed.wait());
    QCOMPARE(m_opened->ownIds(), QStringList{u"two"_s});

    m_opened->press(u"Remove"_s);
    QVERIFY(changed.wait());
    QVERIFY(m_opened->ownIds().isEmpty());
    QVERIFY(m_opened->list()->currentRow() >= 0);
    QCOMPARE(QApplication::focusWidget(), m_opened->list());
}

void TestSourcesDialog::invalidEntriesOfFileAreKept()
{
    QVERIFY(QDir().mkpath(m_opened->folder.filePath(u"conf"_s)));
    QFile file(m_opened->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"id": "bad", "image": "file:///x"}])");
    file.close();
    m_opened->open();
    QSignalSpy changed(m_opened->registry.get(), &SourceRegistry::changed);

    m_opened->press(u"Add"_s);
    m_opened->fill({}, u"office"_s, u"http://h/{cc}"_s);
    m_opened->press(u"Save"_s);

    QVERIFY(changed.wait());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("file:///x"));
}

FLAGFETCH_TEST(TestSourcesDialog, Widgets)
#include "tst_sourcesdialog.moc"
