#include "app/downloads/metadata.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_Metadata final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countryIsTakenAsItStands_data();
    void countryIsTakenAsItStands();
    void badMetadataIsRefused_data();
    void badMetadataIsRefused();
};

void tst_Metadata::countryIsTakenAsItStands_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("country");
    QTest::newRow("as the exercise has it")
        << QByteArray(R"({"tld_cc": ".ad", "iso_cc": "AD", "country": "Andorra", "gec_cc": "AN"})")
        << u"Andorra"_s;
    QTest::newRow("spaces around") << QByteArray(" \n{\"country\" : \"Andorra\"}\n") << u"Andorra"_s;
    QTest::newRow("UTF-8") << QByteArray("{\"country\": \"Côte d'Ivoire\"}") << u"Côte d'Ivoire"_s;
    QTest::newRow("escapes") << QByteArray(R"({"country": "C\u00f4te"})") << u"Côte"_s;
    QTest::newRow("NUL") << QByteArray(R"({"country": "a\u0000b"})") << QString(u"a"_s + QChar(0) + u"b"_s);
    QTest::newRow("empty") << QByteArray(R"({"country": ""})") << QString();
    QTest::newRow("path") << QByteArray(R"({"country": "../x"})") << u"../x"_s;
}

void tst_Metadata::countryIsTakenAsItStands()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, country);

    const auto read = countryInMetadata(json);

    QVERIFY(std::holds_alternative<QString>(read));
    QCOMPARE(std::get<QString>(read), country);
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
    QTest::newRow("more behind it") << whole + whole;
    QTest::newRow("no country") << QByteArray(R"({"iso_cc": "AD"})");
    QTest::newRow("another spelling") << QByteArray(R"({"Country": "Andorra"})");
    QTest::newRow("number") << QByteArray(R"({"country": 376})");
    QTest::newRow("null") << QByteArray(R"({"country": null})");
    QTest::newRow("object") << QByteArray(R"({"country": {"name": "Andorra"}})");
}

void tst_Metadata::badMetadataIsRefused()
{
    QFETCH(QByteArray, json);

    const auto read = countryInMetadata(json);

    QVERIFY(std::holds_alternative<Failure>(read));
    QCOMPARE(std::get<Failure>(read).kind, FailureKind::BadMetadata);
    QVERIFY(!std::get<Failure>(read).detail.isEmpty());
}

QTEST_APPLESS_MAIN(tst_Metadata)
#include "tst_metadata.moc"
