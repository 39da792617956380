#include "app/countries/catalogue.h"
#include "tests/support/testprogram.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

/// Letters that are typed in the grid go to a country.
class TestTypeAhead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void lettersGoToACountry_data();
    void lettersGoToACountry();
    void sameLetterGoesOn();
    void spaceBarStillTicks();
    void lettersAfterAPauseBeginAnew();

private:
    /// The grid of all countries in a language, as the window shows it.
    struct Shown
    {
        explicit Shown(const QString &language)
            : model(Catalogue(language).countries() + Catalogue(language).extras())
        {
            filter.setSourceModel(&model);
            grid.setModel(&filter);
            grid.resize(800, 500);
            grid.show();
        }
        [[nodiscard]] QString current() const
        {
            return grid.currentIndex().data(FlagModel::CodeRole).toString();
        }

        FlagModel model;
        FlagFilter filter;
        FlagGrid grid;
    };

    int m_interval = 0;
};

void TestTypeAhead::initTestCase()
{
    m_interval = QApplication::keyboardInputInterval();
    QApplication::setKeyboardInputInterval(60'000); // ms; a slow machine types slowly
}

void TestTypeAhead::cleanupTestCase()
{
    QApplication::setKeyboardInputInterval(m_interval);
}

void TestTypeAhead::lettersGoToACountry_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("name") << u"en"_s << u"ger"_s << u"DE"_s;
    QTest::newRow("name of two words, without the space") << u"en"_s << u"newz"_s << u"NZ"_s;
    QTest::newRow("without accents") << u"en"_s << u"cote"_s << u"CI"_s;
    QTest::newRow("capitals") << u"en"_s << u"JAP"_s << u"JP"_s;
    QTest::newRow("code") << u"en"_s << u"gb"_s << u"GB"_s;
    QTest::newRow("name before code") << u"en"_s << u"ch"_s << u"TD"_s; // Chad, not CH
    QTest::newRow("pinyin") << u"zh-CN"_s << u"zhongguo"_s << u"CN"_s;
    QTest::newRow("initials of pinyin") << u"zh-CN"_s << u"dg"_s << u"DE"_s;
    QTest::newRow("English name") << u"zh-CN"_s << u"germ"_s << u"DE"_s;
    QTest::newRow("code in Chinese") << u"zh-CN"_s << u"kr"_s << u"KR"_s;
    QTest::newRow("Chinese characters") << u"zh-CN"_s << u"德国"_s << u"DE"_s;
    QTest::newRow("nothing") << u"zh-CN"_s << u"7"_s << QString();
}

void TestTypeAhead::lettersGoToACountry()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    Shown shown(language);
    for (const QChar letter : typed)
        shown.grid.keyboardSearch(letter);
    QTEST(shown.current(), "code");
}

void TestTypeAhead::sameLetterGoesOn()
{
    Shown shown(u"en"_s);
    QStringList codes;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&shown.grid, Qt::Key_Z);
        codes.append(shown.current());
    }
    QCOMPARE(codes, (QStringList{u"ZM"_s, u"ZW"_s, u"ZM"_s, u"ZW"_s}));
}

void TestTypeAhead::spaceBarStillTicks()
{
    Shown shown(u"en"_s);
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_E, Qt::Key_W, Qt::Key_Z})
        QTest::keyClick(&shown.grid, key);
    QTest::keyClick(&shown.grid, Qt::Key_Space);
    QCOMPARE(shown.model.codesIn(FlagCategory::Ticked), QStringList{u"NZ"_s});
}

void TestTypeAhead::lettersAfterAPauseBeginAnew()
{
    Shown shown(u"en"_s);
    QTest::keyClick(&shown.grid, Qt::Key_B);
    QApplication::setKeyboardInputInterval(1);
    QTest::qWait(10); // ms; longer than the interval
    QTest::keyClick(&shown.grid, Qt::Key_J);
    QApplication::setKeyboardInputInterval(60'000);
    QCOMPARE(shown.current(), u"JM"_s);
}

FLAGFETCH_TEST(TestTypeAhead, Widgets)
#include "tst_typeahead.moc"
