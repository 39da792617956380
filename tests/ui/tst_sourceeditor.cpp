#include "tests/support/testprogram.h"
#include "ui/sources/sourceeditor.h"
#include "ui/sources/sourceregistry.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

/// The form for one source.
class TestSourceEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorIsShownBelowField_data();
    void errorIsShownBelowField();
    void keysWithoutFieldAreKept();
};

void TestSourceEditor::errorIsShownBelowField_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("field"); // index of the field
    QTest::addColumn<QString>("problem");
    QTest::newRow("id") << u"off ice"_s << u"http://h/{cc}"_s << 1 << u"allowed are letters"_s;
    QTest::newRow("id taken") << u"ONE"_s << u"http://h/{cc}"_s << 1 << u"taken by another source of yours"_s;
    QTest::newRow("no address") << u"a"_s << QString() << 2 << u"is missing"_s;
    QTest::newRow("no placeholder") << u"a"_s << u"http://h/x.png"_s << 2
                                    << u"a placeholder for the country"_s;
    QTest::newRow("a file") << u"a"_s << u"file:///{cc}"_s << 2 << u"only http:// and https://"_s;
    QTest::newRow("unknown placeholder") << u"a"_s << u"http://h/{c}"_s << 2 << u"{c} is not known"_s;
}

void TestSourceEditor::errorIsShownBelowField()
{
    QFETCH(QString, id);
    QFETCH(QString, address);
    QFETCH(int, field);
    QFETCH(QString, problem);
    SourceEditor editor;
    editor.edit({}, {u"one"_s});
    editor.resize(500, 500);
    editor.show();
    const auto lines = editor.findChildren<QLineEdit *>();

    lines.at(1)->setText(id);
    lines.at(2)->setText(address);

    QVERIFY(!editor.source());
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QList<QLabel *> labels = editor.findChildren<QLabel *>();
    labels.removeIf(
        [&problem](const QLabel *label) { return label->isHidden() || !label->text().contains(problem); });
    QCOMPARE(labels.size(), 1);
    QVERIFY(labels.first()->y() > lines.at(field)->y());
    QVERIFY(labels.first()->y() < lines.at(field)->y() + 3 * lines.at(field)->height());

    lines.at(1)->setText(u"good"_s);
    lines.at(2)->setText(u"http://h/{cc}"_s);
    QVERIFY(labels.first()->isHidden());
    QVERIFY(editor.source());
}

void TestSourceEditor::keysWithoutFieldAreKept()
{
    SourceEditor editor;
    const QJsonObject flagcdn = SourceList::shippedFile().entryOf(u"flagcdn"_s);
    editor.edit(flagcdn, {});
    QCOMPARE(editor.entry(), flagcdn);
    const QJsonObject mledoze = SourceList::shippedFile().entryOf(u"mledoze"_s);
    editor.edit(mledoze, {});
    QJsonObject expected = mledoze;
    expected.remove(u"limit"_s); // the default
    QCOMPARE(editor.entry(), expected);
    const QJsonObject remote = SourceList::shippedFile().entryOf(u"builtin"_s);
    editor.edit(remote, {});
    QCOMPARE(editor.entry(), remote);
}

FLAGFETCH_TEST(TestSourceEditor, Widgets)
#include "tst_sourceeditor.moc"
