#include "tests/support/testprogram.h"
#include "ui/exports/languagechoice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDialog>
#include <QLineEdit>
#include <QLocale>
#include <QProxyStyle>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Finding a language by typing.
class TestLanguageChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsNativeAndEnglishNames_data();
    void listsNativeAndEnglishNames();
    void findsTypedText_data();
    void findsTypedText();
    void completesMatchesInsideNames();
    void returnHidesPopup();
    void unknownTextRestoresPreviousLanguage();
    void firstReturnCommitsText();
    void listIsShorterThanScreen();
    void namesAreNotMeasured();
};

namespace {
/// Records the width of the texts that combo boxes make room for.
class WidthRecorder final : public QProxyStyle
{
public:
    [[nodiscard]] int widest() const { return m_widest; }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override
    {
        if (type == CT_ComboBox)
            m_widest = std::max(m_widest, size.width());
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }

private:
    mutable int m_widest = 0;
};

void type(LanguageChoice &choice, const QString &text)
{
    choice.setEditText(text); // QTest cannot type keys of every script
    QTest::keyClick(&choice, Qt::Key_Return);
}
} // namespace

void TestLanguageChoice::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestLanguageChoice::listsNativeAndEnglishNames_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("text");
    QTest::newRow("its own, English, code") << u"ar"_s << u"العربية – Arabic (ar)"_s;
    QTest::newRow("English once") << u"en"_s << u"English (en)"_s;
    QTest::newRow("of the system") << u"en-US"_s << u"English (en)"_s;
    QTest::newRow("not of one country") << u"es"_s << u"español – Spanish (es)"_s;
    QTest::newRow("unknown") << u"qqq"_s << u"English (en)"_s;
}

void TestLanguageChoice::listsNativeAndEnglishNames()
{
    QFETCH(QString, tag);
    LanguageChoice choice;
    choice.setLanguage(tag);
    QTEST(choice.currentText(), "text");
}

void TestLanguageChoice::findsTypedText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tag");
    QTest::newRow("English name") << u"chinese"_s << u"zh"_s;
    QTest::newRow("code") << u"zh"_s << u"zh"_s;
    QTest::newRow("code before names") << u"fa"_s << u"fa"_s;
    QTest::newRow("own name") << u"العربية"_s << u"ar"_s;
    QTest::newRow("beginning") << u"Arab"_s << u"ar"_s;
    QTest::newRow("middle of a name") << u"apan"_s << u"ja"_s;
}

void TestLanguageChoice::findsTypedText()
{
    QFETCH(QString, typed);
    LanguageChoice choice;
    choice.show();
    type(choice, typed);
    QTEST(choice.language(), "tag");
    QCOMPARE(choice.currentText(), choice.itemText(choice.currentIndex()));
}

void TestLanguageChoice::completesMatchesInsideNames()
{
    LanguageChoice choice;
    choice.completer()->setCompletionPrefix(u"norw"_s);
    QStringList found;
    for (int row = 0; choice.completer()->setCurrentRow(row); ++row)
        found.append(choice.completer()->currentCompletion());
    QVERIFY2(found.contains(u"norsk nynorsk – Norwegian Nynorsk (nn)"_s), qPrintable(found.join(u'\n')));
}

void TestLanguageChoice::returnHidesPopup()
{
    LanguageChoice choice;
    choice.show();
    QVERIFY(QTest::qWaitForWindowActive(&choice));
    choice.lineEdit()->selectAll();
    QTest::keyClicks(&choice, u"chin"_s);
    QAbstractItemView *offered = choice.completer()->popup();
    QTRY_VERIFY(offered->isVisible());
    QTest::keyClick(offered, Qt::Key_Return);
    QCOMPARE(choice.language(), u"zh"_s);
    QVERIFY(!offered->isVisible());
}

void TestLanguageChoice::unknownTextRestoresPreviousLanguage()
{
    LanguageChoice choice;
    choice.show();
    choice.setLanguage(u"fr"_s);
    QSignalSpy changed(&choice, &QComboBox::currentIndexChanged);
    type(choice, u"nonsense"_s);
    QCOMPARE(choice.language(), u"fr"_s);
    QCOMPARE(choice.currentText(), u"français – French (fr)"_s);
    QCOMPARE(changed.count(), 0);
}

void TestLanguageChoice::firstReturnCommitsText()
{
    QDialog dialog;
    auto *layout = new QVBoxLayout(&dialog);
    auto *choice = new LanguageChoice;
    auto *button = new QPushButton;
    button->setDefault(true);
    layout->addWidget(choice);
    layout->addWidget(button);
    QSignalSpy pressed(button, &QPushButton::clicked);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    choice->setFocus();
    type(*choice, u"german"_s);
    QCOMPARE(choice->language(), u"de"_s);
    QCOMPARE(pressed.count(), 0);
    QTest::keyClick(choice, Qt::Key_Return);
    QCOMPARE(pressed.count(), 1);
}

void TestLanguageChoice::listIsShorterThanScreen()
{
    LanguageChoice choice;
    choice.show();
    QVERIFY(choice.count() > 100);
    choice.showPopup();
    const QWidget *list = choice.view()->window();
    QTRY_VERIFY(list->isVisible());
    QVERIFY2(list->height() < 20 * choice.height(), qPrintable(QString::number(list->height())));
    choice.hidePopup();
}

// Measuring text in every script loads fonts for each, and Qt warns on the terminal of those that lack it.
void TestLanguageChoice::namesAreNotMeasured()
{
    auto *recorder = new WidthRecorder;
    QApplication::setStyle(recorder);
    const LanguageChoice choice;
    int widest = 0;
    for (int row = 0; row < choice.count(); ++row)
        widest = std::max(widest, choice.fontMetrics().horizontalAdvance(choice.itemText(row)));
    QVERIFY(choice.count() > 100);
    QVERIFY2(recorder->widest() < widest, qPrintable(QString::number(recorder->widest())));
    QApplication::setStyle(new QProxyStyle);
}

FLAGFETCH_TEST(TestLanguageChoice, Widgets)
#include "tst_languagechoice.moc"
