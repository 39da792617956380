#include "tests/support/testprogram.h"
#include "tests/ui/openedsources.h"
#include "ui/look/verticalscrollarea.h"

#include <QComboBox>
#include <QScrollBar>
#include <QSpinBox>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

/// What the dialog for sources shows, and where.
class TestSourceForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readOnlyFieldsLookReadOnly();
    void saysWhichSourcesNeedTheNetwork();
    void problemsAppearAfterEditOrSave();
    void fieldsNeverMove();
    void wheelScrollsAndChangesNothing();
    void largerFontFits_data();
    void largerFontFits();
    void cleanup();

private:
    const QFont m_font = QApplication::font();
    std::unique_ptr<OpenedSources> m_opened;
};

void TestSourceForm::init()
{
    m_opened = std::make_unique<OpenedSources>();
    QVERIFY(m_opened->folder.isValid());
}

void TestSourceForm::readOnlyFieldsLookReadOnly()
{
    m_opened->openWithOne();
    const auto looksEditable = [this] {
        const auto fields = m_opened->dialog->findChildren<FieldRow *>();
        return std::ranges::any_of(fields, [this](const FieldRow *field) {
            const QColor ground = field->line()->palette().color(QPalette::Base);
            return field->line()->hasFrame() || ground != m_opened->dialog->palette().color(QPalette::Window);
        });
    };
    QVERIFY(looksEditable());
    QVERIFY(!m_opened->shows(u"Copy it to change it."_s));

    m_opened->dialog->choose(u"flagcdn"_s);

    QVERIFY(!looksEditable());
    QVERIFY(m_opened->shows(u"Copy it to change it."_s));
    QVERIFY(!m_opened->dialog->findChild<SourceEditor *>()->findChild<QComboBox *>()->isVisible());
    const auto boxes = m_opened->dialog->findChildren<QSpinBox *>();
    for (const QSpinBox *box : boxes) {
        QVERIFY(box->isReadOnly());
        QCOMPARE(box->buttonSymbols(), QAbstractSpinBox::NoButtons);
    }
}

void TestSourceForm::saysWhichSourcesNeedTheNetwork()
{
    m_opened->open();
    QVERIFY(m_opened->shows(u"A source is where flags come from"_s));
    QVERIFY(m_opened->shows(u"No network needed."_s));
    const auto spoken = [this](const QString &id) {
        return m_opened->list()->item(m_opened->list()->rowOf(id))->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(u"builtin"_s), u"Built-in, No network needed"_s);
    QCOMPARE(spoken(u"flagcdn"_s), u"Flagcdn, Network: flagcdn.com"_s);
    QVERIFY(m_opened->list()
                ->item(m_opened->list()->rowOf(u"flagcdn"_s))
                ->toolTip()
                .contains(u"Network: flagcdn.com"_s));

    m_opened->dialog->choose(u"flagcdn"_s);
    QVERIFY(m_opened->shows(u"in many sizes, or as SVG.\nNetwork: flagcdn.com. It is part"_s));

    m_opened->press(u"Add"_s);
    m_opened->fill(u"Office"_s, u"office"_s, u"http://flags.example:8080/{cc}.svg"_s);
    QVERIFY(m_opened->shows(u"Network: flags.example:8080."_s));
}

void TestSourceForm::problemsAppearAfterEditOrSave()
{
    m_opened->open();
    m_opened->press(u"Add"_s);
    QVERIFY(!m_opened->shows(u"missing"_s));
    QTest::keyClick(
        m_opened->line(OpenedSources::Name), Qt::Key_Tab); // passes through the form without an edit
    QTest::keyClick(m_opened->line(OpenedSources::Id), Qt::Key_Tab);
    QVERIFY(!m_opened->shows(u"missing"_s));
    QTest::keyClicks(m_opened->line(OpenedSources::PictureAddress), u"http://h/"_s);
    QVERIFY(!m_opened->shows(u"Picture address: "_s));
    QTest::keyClick(m_opened->line(OpenedSources::PictureAddress), Qt::Key_Tab);
    QVERIFY(m_opened->shows(u"Picture address: a placeholder for the country is missing"_s));
    QVERIFY(!m_opened->shows(u"The name is missing."_s));

    m_opened->press(u"Save"_s);

    QVERIFY(m_opened->shows(u"The name is missing."_s));
    QVERIFY(m_opened->shows(u"This source cannot be saved yet."_s));
    QCOMPARE(QApplication::focusWidget(), m_opened->line(OpenedSources::Name));
    QCOMPARE(m_opened->line(OpenedSources::Name)->accessibleDescription(), u"The name is missing."_s);
    m_opened->type(OpenedSources::Name, u"Office"_s);
    QVERIFY(!m_opened->shows(u"The name is missing."_s));
}

void TestSourceForm::fieldsNeverMove()
{
    m_opened->openWithOne();
    const QList<QRect> before = m_opened->places();
    QVERIFY(before.size() > 10);
    auto *naming = m_opened->dialog->findChild<SourceEditor *>()->findChild<QComboBox *>();
    for (int row = 0; row < naming->count(); ++row) {
        naming->setCurrentIndex(row);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(m_opened->places(), before);
    }
    m_opened->fill({}, u"off ice"_s, u"http://h/{nowhere}"_s);
    m_opened->press(u"Save"_s);
    QVERIFY(m_opened->shows(u"Picture address: the placeholder {nowhere}"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(m_opened->places(), before);
    m_opened->dialog->choose(u"flagcdn"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(m_opened->places(), before);
}

void TestSourceForm::wheelScrollsAndChangesNothing()
{
    m_opened->openWithOne();
    const auto turn = [](QWidget *control) {
        const QPointF middle = control->rect().center();
        QWheelEvent event(middle, control->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(control, &event);
    };
    auto *editor = m_opened->dialog->findChild<SourceEditor *>();
    auto *names = editor->findChild<QComboBox *>();
    auto *limit = editor->findChild<QSpinBox *>();
    const int before = limit->value();
    turn(names);
    turn(limit);
    QCOMPARE(names->currentIndex(), 0);
    QCOMPARE(limit->value(), before);
    QVERIFY(!m_opened->currentText().contains(u"not saved"_s));
    limit->setFocus();
    turn(limit);
    QCOMPARE(limit->value(), before - 1);
}

void TestSourceForm::largerFontFits_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("larger") << 1.5;
    QTest::newRow("very large") << 2.0;
}

void TestSourceForm::largerFontFits()
{
    QFETCH(double, factor);
    QFont larger = m_font;
    larger.setPointSizeF(factor * m_font.pointSizeF());
    QApplication::setFont(larger);
    m_opened->openWithOne();
    m_opened->dialog->resize(1, 1); // as small as possible
    QCoreApplication::processEvents();
    const auto areas = m_opened->dialog->findChildren<QAbstractScrollArea *>();
    for (const QAbstractScrollArea *area : areas)
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    const auto *form = m_opened->dialog->findChild<VerticalScrollArea *>();
    QVERIFY(form->widget()->width() <= form->viewport()->width());
    const auto widgets = m_opened->dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isSingleLine = label != nullptr && !label->wordWrap();
        if (widget->isVisible() && (isSingleLine || qobject_cast<const QPushButton *>(widget)))
            QVERIFY2(widget->width() >= widget->sizeHint().width(),
                qPrintable(label ? label->text() : widget->toolTip()));
        if (widget->isVisible() && label != nullptr && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

void TestSourceForm::cleanup()
{
    m_opened.reset();
    QApplication::setFont(m_font);
}

FLAGFETCH_TEST(TestSourceForm, Widgets)
#include "tst_sourceform.moc"
