#include "app/storage/filename.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Returns characters of every kind that causes trouble in file names, and some that do not.
QString randomText(QRandomGenerator &random)
{
    static const QString nasty
        = u"./\\:*?\"<>|-_ \t\n\0\u007f\u00a0\u0301\u0302\u200b\u200d\u202e\u2066\ufeff\ufffd"_s
        + QChar(0xd83c) + QChar(0xdde9) + QChar(0xdfff) + u"eéßCONcom1nulLPT9가각\u1100\u1161"_s;
    QString text;
    const int length = random.bounded(random.bounded(10) == 0 ? 400 : 12);
    for (int i = 0; i < length; ++i)
        text += random.bounded(4) == 0 ? QChar(char16_t(random.bounded(0x10000)))
                                       : nasty.at(random.bounded(int(nasty.size())));
    return text;
}

} // namespace

class tst_FileName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesASafeName_data();
    void textBecomesASafeName();
    void longTextIsCutBetweenCharacters_data();
    void longTextIsCutBetweenCharacters();
    void safeNamesAreUnchanged();
};

void tst_FileName::textBecomesASafeName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stem");
    const auto row = [](const char *name, const QString &text, const QString &stem) {
        QTest::newRow(name) << text << stem;
    };
    row("plain", u"Germany"_s, u"Germany"_s);
    row("spaces", u"United States of America"_s, u"United_States_of_America"_s);
    row("Chinese", u"中国"_s, u"中国"_s);
    row("Arabic", u"مصر"_s, u"مصر"_s);
    row("apostrophe and accent", u"Côte d'Ivoire"_s, u"Côte_d'Ivoire"_s);
    row("decomposed", u"Co\u0302te"_s, u"C\u00f4te"_s);
    row("comma and brackets", u"Bolivia (Plurinational State), of"_s, u"Bolivia_(Plurinational_State),_of"_s);
    row("other spaces", u"a\u00a0b\u3000c"_s, u"a_b_c"_s);

    row("NUL", u"Fl"_s + QChar(0) + u"ag"_s, u"Fl_ag"_s);
    row("control characters", u"a\x07"_s + u"b\nc\x7f"_s + u"d"_s, u"a_b_c_d"_s);
    row("right to left override", u"a\u202Eb"_s, u"a_b"_s);
    row("isolates", u"a\u2066b\u2069c"_s, u"a_b_c"_s);
    row("zero width", u"a\u200Bb\uFEFFc"_s, u"a_b_c"_s);
    row("high surrogate alone", u"a"_s + QChar(0xd83c) + u"b"_s, u"a_b"_s);
    row("low surrogate alone", u"a"_s + QChar(0xdde9) + u"b"_s, u"a_b"_s);
    row("pair of surrogates", u"a\U0001F3C1b"_s, u"a\U0001F3C1b"_s);
    row("private use", u"a\uE000b"_s, u"a_b"_s);

    row("folder above", u"../x"_s, u"x"_s);
    row("absolute path", u"/abs"_s, u"abs"_s);
    row("Windows path", u"..\\x"_s, u"x"_s);
    row("drive", u"C:x"_s, u"C_x"_s);
    row("wildcards", u"a:?*\"<>|b"_s, u"a_______b"_s);

    row("device", u"CON"_s, u"flag-CON"_s);
    row("device in lower case", u"aux"_s, u"flag-aux"_s);
    row("device with suffix", u"nul.tar"_s, u"flag-nul.tar"_s);
    row("port", u"COM1"_s, u"flag-COM1"_s);
    row("port of a raised digit", u"LPT²"_s, u"flag-LPT²"_s);
    row("no device", u"CONGO"_s, u"CONGO"_s);
    row("no port", u"COM10"_s, u"COM10"_s);

    row("trailing dots and spaces", u"Flag. . "_s, u"Flag"_s);
    row("option", u"-rf"_s, u"rf"_s);
    row("hidden", u".profile"_s, u"profile"_s);
    row("hyphen inside", u"Guinea-Bissau"_s, u"Guinea-Bissau"_s);
    row("empty", QString(), u"flag"_s);
    row("dot", u"."_s, u"flag"_s);
    row("two dots", u".."_s, u"flag"_s);
    row("hyphens", u"--"_s, u"flag"_s);
    row("nothing usable", u"\u200B/\u202E"_s, u"flag"_s);
}

void tst_FileName::textBecomesASafeName()
{
    QFETCH(QString, text);
    QFETCH(QString, stem);

    QCOMPARE(safeFileName(text, u"gif"_s), QString(stem + u".gif"_s));
}

void tst_FileName::longTextIsCutBetweenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stem");
    const QString germanFlag = u"\U0001F1E9\U0001F1EA"_s; // eight bytes, one grapheme cluster
    QTest::newRow("300 letters") << u"a"_s.repeated(300) << u"a"_s.repeated(236);
    QTest::newRow("exactly as long as allowed") << u"a"_s.repeated(236) << u"a"_s.repeated(236);
    QTest::newRow("200 times e with accent") << u"é"_s.repeated(200) << u"é"_s.repeated(118);
    QTest::newRow("Chinese") << u"国"_s.repeated(100) << u"国"_s.repeated(78);
    QTest::newRow("regional indicator pairs") << germanFlag.repeated(40) << germanFlag.repeated(29);
    QTest::newRow("letter with marks") << u"x\u0301\u0302"_s.repeated(60) << u"x\u0301\u0302"_s.repeated(47);
    QTest::newRow("one cluster that is too long") << u"x"_s + u"\u0302"_s.repeated(300) << u"flag"_s;
    QTest::newRow("dot where it is cut") << u"a"_s.repeated(235) + u".bcd"_s << u"a"_s.repeated(235);
}

void tst_FileName::longTextIsCutBetweenCharacters()
{
    QFETCH(QString, text);
    QFETCH(QString, stem);

    const QString name = safeFileName(text, u"gif"_s);

    QCOMPARE(name, QString(stem + u".gif"_s));
    QVERIFY(name.toUtf8().size() <= maximalNameBytes);
}

void tst_FileName::safeNamesAreUnchanged()
{
    QRandomGenerator random(20);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = randomText(random);
        const QString name = safeFileName(text, u"svg"_s);
        const QByteArray inputAndOutput
            = text.toUtf8().toPercentEncoding() + " -> " + name.toUtf8().toPercentEncoding();
        const char *context = inputAndOutput.constData();

        QVERIFY2(safeFileName(name.chopped(4), u"svg"_s) == name, context);
        QVERIFY2(name.endsWith(".svg"_L1) && name.size() > 4, context);
        QVERIFY2(name.toUtf8().size() <= maximalNameBytes, context);
        QVERIFY2(QString::fromUtf8(name.toUtf8()) == name, context);
        QVERIFY2(name.normalized(QString::NormalizationForm_C) == name, context);
        QVERIFY2(!name.startsWith(u'.') && !name.startsWith(u'-'), context);
        QVERIFY2(!name.contains(u'/') && !name.contains(u'\\') && !name.contains(QChar(0)), context);
    }
}

FLAGFETCH_TEST(tst_FileName, None)
#include "tst_filename.moc"
