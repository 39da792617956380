#include "app/failures/failure.h"
#include "app/images/pictureformat.h"
#include "app/images/rendition.h"
#include "app/images/sheetoptions.h"
#include "app/language/wordtable.h"
#include "app/sets/verification.h"
#include "app/storage/saveoptions.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

enum class Shape {
    Plain,
    Square,
    Circle1, // ends with a digit, as the name of a number does
};

constexpr auto shapes = wordTable<Shape>({
    {Shape::Plain, {}},
    {Shape::Square, "square"_L1},
    {Shape::Circle1, "circle"_L1},
});

using ShapeEntry = WordEntry<Shape>;

// A table without an enumerator is refused only if the compiler distinguishes enumerators from other numbers.
static_assert(isEnumerator<Shape::Plain>());
static_assert(isEnumerator<Shape::Circle1>());
static_assert(isEnumerator<static_cast<Shape>(2)>());
static_assert(!isEnumerator<static_cast<Shape>(3)>());
static_assert(isEnumerator<FailureKind::Internal>());
static_assert(!isEnumerator<static_cast<FailureKind>(static_cast<int>(FailureKind::Internal) + 1)>());

static_assert(areInOrder(std::array{ShapeEntry{Shape::Plain, {}}, ShapeEntry{Shape::Square, {}}}));
static_assert(!areInOrder(std::array{ShapeEntry{Shape::Square, {}}, ShapeEntry{Shape::Plain, {}}}));
static_assert(!areInOrder(std::array{ShapeEntry{Shape::Plain, {}}, ShapeEntry{Shape::Plain, {}}}));
static_assert(!areInOrder(std::array{ShapeEntry{Shape::Plain, {}}, ShapeEntry{Shape::Circle1, {}}}));

static_assert(
    areWordsUnique(std::array{ShapeEntry{Shape::Plain, "a"_L1}, ShapeEntry{Shape::Square, "ab"_L1}}));
static_assert(areWordsUnique(std::array{ShapeEntry{Shape::Plain, {}}, ShapeEntry{Shape::Square, {}}}));
static_assert(
    !areWordsUnique(std::array{ShapeEntry{Shape::Plain, "a"_L1}, ShapeEntry{Shape::Square, "a"_L1}}));

template <typename Enum, typename Check>
void forEach(Enum last, Check check)
{
    for (int i = 0; i <= static_cast<int>(last); ++i)
        check(static_cast<Enum>(i));
}

} // namespace

class TestWordTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueHasItsWord();
    void numberThatIsNoEnumeratorHasNoWord();
    void wordHasItsValue();
    void unknownWordHasNoValue_data();
    void unknownWordHasNoValue();
    void caseCanBeIgnored();
    void wordsAreInTheOrderOfTheEnumeration();
    void everyEnumeratorOfTheProgramHasItsWord();
    void wordsOfTheProgramLeadBackToTheirValues();
};

void TestWordTable::valueHasItsWord()
{
    static_assert(shapes.wordOf(Shape::Square).size() == 6);
    QCOMPARE(QString(shapes.wordOf(Shape::Square)), u"square"_s);
    QCOMPARE(QString(shapes.wordOf(Shape::Circle1)), u"circle"_s);
    QVERIFY(shapes.wordOf(Shape::Plain).isEmpty());
}

void TestWordTable::numberThatIsNoEnumeratorHasNoWord()
{
    for (const int number : {3, -1, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        QVERIFY(shapes.wordOf(static_cast<Shape>(number)).isEmpty());
}

void TestWordTable::wordHasItsValue()
{
    QCOMPARE(shapes.valueOf(u"square"), Shape::Square);
    QCOMPARE(shapes.valueOf(u"circle"_s), Shape::Circle1);
}

void TestWordTable::unknownWordHasNoValue_data()
{
    QTest::addColumn<QString>("word");

    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("unknown") << u"triangle"_s;
    QTest::newRow("beginning") << u"squar"_s;
    QTest::newRow("longer") << u"square "_s;
    QTest::newRow("capital") << u"Square"_s;
}

void TestWordTable::unknownWordHasNoValue()
{
    QFETCH(const QString, word);
    QVERIFY(!shapes.valueOf(word));
}

void TestWordTable::caseCanBeIgnored()
{
    QCOMPARE(shapes.valueOf(u"Square", Qt::CaseInsensitive), Shape::Square);
    QVERIFY(!shapes.valueOf(u"", Qt::CaseInsensitive));
}

void TestWordTable::wordsAreInTheOrderOfTheEnumeration()
{
    QCOMPARE(shapes.words(), QStringList({u"square"_s, u"circle"_s}));
}

void TestWordTable::everyEnumeratorOfTheProgramHasItsWord()
{
    QSet<QString> words;
    const auto isNew = [&words](const QString &word) {
        const bool isThere = word.isEmpty() || words.contains(word);
        words.insert(word);
        return !isThere;
    };
    forEach(FailureKind::Internal, [&](FailureKind kind) { QVERIFY(isNew(failureWord(kind))); });
    words.clear();
    forEach(FileState::Untracked, [&](FileState state) { QVERIFY(isNew(fileStateWord(state))); });
    words.clear();
    forEach(PictureFormat::Svg, [&](PictureFormat format) { QVERIFY(isNew(suffixOf(format))); });
}

void TestWordTable::wordsOfTheProgramLeadBackToTheirValues()
{
    forEach(Crop::Circle, [](Crop crop) { QCOMPARE(cropFromWord(cropWord(crop)), crop); });
    forEach(Paper::LetterLandscape, [](Paper paper) { QCOMPARE(paperFromWord(wordFor(paper)), paper); });
    forEach(RenditionFormat::WebP,
        [](RenditionFormat format) { QCOMPARE(renditionFormatFromSuffix(suffixOf(format)), format); });
    forEach(ConflictPolicy::Rename,
        [](ConflictPolicy policy) { QCOMPARE(conflictPolicyFromWord(conflictWord(policy)), policy); });
}

FLAGFETCH_TEST(TestWordTable, None)
#include "tst_wordtable.moc"
