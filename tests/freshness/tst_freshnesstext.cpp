#include "app/freshness/flagfreshness.h"
#include "app/language/translation.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using State = FlagFreshness::State;

class tst_FreshnessText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyWrongPicturesHaveText();
    void wrongPicturesAreListedWithCodes();
    void countIsAFullSentence();
};

void tst_FreshnessText::initTestCase()
{
    installTranslation(*QCoreApplication::instance());
}

void tst_FreshnessText::onlyWrongPicturesHaveText()
{
    QCOMPARE(freshnessText(FlagFreshness{.state = State::Superseded, .since = u"2025-03-13"_s}, u"Syria"_s),
        u"Syria's flag until 2025"_s);
    QCOMPARE(freshnessText(FlagFreshness{.state = State::OtherCountry, .whose = u"VG"_s}, u"Anywhere"_s),
        u"the flag of British Virgin Islands"_s);
    QCOMPARE(freshnessText(FlagFreshness{.state = State::Current}, u"Syria"_s), QString());
    QCOMPARE(freshnessText(FlagFreshness{}, u"Syria"_s), QString());
    QCOMPARE(freshnessText(std::nullopt, u"Syria"_s), QString());
}

void tst_FreshnessText::wrongPicturesAreListedWithCodes()
{
    const WrongPicture syria{u"SY"_s, u"Syria"_s, {.state = State::Superseded, .since = u"2025-03-13"_s}};
    const WrongPicture honduras{u"HN"_s, u"Honduras"_s, {.state = State::Superseded, .since = u"2022"_s}};
    QCOMPARE(wrongPicturesText({}), QString());
    QCOMPARE(wrongPicturesText({syria}),
        u"Older pictures: 1 flag is superseded or wrong: SY (Syria's flag until 2025)"_s);
    QCOMPARE(wrongPicturesText({syria, honduras}),
        u"Older pictures: 2 flags are superseded or wrong: HN (Honduras's flag until 2022), SY (Syria's flag until 2025)"_s);
}

void tst_FreshnessText::countIsAFullSentence()
{
    QCOMPARE(olderPicturesText(0), QString());
    QCOMPARE(olderPicturesText(1), u"Older pictures: 1 flag is superseded or wrong."_s);
    QCOMPARE(olderPicturesText(11), u"Older pictures: 11 flags are superseded or wrong."_s);
}

FLAGFETCH_TEST(tst_FreshnessText, Core)
#include "tst_freshnesstext.moc"
