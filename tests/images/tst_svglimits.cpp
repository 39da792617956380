#include "app/images/pictureformat.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <chrono>
#include <ctime>

using namespace std::chrono_literals;

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

std::chrono::nanoseconds threadCpuTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
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

// Tokens that are opened but never closed. Four times the bytes take about four times as long, and would
// take sixteen times as long if each token read the rest of the document.
void tst_SvgLimits::timeIsLinear()
{
    const auto cpuTime = [](const char *piece, qsizetype size) {
        const QByteArray bytes = QByteArray(piece).repeated(size / qsizetype(qstrlen(piece)));
        const std::chrono::nanoseconds before = threadCpuTime();
        [[maybe_unused]] const bool exceeds = exceedsSvgLimits(bytes);
        return threadCpuTime() - before;
    };
    for (const char *piece :
        {"<", "<a", "<!", "<!ENTITY ", "<!ENTITY e '", "<?", "<!-- ", "<![CDATA[", "'", "&"}) {
        const std::chrono::nanoseconds small = cpuTime(piece, 2 << 20);
        const std::chrono::nanoseconds large = cpuTime(piece, 8 << 20);
        QVERIFY2(large < 10 * small + 50ms, piece);
    }
}

FLAGFETCH_TEST(tst_SvgLimits, None)
#include "tst_svglimits.moc"
