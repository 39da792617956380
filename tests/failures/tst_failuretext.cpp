#include "app/failures/failure.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kinds = static_cast<int>(FailureKind::Internal) + 1;

} // namespace

class TestFailureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasCauseCountryAndAdvice_data();
    void everyKindHasCauseCountryAndAdvice();
    void everyKindHasAUniqueWord();
    void statusHasReasonPhrase_data();
    void statusHasReasonPhrase();
    void detailIsInBrackets();
};

void TestFailureText::everyKindHasCauseCountryAndAdvice_data()
{
    QTest::addColumn<FailureKind>("kind");
    for (int i = 0; i < kinds; ++i) {
        const auto kind = static_cast<FailureKind>(i);
        QTest::newRow(qPrintable(failureWord(kind))) << kind;
    }
}

void TestFailureText::everyKindHasCauseCountryAndAdvice()
{
    QFETCH(const FailureKind, kind);

    const QString text = failureText({kind, 0, {}}, u"Egypt"_s);
    QVERIFY2(text.startsWith("Egypt: "_L1), qPrintable(text));
    QCOMPARE(text.count(u'.'), 2);
    QVERIFY(text.endsWith(u'.'));
    QVERIFY2(text.size() < 140, qPrintable(text));

    const QString whole = failureText({kind, 0, {}}, {});
    QVERIFY2(whole.front().isUpper(), qPrintable(whole));
    QCOMPARE(whole.sliced(1), text.sliced(8));
    QVERIFY2(!whole.startsWith(u"Flagfetch-"_s), qPrintable(whole)); // the name of a program has no capital
}

void TestFailureText::everyKindHasAUniqueWord()
{
    QSet<QString> words;
    for (int i = 0; i < kinds; ++i) {
        const QString word = failureWord(static_cast<FailureKind>(i));
        QVERIFY(!word.isEmpty());
        for (const QChar c : word)
            QVERIFY2((c >= u'a' && c <= u'z') || c == u'_', qPrintable(word));
        words.insert(word);
    }
    QCOMPARE(words.size(), kinds);
}

void TestFailureText::statusHasReasonPhrase_data()
{
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("words");

    QTest::newRow("503") << FailureKind::ServerError << 503 << u"Service Unavailable"_s
                         << u"answered 503 (Service Unavailable). "_s;
    QTest::newRow("404") << FailureKind::NotFound << 404 << u"Oops"_s << u"answered 404 (Not Found). "_s;
    QTest::newRow("403, empty reason")
        << FailureKind::AccessDenied << 403 << QString() << u"answered 403 (Forbidden). "_s;
    QTest::newRow("unknown, with a reason")
        << FailureKind::ServerError << 599 << u"Broken"_s << u"answered 599 (Broken). "_s;
    QTest::newRow("unknown, without") << FailureKind::ServerError << 599 << QString() << u"answered 599. "_s;
}

void TestFailureText::statusHasReasonPhrase()
{
    QFETCH(const FailureKind, kind);
    QFETCH(const int, status);
    QFETCH(const QString, detail);
    QFETCH(const QString, words);

    const QString text = failureText({kind, status, detail}, u"Egypt"_s);
    QVERIFY2(text.contains(words), qPrintable(text));
}

void TestFailureText::detailIsInBrackets()
{
    const QString text = failureText({FailureKind::Tls, 0, u"The certificate\nhas expired.  "_s}, u"Egypt"_s);
    QVERIFY2(text.contains(" (The certificate has expired). "_L1), qPrintable(text));

    const QString redirect = failureText({FailureKind::Redirect, 0, u"to file:"_s}, u"Egypt"_s);
    QVERIFY2(redirect.contains(" (to file:). "_L1), qPrintable(redirect));
}

FLAGFETCH_TEST(TestFailureText, Core)
#include "tst_failuretext.moc"
