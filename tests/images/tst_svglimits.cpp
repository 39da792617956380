#include "app/images/pictureformat.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

class tst_SvgLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bombsExceedLimits_data();
    void bombsExceedLimits();
    void commonDocumentsStayWithinLimits_data();
    void commonDocumentsStayWithinLimits();
    void timeIsLinear();
};

namespace {

QByteArray withAttributes(int count)
{
    QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg'";
    for (int i = 0; i < count; ++i)
        svg += " a" + QByteArray::number(i) + "=''";
    return svg + "/>";
}

QByteArray withEntity(int length, int references)
{
    return "<!DOCTYPE svg [<!ENTITY e \"" + QByteArray(length, 'x') + "\">]><svg><text>"
        + QByteArray("&e;").repeated(references) + "</text></svg>";
}

} // namespace

void tst_SvgLimits::bombsExceedLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("attributes") << withAttributes(100'000);
    QTest::newRow("attributes after a comment with a quote") << "<!-- ' -->" + withAttributes(100'000);
    QTest::newRow("attributes of an inner element")
        << "<svg>" + withAttributes(100'000).replace("<svg", "<g") + "</svg>";
    QTest::newRow("attributes, cut") << withAttributes(100'000).chopped(2);
    QTest::newRow("entity") << withEntity(100'000, 100'000);
    QTest::newRow("parameter entity's spelling") << withEntity(100'000, 100'000).replace(" e ", "\n e\t");
}

void tst_SvgLimits::bombsExceedLimits()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(exceedsSvgLimits(bytes));
}

void tst_SvgLimits::commonDocumentsStayWithinLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("flag") << svgPicture();
    QTest::newRow("many attributes") << withAttributes(500);
    QTest::newRow("many elements") << "<svg>" + QByteArray("<path d='M0 0' fill='red'/>").repeated(50'000)
            + "</svg>";
    QTest::newRow("Illustrator's entities") << withEntity(60, 200);
    QTest::newRow("text with quotes")
        << "<svg><text>" + QByteArray("' \" ").repeated(50'000) + "</text></svg>";
    QTest::newRow("comment with quotes") << "<svg><!--" + QByteArray("''").repeated(50'000) + "--></svg>";
    QTest::newRow("style sheet in CDATA")
        << "<svg><style><![CDATA[" + QByteArray("a{b:'c'}").repeated(50'000) + "]]></style></svg>";
    QTest::newRow("ampersands without entities") << "<svg>" + QByteArray("&amp;").repeated(50'000) + "</svg>";
    for (const char *cut : {"<", "<!--", "<![CDATA[", "<svg a='", "<!DOCTYPE svg [<!ENTITY e", "<?xml"})
        QTest::addRow("cut: %s", cut) << QByteArray(cut);
}

void tst_SvgLimits::commonDocumentsStayWithinLimits()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!exceedsSvgLimits(bytes));
}

// Sixteen million bytes of tokens that are opened but never closed.
void tst_SvgLimits::timeIsLinear()
{
    for (const char *piece :
        {"<", "<a", "<!", "<!ENTITY ", "<!ENTITY e '", "<?", "<!-- ", "<![CDATA[", "'", "&"}) {
        const QByteArray bytes = QByteArray(piece).repeated((16 << 20) / qsizetype(qstrlen(piece)));
        QElapsedTimer clock;
        clock.start();
        [[maybe_unused]] const bool exceeds = exceedsSvgLimits(bytes);
        QVERIFY2(clock.elapsed() < 5'000, piece);
    }
}

FLAGFETCH_TEST(tst_SvgLimits, None)
#include "tst_svglimits.moc"
