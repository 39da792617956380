#include "app/render/sheetlayout.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SheetLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesStayOnPageWithoutOverlap_data();
    void placesStayOnPageWithoutOverlap();
    void everyFlagIsOnOnePage_data() { placesStayOnPageWithoutOverlap_data(); }
    void everyFlagIsOnOnePage();
    void arabicBeginsOnTheRight();
    void endlessLayoutHasOnePage();
    void fewestColumnsFitOnOnePage();
    void papersHaveUniqueWords();
};

void tst_SheetLayout::placesStayOnPageWithoutOverlap_data()
{
    QTest::addColumn<SheetOptions>("options");
    QTest::addColumn<int>("flags");
    QTest::addColumn<PageLength>("length");
    for (const Paper paper :
        {Paper::A4, Paper::A4Landscape, Paper::A3, Paper::Letter, Paper::LetterLandscape}) {
        for (const int columns : {columnsForOnePage, 0, 1, 5, maximalSheetColumns}) {
            for (const int flags : {0, 1, 57, 250, 676}) {
                const SheetOptions options{u"Title"_s, columns, paper, u"en"_s};
                const QByteArray name = wordFor(paper).toLatin1();
                QTest::addRow("%s, %d columns, %d flags", name.constData(), columns, flags)
                    << options << flags << PageLength::Paper;
                QTest::addRow("%s, %d columns, %d flags, endless", name.constData(), columns, flags)
                    << options << flags << PageLength::Endless;
            }
        }
    }
}

void tst_SheetLayout::placesStayOnPageWithoutOverlap()
{
    QFETCH(const SheetOptions, options);
    QFETCH(const int, flags);
    QFETCH(const PageLength, length);
    const SheetLayout layout(options, flags, length);
    const QRectF page({}, layout.pageSize());
    QVERIFY(page.contains(layout.title()));
    QVERIFY(page.contains(layout.footer()));
    for (int flag = 0; flag < flags; ++flag) {
        const QRectF picture = layout.pictureOf(flag);
        const QRectF text = layout.textOf(flag);
        QVERIFY(page.contains(picture) && page.contains(text));
        QVERIFY(picture.width() > 0 && text.height() > 0);
        QVERIFY(!picture.intersects(text) && !text.intersects(layout.footer()));
        QVERIFY(layout.pageOf(flag) > 0 || !picture.intersects(layout.title()));
        if (flag > 0 && layout.pageOf(flag) == layout.pageOf(flag - 1))
            QVERIFY(
                !picture.united(text).intersects(layout.pictureOf(flag - 1).united(layout.textOf(flag - 1))));
    }
}

void tst_SheetLayout::everyFlagIsOnOnePage()
{
    QFETCH(const SheetOptions, options);
    QFETCH(const int, flags);
    QFETCH(const PageLength, length);
    const SheetLayout layout(options, flags, length);
    QCOMPARE(layout.firstFlagOf(0), 0);
    QCOMPARE(layout.firstFlagOf(layout.pages()), flags);
    for (int page = 0; page < layout.pages(); ++page) {
        QVERIFY(layout.firstFlagOf(page) < layout.firstFlagOf(page + 1) || flags == 0);
        for (int flag = layout.firstFlagOf(page); flag < layout.firstFlagOf(page + 1); ++flag)
            QCOMPARE(layout.pageOf(flag), page);
    }
}

void tst_SheetLayout::arabicBeginsOnTheRight()
{
    const SheetLayout english({{}, 4, Paper::A4, u"en"_s}, 8, PageLength::Paper);
    const SheetLayout arabic({{}, 4, Paper::A4, u"ar"_s}, 8, PageLength::Paper);
    QVERIFY(!english.isRightToLeft());
    QVERIFY(arabic.isRightToLeft());
    QCOMPARE(arabic.pictureOf(0), english.pictureOf(3));
    QCOMPARE(arabic.pictureOf(5), english.pictureOf(6));
}

void tst_SheetLayout::endlessLayoutHasOnePage()
{
    QCOMPARE(SheetLayout({}, 250, PageLength::Endless).pages(), 1);
    QVERIFY(SheetLayout({}, 250, PageLength::Paper).pages() > 3);
}

void tst_SheetLayout::fewestColumnsFitOnOnePage()
{
    const auto layoutWith = [](int columns, int flags) {
        return SheetLayout({u"Title"_s, columns, Paper::A4, u"en"_s}, flags, PageLength::Paper);
    };
    for (const int flags : {30, 60, 250}) {
        const SheetLayout fitting = layoutWith(columnsForOnePage, flags);
        QCOMPARE(fitting.pages(), 1);
        if (fitting.columns() > layoutWith(0, flags).columns())
            QVERIFY(layoutWith(fitting.columns() - 1, flags).pages() > 1);
    }
    QCOMPARE(layoutWith(columnsForOnePage, 6).columns(), layoutWith(0, 6).columns());
    QCOMPARE(layoutWith(columnsForOnePage, 5000).columns(), maximalSheetColumns);
}

void tst_SheetLayout::papersHaveUniqueWords()
{
    for (const QString &word :
        {u"A4"_s, u"A4-landscape"_s, u"A3"_s, u"A3-landscape"_s, u"Letter"_s, u"Letter-landscape"_s}) {
        const auto paper = paperFromWord(word.toLower());
        QVERIFY(paper);
        QCOMPARE(wordFor(*paper), word);
        QCOMPARE(sizeOf(*paper).width() > sizeOf(*paper).height(), word.contains(u'-'));
    }
    QVERIFY(!paperFromWord(u"A5"_s));
}

FLAGFETCH_TEST(tst_SheetLayout, Core)
#include "tst_sheetlayout.moc"
