#include "tests/support/testprogram.h"
#include "ui/sources/fieldrow.h"
#include "ui/sources/sourceeditor.h"
#include "ui/sources/sourceregistry.h"

#include <QFormLayout>
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
    void choiceOfNamesIsKeptInDraft();
    void everyFieldHasLabelAndToolTip();
};

namespace {
/// The field and, below it, its label of hints and problems.
QLabel *hintOf(const FieldRow *row)
{
    return row->findChild<QLabel *>();
}
} // namespace

void TestSourceEditor::errorIsShownBelowField_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("field"); // index of the field
    QTest::addColumn<QString>("problem");
    QTest::newRow("id") << u"off ice"_s << u"http://h/{cc}"_s << 1
                        << u"Id: only A to Z, 0 to 9 and . _ - are allowed."_s;
    QTest::newRow("id taken") << u"ONE"_s << u"http://h/{cc}"_s << 1
                              << u"Id: another source of yours has it already."_s;
    QTest::newRow("no address") << u"a"_s << QString() << 2 << u"The picture address is missing."_s;
    QTest::newRow("no placeholder") << u"a"_s << u"http://h/x.png"_s << 2
                                    << u"Picture address: a placeholder for the country"_s;
    QTest::newRow("a file") << u"a"_s << u"file:///{cc}"_s << 2
                            << u"Picture address: only http:// and https://"_s;
    QTest::newRow("unknown placeholder")
        << u"a"_s << u"http://h/{c}"_s << 2 << u"Picture address: the placeholder {c} is not known"_s;
}

void TestSourceEditor::errorIsShownBelowField()
{
    QFETCH(QString, id);
    QFETCH(QString, address);
    QFETCH(int, field);
    QFETCH(QString, problem);
    SourceEditor editor;
    editor.edit({.saved = {},
        .draft = SourceDraft{.entry = {{u"id"_s, id}, {u"image"_s, address}}},
        .taken = {u"one"_s},
        .known = {},
        .isNew = true});
    const auto rows = editor.findChildren<FieldRow *>();

    QVERIFY(!editor.source());
    for (const FieldRow *row : rows)
        QVERIFY(hintOf(row) == nullptr || !hintOf(row)->text().contains(problem));
    QVERIFY(editor.showProblems());
    for (const FieldRow *row : rows) {
        if (hintOf(row))
            QCOMPARE(hintOf(row)->text().startsWith(problem), row == rows.at(field));
    }
    QVERIFY2(!hintOf(rows.at(field))->text().contains(u'"'), qPrintable(hintOf(rows.at(field))->text()));

    rows.at(1)->setText(u"good"_s);
    rows.at(2)->setText(u"http://h/{cc}"_s);
    QVERIFY(!editor.showProblems());
    QVERIFY(!hintOf(rows.at(field))->text().contains(problem));
    QVERIFY(editor.source());
}

void TestSourceEditor::keysWithoutFieldAreKept()
{
    SourceEditor editor;
    const auto shown = [&editor](const QString &id) {
        editor.edit({.saved = SourceList::shippedFile().entryOf(id), .draft = {}, .taken = {}, .known = {}});
        return editor.entry();
    };
    for (const QString &id : {u"flagcdn"_s, u"builtin"_s})
        QCOMPARE(shown(id), SourceList::shippedFile().entryOf(id));
    QJsonObject expected = SourceList::shippedFile().entryOf(u"mledoze"_s);
    expected.remove(u"limit"_s); // the default
    QCOMPARE(shown(u"mledoze"_s), expected);
    QVERIFY(!editor.isModified());
}

void TestSourceEditor::choiceOfNamesIsKeptInDraft()
{
    SourceEditor editor;
    const QJsonObject entry{{u"id"_s, u"a"_s}, {u"image"_s, u"http://h/{cc}"_s}, {u"metadata"_s, QString()}};
    editor.edit({.saved = {}, .draft = SourceDraft{.entry = entry}, .taken = {}, .known = {}, .isNew = true});
    QCOMPARE(editor.draft().entry, entry);
    QVERIFY(!editor.source());
    QVERIFY(editor.showProblems());
    const auto rows = editor.findChildren<FieldRow *>();
    QCOMPARE(hintOf(rows.at(3))->text(), u"The names address is missing."_s);
    rows.at(3)->setText(u"http://h/{cc}.json"_s);
    QVERIFY(editor.source());
    QCOMPARE(editor.source()->metadataTemplate, u"http://h/{cc}.json"_s);
}

void TestSourceEditor::everyFieldHasLabelAndToolTip()
{
    const SourceEditor editor;
    const auto *form = editor.findChild<QFormLayout *>();
    for (int row = 0; row < form->rowCount(); ++row) {
        const auto *label = qobject_cast<const QLabel *>(form->itemAt(row, QFormLayout::LabelRole)->widget());
        QVERIFY(label && label->buddy());
        QVERIFY2(!label->buddy()->toolTip().isEmpty(), qPrintable(label->text()));
        QVERIFY2(!label->buddy()->accessibleDescription().isEmpty(), qPrintable(label->text()));
        QVERIFY2(QKeySequence::mnemonic(label->text()) != QKeySequence(), qPrintable(label->text()));
    }
}

FLAGFETCH_TEST(TestSourceEditor, Widgets)
#include "tst_sourceeditor.moc"
