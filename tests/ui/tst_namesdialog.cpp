#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/conversionchoice.h"
#include "ui/files/filesettings.h"
#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"
#include "ui/files/templatefield.h"
#include "ui/look/textwidgets.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace {
NameTemplate named(const QString &text)
{
    return NameTemplate::parse(text).value();
}

NameExamples examplesOf(const QString &sourceId)
{
    return {Catalogue(), SourceList::shipped().resolve(sourceId).value()};
}

QStringList pathsToShow(const QDialog &dialog)
{
    QStringList paths;
    const auto labels = dialog.findChild<NamePreview *>()->findChildren<ElidedLabel *>();
    for (const ElidedLabel *label : labels) {
        if (label->isVisible())
            paths.append(label->text());
    }
    return paths;
}

QString shownProblem(const QDialog &dialog)
{
    const auto labels = dialog.findChild<NamePreview *>()->currentWidget()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->wordWrap())
            return label->text();
    }
    return {};
}

QPushButton *button(const QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

void type(const QDialog &dialog, const QString &text)
{
    auto *line = dialog.findChild<TemplateField *>()->lineEdit();
    line->selectAll();
    QTest::keyClicks(line, text);
}
} // namespace

class TestNamesDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void returnsGivenRules_data();
    void returnsGivenRules();
    void typingUpdatesPaths();
    void showsSuffixOfSource();
    void invalidTemplateIsExplainedAndRejected_data();
    void invalidTemplateIsExplainedAndRejected();
    void insertsChosenPlaceholder();
    void everyListedPlaceholderIsValid();
    void everyPredefinedTemplateIsValid();
    void selectsLanguageOfPlaceholder();
    void restoresDefaults();
    void keepsItsSizeWhileTyping();
    void invalidWidthsAreExplainedAndRejected();
    void labelsAreNotCutOff_data();
    void labelsAreNotCutOff();
};

void TestNamesDialog::initTestCase()
{
    installTranslation(*qApp);
}

void TestNamesDialog::returnsGivenRules_data()
{
    QTest::addColumn<QString>("text");
    using Conflict = std::optional<ConflictPolicy>;
    QTest::addColumn<Conflict>("conflict");
    QTest::newRow("ask") << u"{cc}"_s << Conflict();
    QTest::newRow("overwrite") << u"{CC}-{country}"_s << Conflict(ConflictPolicy::Overwrite);
    QTest::newRow("skip") << u"{continent}/{country:zh}"_s << Conflict(ConflictPolicy::Skip);
    QTest::newRow("rename") << u"flag of {num}.{ext}"_s << Conflict(ConflictPolicy::Rename);
}

void TestNamesDialog::returnsGivenRules()
{
    QFETCH(QString, text);
    QFETCH(std::optional<ConflictPolicy>, conflict);
    const FileRules rules{.nameTemplate = named(text), .conflict = conflict};
    QVERIFY(NamesDialog(rules, examplesOf(u"builtin"_s), nullptr).rules() == rules);
}

void TestNamesDialog::typingUpdatesPaths()
{
    NamesDialog dialog({}, examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    QCOMPARE(pathsToShow(dialog),
        (QStringList{u"JP-Japan.svg"_s, u"CI-Côte_d’Ivoire.svg"_s, u"CD-Congo_-_Kinshasa.svg"_s}));
    type(dialog, u"{continent}/{iso3}"_s);
    QCOMPARE(pathsToShow(dialog), (QStringList{u"asia/jpn.svg"_s, u"africa/civ.svg"_s, u"africa/cod.svg"_s}));
    QCOMPARE(dialog.rules().nameTemplate.text(), u"{continent}/{iso3}"_s);
}

void TestNamesDialog::showsSuffixOfSource()
{
    NamesDialog dialog({.nameTemplate = named(u"{source}-{cc}"_s)}, examplesOf(u"fluentpython"_s), nullptr);
    dialog.show();
    QCOMPARE(pathsToShow(dialog).value(0), u"fluentpython-jp.gif"_s);
}

void TestNamesDialog::invalidTemplateIsExplainedAndRejected_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown placeholder") << u"{CC}-{name}"_s << u"{name}"_s;
    QTest::newRow("half a placeholder") << u"{CC}-{cou"_s << u"{"_s;
    QTest::newRow("nothing unique") << u"{continent}"_s << u"same name"_s;
    QTest::newRow("way out of the folder") << u"../{CC}"_s << u"\"..\""_s;
}

void TestNamesDialog::invalidTemplateIsExplainedAndRejected()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    NamesDialog dialog({}, examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());

    type(dialog, text);
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
    QVERIFY2(shownProblem(dialog).contains(reason), qPrintable(shownProblem(dialog)));
    QCOMPARE(pathsToShow(dialog), QStringList());
    QTest::keyClick(dialog.findChild<TemplateField *>(), Qt::Key_Return);
    QVERIFY(dialog.isVisible());

    type(dialog, u"{cc}"_s);
    QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
    QCOMPARE(shownProblem(dialog), QString());
}

void TestNamesDialog::insertsChosenPlaceholder()
{
    NamesDialog dialog({.nameTemplate = named(u"{cc}-"_s)}, examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    auto *line = dialog.findChild<TemplateField *>()->lineEdit();
    line->end(false);
    const auto actions = dialog.findChild<PlaceholderMenu *>()->actions();
    for (QAction *action : actions) {
        if (action->text().endsWith(u"\t{num}"_s))
            action->trigger();
    }
    QCOMPARE(line->text(), u"{cc}-{num}"_s);
    QCOMPARE(pathsToShow(dialog).value(0), u"jp-392.svg"_s);
}

void TestNamesDialog::everyListedPlaceholderIsValid()
{
    const PlaceholderMenu menu;
    QSignalSpy chosen(&menu, &PlaceholderMenu::chosen);
    const auto actions = menu.actions();
    for (QAction *action : actions)
        action->trigger();
    QCOMPARE(chosen.count(), 10);
    for (const auto &arguments : chosen) {
        const QString placeholder = arguments.first().toString();
        QVERIFY2(NameTemplate::parse(u"{CC}"_s + placeholder), qPrintable(placeholder));
    }
}

void TestNamesDialog::everyPredefinedTemplateIsValid()
{
    const TemplateField field;
    QVERIFY(field.count() >= 6);
    for (int i = 0; i < field.count(); ++i) {
        QVERIFY2(NameTemplate::parse(field.itemText(i)), qPrintable(field.itemText(i)));
    }
}

void TestNamesDialog::selectsLanguageOfPlaceholder()
{
    TemplateField field;
    field.setEditText(u"{cc}-"_s);
    field.lineEdit()->end(false);
    field.insert(u"{country:fr}"_s);
    QCOMPARE(field.currentText(), u"{cc}-{country:fr}"_s);
    QCOMPARE(field.lineEdit()->selectedText(), u"fr"_s);
}

void TestNamesDialog::restoresDefaults()
{
    NamesDialog dialog({.nameTemplate = named(u"{num}"_s), .conflict = ConflictPolicy::Skip},
        examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    type(dialog, u"nonsense"_s);
    QTest::mouseClick(button(dialog, QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QVERIFY(dialog.rules() == FileRules());
    QCOMPARE(pathsToShow(dialog).value(0), u"JP-Japan.svg"_s);
    QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
}

// The layout does not move while the user types, regardless of the length of names and errors.
void TestNamesDialog::keepsItsSizeWhileTyping()
{
    NamesDialog dialog({}, examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QSize before = dialog.size();
    const int conflict = dialog.findChild<ConflictChoice *>()->y();
    const QStringList texts{
        u"{unknown}"_s, u"{CC}"_s + u"-{country:fr}"_s.repeated(20), u"{country:nolanguage}"_s};
    for (const QString &text : texts) {
        dialog.findChild<TemplateField *>()->setEditText(text);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(dialog.size(), before);
        QCOMPARE(dialog.findChild<ConflictChoice *>()->y(), conflict);
    }
}

void TestNamesDialog::invalidWidthsAreExplainedAndRejected()
{
    NamesDialog dialog({}, examplesOf(u"builtin"_s), nullptr);
    dialog.show();
    auto *png = dialog.findChild<ConversionChoice *>()->findChild<QLineEdit *>();
    for (const QString &widths : {u"0"_s, u"100000"_s, u"80,,160"_s, u"wide"_s}) {
        png->setText(widths);
        QVERIFY2(!button(dialog, QDialogButtonBox::Ok)->isEnabled(), qPrintable(widths));
        QVERIFY(dialog.findChild<ConversionChoice *>()->problem().contains("80,160,320"_L1));
    }
    png->setText(u"160, 80"_s);
    QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
    const Conversion wanted{.renditions = {{RenditionFormat::Png, 80}, {RenditionFormat::Png, 160}}};
    QVERIFY(dialog.rules().conversion == wanted);
}

void TestNamesDialog::labelsAreNotCutOff_data()
{
    QTest::addColumn<double>("factor"); // of the font
    QTest::newRow("usual") << 1.0;
    QTest::newRow("larger") << 1.5;
    QTest::newRow("very large") << 2.5;
}

// Regression: the last letter of "Template" was cut off, and with a larger font more of it.
void TestNamesDialog::labelsAreNotCutOff()
{
    QFETCH(double, factor);
    NamesDialog dialog({}, examplesOf(u"builtin"_s), nullptr);
    QFont font = dialog.font();
    font.setPointSizeF(factor * font.pointSizeF());
    dialog.setFont(font);
    dialog.show();
    dialog.resize(1, 1); // as small as possible
    QCoreApplication::processEvents();
    const auto labels = dialog.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (!label->buddy() || !label->isVisible())
            continue;
        const QImage shown = label->grab().toImage();
        label->resize(label->width() + 100, label->height());
        const QImage whole = label->grab().toImage();
        const QImage beyond = whole.copy(shown.width(), 0, whole.width() - shown.width(), whole.height());
        QVERIFY2(beyond == beyond.copy(beyond.width() - 1, 0, 1, 1).scaled(beyond.size()),
            qPrintable(label->text()));
    }
}

FLAGFETCH_TEST(TestNamesDialog, Widgets)
#include "tst_namesdialog.moc"
