#include "app/saving/metadata.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_Metadata final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countryIsTakenAsPlainText_data();
    void countryIsTakenAsPlainText();
    void badMetadataIsRefused_data();
    void badMetadataIsRefused();
    void nameMayBeNested();
    void namesOfAllCountriesAreRead_data();
    void namesOfAllCountriesAreRead();
    void fileWithoutNamesIsRefused_data();
    void fileWithoutNamesIsRefused();
    void hundredThousandEntriesAreRead();
};

void tst_Metadata::countryIsTakenAsPlainText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("country");
    QTest::newRow("as the exercise has it")
        << QByteArray(R"({"tld_cc": ".ad", "iso_cc": "AD", "country": "Andorra", "gec_cc": "AN"})")
        << u"Andorra"_s;
    QTest::newRow("spaces around") << QByteArray(" \n{\"country\" : \"Andorra\"}\n") << u"Andorra"_s;
    QTest::newRow("UTF-8") << QByteArray("{\"country\": \"Côte d'Ivoire\"}") << u"Côte d'Ivoire"_s;
    QTest::newRow("escapes") << QByteArray(R"({"country": "C\u00f4te"})") << u"Côte"_s;
    QTest::newRow("NUL") << QByteArray(R"({"country": "a\u0000b"})") << u"a b"_s;
    QTest::newRow("escape") << QByteArray(R"({"country": "a\u001b[2Jb"})") << u"a [2Jb"_s;
    QTest::newRow("long") << "{\"country\": \"" + QByteArray(900'000, 'x') + "\"}" << QString(1000, u'x');
    QTest::newRow("empty") << QByteArray(R"({"country": ""})") << QString();
    QTest::newRow("half of a surrogate pair")
        << QByteArray(R"({"country": "\ud800Germany"})") << u"?Germany"_s;
    QTest::newRow("path") << QByteArray(R"({"country": "../x"})") << u"../x"_s;
}

void tst_Metadata::countryIsTakenAsPlainText()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, country);

    const auto read = countryInMetadata(json, u"country"_s);

    QVERIFY(read);
    QCOMPARE(*read, country);
}

void tst_Metadata::badMetadataIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray whole = R"({"iso_cc": "AD", "country": "Andorra"})";
    for (qsizetype size = 0; size < whole.size(); ++size)
        QTest::addRow("cut after %d", int(size)) << whole.first(size);
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + whole;
    QTest::newRow("1025 deep") << QByteArray("[").repeated(1025) + QByteArray("]").repeated(1025);
    QTest::newRow("invalid UTF-8") << QByteArray("{\"country\": \"Andorr\xff\"}");
    QTest::newRow("UTF-16") << QByteArray("{\0\"\0", 4);
    QTest::newRow("array") << QByteArray(R"([{"country": "Andorra"}])");
    QTest::newRow("text") << QByteArray(R"("Andorra")");
    QTest::newRow("page") << QByteArray("<html>Log in</html>");
    QTest::newRow("more after it") << whole + whole;
    QTest::newRow("no country") << QByteArray(R"({"iso_cc": "AD"})");
    QTest::newRow("another spelling") << QByteArray(R"({"Country": "Andorra"})");
    QTest::newRow("number") << QByteArray(R"({"country": 376})");
    QTest::newRow("null") << QByteArray(R"({"country": null})");
    QTest::newRow("object") << QByteArray(R"({"country": {"name": "Andorra"}})");
}

void tst_Metadata::badMetadataIsRefused()
{
    QFETCH(QByteArray, json);

    const auto read = countryInMetadata(json, u"country"_s);

    QVERIFY(!read);
    QCOMPARE(read.error().kind, FailureKind::BadMetadata);
    QVERIFY(!read.error().detail.isEmpty());
}

void tst_Metadata::nameMayBeNested()
{
    const QByteArray json = R"({"name": {"common": "Andorra"}, "country": 7})";
    QCOMPARE(countryInMetadata(json, u"name.common"_s).value(), u"Andorra"_s);
    const auto refused = countryInMetadata(json, u"name.native"_s);
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"name.native"_s));
}

void tst_Metadata::namesOfAllCountriesAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("codePath");
    QTest::addColumn<QString>("namePath");
    QTest::newRow("names by code") << QByteArray(R"({"AD": "Andorra", "cn": "China"})") << QString()
                                   << QString();
    QTest::newRow("entries by code") << QByteArray(R"({"AD": {"name": "Andorra"}, "cn": {"name": "China"}})")
                                     << QString() << u"name"_s;
    QTest::newRow("list of entries") << QByteArray(
        R"([{"code": "ad", "name": "Andorra"}, {"code": "cn", "name": "China"}])")
                                     << u"code"_s << u"name"_s;
    QTest::newRow("deeper") << QByteArray(
        R"([{"id": {"two": "AD"}, "name": {"en": "Andorra"}}, {"id": {"two": "CN"}, "name": {"en": "China"}}])")
                            << u"id.two"_s << u"name.en"_s;
    QTest::newRow("entries that say nothing")
        << QByteArray(R"([7, {"code": "xx"}, {"name": "X"}, {"code": "ad", "name": "Andorra"},
            {"code": "yy", "name": null}, {"code": "cn", "name": "China"}])")
        << u"code"_s << u"name"_s;
}

void tst_Metadata::namesOfAllCountriesAreRead()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, codePath);
    QFETCH(QString, namePath);

    const auto names = namesInFile(json, {.url = {}, .codePath = codePath, .namePath = namePath});

    QVERIFY(names);
    QCOMPARE(*names, (CountryNames{{u"AD"_s, u"Andorra"_s}, {u"CN"_s, u"China"_s}}));
}

void tst_Metadata::fileWithoutNamesIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"([{"code": "ad", "name": "And)");
    QTest::newRow("object") << QByteArray(R"({"ad": "Andorra"})");
    QTest::newRow("empty") << QByteArray("[]");
    QTest::newRow("1025 deep") << QByteArray("[").repeated(1025) + QByteArray("]").repeated(1025);
}

void tst_Metadata::fileWithoutNamesIsRefused()
{
    QFETCH(QByteArray, json);

    const auto names = namesInFile(json, {.url = {}, .codePath = u"code"_s, .namePath = u"name"_s});

    QVERIFY(!names);
    QCOMPARE(names.error().kind, FailureKind::BadMetadata);
}

void tst_Metadata::hundredThousandEntriesAreRead()
{
    constexpr int count = 100'000;
    QByteArray json = "{";
    for (int number = 0; number < count; ++number)
        json += (number > 0 ? ",\"" : "\"") + QByteArray::number(number) + "\":\"Land\"";

    const auto names = namesInFile(json + '}', {});

    QVERIFY(names);
    QCOMPARE(names->size(), count);
}

FLAGFETCH_TEST(tst_Metadata, None)
#include "tst_metadata.moc"
